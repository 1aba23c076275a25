package earshot.workbench.signin;

import earshot.workbench.account.Account;
import earshot.workbench.account.ProviderPause;
import earshot.workbench.account.Sessions;
import earshot.workbench.account.SignedIn;
import earshot.workbench.account.VouchedAccounts;
import earshot.workbench.account.VouchedAccounts.Outcome;
import earshot.workbench.audit.Audit;
import earshot.workbench.provider.IdentityProvider;
import earshot.workbench.provider.ProviderUnavailableException;
import earshot.workbench.provider.SignInRefusedException;
import earshot.workbench.provider.SignInRefusedException.Reason;
import earshot.workbench.provider.Vouched;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in at the company's identity provider: there, back, and out. */
public final class ProviderSignIn implements Feature {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);
  private static final String DOWN =
      "The identity provider does not answer. Try again later, or sign in with an account of this"
          + " workbench.";

  private final Optional<IdentityProvider> provider;
  private final Pages pages;
  private final SignInForm form;
  private final SessionCookies cookies;
  private final Sessions sessions;
  private final VouchedAccounts accounts;
  private final ProviderPause pause;
  private final Transport transport;
  private final Audit audit;
  private final OwnAddress own;
  private final ProviderSessions kept;

  /**
   * @param provider empty where people have a password here; the routes answer 404 then
   */
  public ProviderSignIn(
      Optional<IdentityProvider> provider,
      Pages pages,
      SignInForm form,
      SessionCookies cookies,
      Sessions sessions,
      VouchedAccounts accounts,
      ProviderPause pause,
      Transport transport,
      Audit audit,
      OwnAddress own,
      ProviderSessions kept) {
    this.provider = provider;
    this.pages = pages;
    this.form = form;
    this.cookies = cookies;
    this.sessions = sessions;
    this.accounts = accounts;
    this.pause = pause;
    this.transport = transport;
    this.audit = audit;
    this.own = own;
    this.kept = kept;
  }

  @Override
  public void register(Routes routes) {
    routes.open(HandlerType.GET, "/login/provider", this::there);
    routes.open(HandlerType.GET, "/login/callback", this::back);
  }

  private IdentityProvider provider() {
    return provider.orElseThrow(NotFoundResponse::new);
  }

  private void there(Context http) {
    IdentityProvider provider = provider();
    String next = SignInForm.local(http.queryParam("next"));
    if (cookies.signedIn(http).isPresent()) {
      http.redirect(next);
      return;
    }
    try {
      IdentityProvider.Departure departure = provider.depart(next, callback(http));
      Duration longest = provider.settings().limits().attempt();
      cookies.sendAway(http, departure.attempt().cookie(), longest);
      http.redirect(departure.address().toString());
    } catch (ProviderUnavailableException e) {
      down(http, e, next);
    }
  }

  private String callback(Context http) {
    return own.of(http) + "/login/callback";
  }

  private void back(Context http) {
    IdentityProvider provider = provider();
    String address = transport.address(http);
    Optional<Duration> wait = pause.begin(address);
    if (wait.isPresent()) {
      form.pause(http, wait.get(), "", "/");
      return;
    }
    try {
      Vouched vouched = provider.arrive(returned(http), callback(http));
      cookies.cameBack(http);
      answer(http, vouched);
    } catch (SignInRefusedException e) {
      refuse(http, e.reason(), e.getMessage(), e.subject().orElse(""), null);
    } catch (ProviderUnavailableException e) {
      pause.takeBack(address);
      down(http, e, "/");
    }
  }

  private IdentityProvider.Return returned(Context http) {
    return new IdentityProvider.Return(
        cookies.sentAway(http),
        http.queryParam("state"),
        http.queryParam("code"),
        http.queryParam("iss"),
        http.queryParam("error"));
  }

  private void answer(Context http, Vouched vouched) {
    Outcome outcome =
        vouched.grant().isPresent()
            ? accounts.granted(vouched.identity(), vouched.name(), vouched.grant().get())
            : accounts.existing(vouched.identity(), vouched.verifiedMail());
    String subject = vouched.identity().subject();
    if (outcome instanceof Outcome.Welcome welcome) {
      pause.takeBack(transport.address(http));
      begin(http, welcome.account(), vouched);
    } else if (outcome instanceof Outcome.Disabled disabled) {
      refuse(http, Reason.DISABLED, "as it is here", subject, disabled.accountId());
    } else if (outcome instanceof Outcome.NoName taken) {
      refuse(http, Reason.NAME_TAKEN, "or no name", subject + " as " + taken.name(), null);
    } else {
      refuse(http, Reason.NO_ACCOUNT, "nobody made one", subject, null);
    }
  }

  private void begin(Context http, Account account, Vouched vouched) {
    audit.write(account.id(), Audit.Action.SIGN_IN, null, "identity provider");
    String secret =
        sessions.open(account, new Sessions.Beginning(Browsers.words(http.userAgent()), false));
    cookies.begin(http, secret);
    sessions.find(secret).ifPresent(who -> kept.keep(who.session(), vouched.idToken()));
    http.redirect(SignInForm.local(vouched.next()));
  }

  /**
   * Answers with the form, and writes down why.
   *
   * @param subject for the audit, where an admin finds whom to link; not for the log
   */
  private void refuse(
      Context http, Reason reason, @Nullable String rule, String subject, @Nullable Long account) {
    LOG.warn("sign-in through the identity provider refused: {} ({})", reason.id(), rule);
    String detail = reason.id() + " (" + rule + ")";
    audit.refused(account, subject.isEmpty() ? detail : detail + " subject " + subject);
    form.show(http, reason.status(), reason.advice(), "", "/");
  }

  private void down(Context http, ProviderUnavailableException e, String next) {
    LOG.warn("the identity provider: {}", e.getMessage());
    form.show(http, 503, DOWN, "", next);
  }

  /**
   * Where somebody goes whose session has ended: to the provider too, if that is how it began. By
   * another page, since the content security policy keeps forms from leading elsewhere.
   */
  void signOut(Context http, SignedIn who) {
    Optional<URI> farewell =
        kept.end(who.session())
            .flatMap(token -> provider().farewell(token, own.of(http) + "/login"));
    if (farewell.isEmpty()) {
      http.redirect("/login");
      return;
    }
    String address = farewell.get().toString();
    http.header("Refresh", "0; url=" + address);
    pages.showUnknown(
        http,
        "",
        "Signed out",
        "signin/signed-out.jte",
        new SignedOutView(provider().settings().name(), address));
  }
}
