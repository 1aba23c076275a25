package earshot.workbench;

import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import earshot.score.form.FormReader;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.CodeSignIn;
import earshot.workbench.account.Limits;
import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.Passwords;
import earshot.workbench.account.ProviderPause;
import earshot.workbench.account.Seal;
import earshot.workbench.account.SecondStepOffers;
import earshot.workbench.account.SecondSteps;
import earshot.workbench.account.Sessions;
import earshot.workbench.account.VouchedAccounts;
import earshot.workbench.admin.AdminFeature;
import earshot.workbench.alert.AlertWatch;
import earshot.workbench.alert.Alerts;
import earshot.workbench.alert.SavedSearchesFeature;
import earshot.workbench.audio.CallAudio;
import earshot.workbench.audit.Audit;
import earshot.workbench.calibration.Calibration;
import earshot.workbench.calibration.CalibrationStore;
import earshot.workbench.call.CallFeature;
import earshot.workbench.dispute.Disputes;
import earshot.workbench.dispute.DisputesFeature;
import earshot.workbench.erase.ErasedCalls;
import earshot.workbench.erase.ErasureWatch;
import earshot.workbench.health.Figures;
import earshot.workbench.health.HealthFeature;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.lookup.CallRecordFeature;
import earshot.workbench.playlist.ClipCopies;
import earshot.workbench.playlist.PlaylistStore;
import earshot.workbench.playlist.Playlists;
import earshot.workbench.provider.IdentityProvider;
import earshot.workbench.provider.ProviderSettings;
import earshot.workbench.review.CallDesk;
import earshot.workbench.review.DecisionStore;
import earshot.workbench.review.FollowUp;
import earshot.workbench.review.RecordChanges;
import earshot.workbench.review.ReviewFeature;
import earshot.workbench.review.ReviewNotes;
import earshot.workbench.review.ReviewTrail;
import earshot.workbench.review.ReviewsFeature;
import earshot.workbench.review.SpeakersFeature;
import earshot.workbench.saved.SavedSearches;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.search.SearchApiFeature;
import earshot.workbench.search.SearchFeature;
import earshot.workbench.search.SearchTrail;
import earshot.workbench.signin.BrowserSessions;
import earshot.workbench.signin.CodeFeature;
import earshot.workbench.signin.OwnAccountFeature;
import earshot.workbench.signin.OwnAddress;
import earshot.workbench.signin.ProviderSessions;
import earshot.workbench.signin.ProviderSignIn;
import earshot.workbench.signin.SecondStepFeature;
import earshot.workbench.signin.SessionCookies;
import earshot.workbench.signin.SignInFeature;
import earshot.workbench.signin.SignInForm;
import earshot.workbench.signin.Transport;
import earshot.workbench.store.Database;
import earshot.workbench.team.LeftOut;
import earshot.workbench.team.TeamFeature;
import earshot.workbench.web.AccessLog;
import earshot.workbench.web.Allowance;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.WebServer;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The web application, running. Joins its parts: a new feature is made here. */
final class Workbench implements AutoCloseable {
  private final WorkbenchSettings settings;
  private final Database database;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Seal seal;
  private final SecondSteps secondSteps;
  private final Audit audit;
  private final CallLookup calls;
  private final RecordChanges changes;
  private final CallAudio audios = new CallAudio();
  private final ClipCopies clips;
  private final FollowUp followUp;
  private final DecisionStore decisions;
  private final ErasedCalls erasedCalls;
  private final ErasureWatch erasureWatch;
  private final Figures figures;
  private final LiveSearch search;
  private final SavedSearches saved;
  private final Alerts alerts;
  private final AlertWatch alertWatch;
  private final SessionCookies cookies;
  private final Sessions sessions;
  private final Transport transport;
  private final WebServer server;

  private Workbench(WorkbenchSettings settings, Database database) throws IOException {
    DataFolder folder = settings.folder();
    this.settings = settings;
    this.database = database;
    this.passwords = new Passwords(settings.limits());
    this.accounts = new Accounts(database, passwords, settings.clock());
    this.sessions =
        new Sessions(
            database, accounts, settings.limits(), settings.secondStepFor(), settings.clock());
    this.seal = new Seal(folder);
    this.secondSteps =
        new SecondSteps(database, seal, passwords, settings.limits(), settings.clock());
    this.audit = new Audit(database, settings.clock());
    this.changes = new RecordChanges(database, settings.clock(), audios::analysis);
    this.erasedCalls =
        new ErasedCalls(database, folder, WorkbenchErasers.of(folder), settings.clock());
    this.calls = new CallLookup(folder, changes::asShown);
    this.clips = new ClipCopies(folder, calls, audios);
    this.followUp = new FollowUp(folder, changes, clips::follow);
    this.decisions = new DecisionStore(database, folder, settings.clock(), followUp);
    this.figures = new Figures(folder);
    this.search =
        new LiveSearch(
            folder.index(),
            figures.searches()::record,
            new CalibrationStore(database, settings.clock()),
            FormReader.shipped());
    this.saved = new SavedSearches(database, settings.clock());
    this.alerts = new Alerts(database, settings.clock());
    this.alertWatch = new AlertWatch(search, saved, accounts, alerts);
    this.transport =
        new Transport(settings.address().behindProxy(), settings.address().tls().isPresent());
    this.cookies = new SessionCookies(sessions, transport);
    catchUp();
    this.erasureWatch = new ErasureWatch(folder, erasedCalls, database, followUp::ask);
    this.server =
        WebServer.start(
            settings.address(),
            cookies,
            new Allowance(settings.limits().asked(), settings.clock()),
            List.of(new AccessLog(), figures),
            this::features);
    alertWatch.start();
  }

  /**
   * What happened while nobody served: calls were erased; what was decided before a crash did not
   * reach the data folder.
   */
  private void catchUp() throws IOException {
    erasedCalls.forget();
    database.rewriteIfDue();
    decisions.publishAll();
    for (String callId : changes.waitingCalls()) {
      followUp.askFor(callId);
    }
  }

  /**
   * Opens the database and starts to listen.
   *
   * @throws IOException when the one or the other cannot be had
   */
  static Workbench start(WorkbenchSettings settings) throws IOException {
    Database database = Database.open(settings.folder(), settings.jdbcUrl());
    try {
      return new Workbench(settings, database);
    } catch (IOException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Every feature, in the order of the navigation. */
  private List<Feature> features(Pages pages) {
    ReviewNotes notes = new ReviewNotes(database, settings.clock());
    CalibrationStore calibrations = new CalibrationStore(database, settings.clock());
    PlaylistStore playlists = new PlaylistStore(database, settings.clock());
    Disputes disputes = new Disputes(database, settings.clock());
    PasswordSignIn password =
        new PasswordSignIn(database, accounts, passwords, settings.limits(), settings.clock());
    List<Feature> features = new ArrayList<>();
    features.addAll(
        List.of(
            new SearchFeature(pages, search, saved),
            new SavedSearchesFeature(pages, search, saved, alerts, alertWatch),
            new ReviewsFeature(pages, search, calls, notes, audit),
            new DisputesFeature(
                pages,
                search,
                FormReader.shipped(),
                calls,
                calibrations,
                disputes,
                decisions,
                audit,
                settings.clock()),
            new SearchApiFeature(search, audit),
            new CallRecordFeature(calls, calibrations, audit),
            new CallFeature(
                pages,
                calls,
                audios,
                FormReader.shipped(),
                callId -> PersonAnswers.load(settings.folder(), callId).of(callId),
                (who, action, callId) -> audit.write(who, action, callId, null),
                new CallDesk(decisions, notes, changes, followUp, disputes::of),
                calibrations,
                List.of(new ReviewTrail(search, notes), new SearchTrail(search))),
            new ReviewFeature(
                pages, calls, decisions, notes, changes, followUp, playlists::lists, audit),
            new SpeakersFeature(pages, calls, changes, followUp, audit)));
    features.addAll(
        Calibration.features(
            pages, search, calls, audios, accounts, calibrations, FormReader.shipped(), audit));
    features.add(
        new TeamFeature(
            pages,
            settings.folder(),
            FormReader.shipped(),
            followUp::behind,
            new LeftOut(calibrations, search)));
    features.addAll(
        Playlists.features(
            pages,
            settings.folder(),
            search,
            calls,
            playlists,
            clips,
            FormReader.shipped(),
            audit));
    features.addAll(
        List.of(
            new AdminFeature(
                pages, accounts, password, secondSteps, audit, settings.folder(), search),
            new HealthFeature(database, figures, cookies, settings.metricsToken())));
    features.addAll(signIn(pages, password));
    return features;
  }

  /** The ways in and the way out. */
  private List<Feature> signIn(Pages pages, PasswordSignIn password) {
    Limits limits = settings.limits();
    Clock clock = settings.clock();
    Optional<ProviderSettings> company = settings.provider();
    SignInForm form =
        new SignInForm(pages, cookies, transport, company.map(ProviderSettings::name).orElse(""));
    ProviderSessions kept = new ProviderSessions(limits.absolute(), clock);
    ProviderSignIn provider =
        new ProviderSignIn(
            company.map(c -> new IdentityProvider(c, clock)),
            pages,
            form,
            cookies,
            sessions,
            new VouchedAccounts(database, accounts, clock),
            new ProviderPause(database, limits, clock),
            transport,
            audit,
            new OwnAddress(company.flatMap(ProviderSettings::publicAddress), settings.address()),
            kept);
    BrowserSessions here = new BrowserSessions(sessions, cookies, password, kept, pages);
    CodeSignIn codes = new CodeSignIn(database, accounts, password, secondSteps, limits, clock);
    CodeFeature code =
        new CodeFeature(pages, form, cookies, here, codes, secondSteps, transport, audit);
    String name = company.map(ProviderSettings::name).orElse("");
    return List.of(
        new SignInFeature(pages, form, cookies, here, password, transport, audit, provider, code),
        code,
        provider,
        new OwnAccountFeature(
            pages,
            accounts,
            sessions,
            password,
            limits,
            cookies,
            here,
            secondSteps,
            transport,
            audit,
            clock,
            name),
        new SecondStepFeature(
            pages,
            accounts,
            secondSteps,
            new SecondStepOffers(password, secondSteps, seal, limits, clock),
            codes,
            here,
            cookies,
            transport,
            audit,
            name));
  }

  Accounts accounts() {
    return accounts;
  }

  AlertWatch alertWatch() {
    return alertWatch;
  }

  WebServer server() {
    return server;
  }

  /** Finishes what is being answered, then closes index and database. */
  @Override
  public void close() throws IOException {
    server.close();
    alertWatch.close();
    erasureWatch.close();
    followUp.close();
    search.close();
    database.close();
  }
}
