package earshot.workbench.alert;

import earshot.index.NoIndexException;
import earshot.index.SearchHit;
import earshot.index.Sorting;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.SignedIn;
import earshot.workbench.review.Typed;
import earshot.workbench.saved.SavedSearch;
import earshot.workbench.saved.SavedSearches;
import earshot.workbench.search.HitViews;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.search.ScopedSearch;
import earshot.workbench.search.SearchFeature;
import earshot.workbench.web.Access;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Question;
import earshot.workbench.web.Routes;
import earshot.workbench.web.Sentence;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Saved searches and the new calls that they found. What is another account's does not exist. */
public final class SavedSearchesFeature implements Feature {
  private static final String PAGE = "/searches";

  /** Alerts shown; older read ones are found by running the search. */
  private static final int SHOWN = 200;

  /** Unread alerts counted; whoever has more needs no exact number. */
  private static final int COUNTED = 500;

  private final Pages pages;
  private final LiveSearch search;
  private final SavedSearches searches;
  private final Alerts alerts;
  private final AlertWatch watch;

  public SavedSearchesFeature(
      Pages pages, LiveSearch search, SavedSearches searches, Alerts alerts, AlertWatch watch) {
    this.pages = pages;
    this.search = search;
    this.searches = searches;
    this.alerts = alerts;
    this.watch = watch;
  }

  @Override
  public void register(Routes routes) {
    routes.get(PAGE, Access.SIGNED_IN, this::page).nav("Saved searches", PAGE, this::waiting);
    routes.post(PAGE, Access.SIGNED_IN, this::save);
    routes.post(PAGE + "/{search_id}", Access.SIGNED_IN, this::change);
    routes.post(PAGE + "/{search_id}/remove", Access.SIGNED_IN, this::remove);
    routes.post("/alerts/read", Access.SIGNED_IN, this::readAll);
    routes.post("/alerts/{alert_id}/read", Access.SIGNED_IN, this::read);
  }

  private void page(Context http, SignedIn who) throws IOException {
    long account = who.account().id();
    List<Alert> all = alerts.of(account, SHOWN);
    Map<String, SearchHit> calls = calls(who, all);
    List<Alert> shown = told(who, all).stream().filter(a -> calls.containsKey(a.callId())).toList();
    SavedSearchesView view =
        new SavedSearchesView(
            searches.of(account).stream().map(s -> line(s, shown)).toList(),
            shown.stream().filter(a -> !a.read()).map(a -> line(a, calls)).toList(),
            shown.stream().filter(Alert::read).map(a -> line(a, calls)).toList());
    pages.show(http, who, "Saved searches", "alert/searches.jte", view);
  }

  /** How many alerts are not read, of calls that may be shown. */
  private long waiting(SignedIn who) {
    List<String> calls = alerts.unread(who.account().id(), COUNTED);
    if (calls.isEmpty()) {
      return 0;
    }
    try (ScopedSearch scoped = search.in(who.account())) {
      Set<String> seen = scoped.seen(Set.copyOf(calls));
      return calls.stream().filter(seen::contains).count();
    } catch (NoIndexException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What may be shown: a call may have been erased, or a team taken from the account, since. */
  private Map<String, SearchHit> calls(SignedIn who, List<Alert> found) throws IOException {
    if (found.isEmpty()) {
      return Map.of();
    }
    List<String> ids = found.stream().map(Alert::callId).distinct().toList();
    try (ScopedSearch scoped = search.in(who.account())) {
      return scoped.among(ids, new Query.All()).hits().stream()
          .collect(Collectors.toMap(SearchHit::callId, Function.identity()));
    } catch (NoIndexException e) {
      return Map.of();
    }
  }

  /** Without finds that would tell an answer which is withheld from the reader by now. */
  private List<Alert> told(SignedIn who, List<Alert> found) throws IOException {
    if (found.isEmpty()) {
      return found;
    }
    Map<Long, Query> queries = new HashMap<>();
    for (SavedSearch saved : searches.of(who.account().id())) {
      try {
        queries.put(saved.id(), QueryParser.parse(saved.query()));
      } catch (QuerySyntaxException e) {
        // It was read when it was saved; a newer grammar finds nothing for it any more.
        queries.put(saved.id(), new Query.All());
      }
    }
    try (ScopedSearch scoped = search.in(who.account())) {
      return found.stream()
          .filter(
              a ->
                  !scoped.withholds(
                      queries.getOrDefault(a.searchId(), new Query.All()), a.callId()))
          .toList();
    } catch (NoIndexException e) {
      return List.of();
    }
  }

  private static SavedSearchesView.Line line(SavedSearch saved, List<Alert> shown) {
    return new SavedSearchesView.Line(
        saved.id(),
        saved.title(),
        saved.query(),
        SearchFeature.link(saved),
        saved.alerting(),
        shown.stream().filter(a -> !a.read() && a.searchId() == saved.id()).count());
  }

  private static SavedSearchesView.AlertLine line(Alert alert, Map<String, SearchHit> calls) {
    SearchHit call = calls.get(alert.callId());
    return new SavedSearchesView.AlertLine(
        alert.id(),
        alert.search(),
        alert.callId(),
        alert.atSeconds() < 0
            ? Links.call(alert.callId())
            : Links.call(alert.callId(), alert.atSeconds()),
        call == null ? Sentence.of() : Sentence.joined(" · ", HitViews.facts(call.summary())),
        Moment.of(alert.raisedAt()));
  }

  private void save(Context http, SignedIn who) throws IOException {
    String query = Typed.text(http, "q");
    String sort = Typed.text(http, "sort");
    String title = Typed.text(http, "title");
    boolean alerting = http.formParam("alerting") != null;
    try {
      QueryParser.parse(query);
      SavedSearch made =
          new SavedSearch(
              0,
              who.account().id(),
              title,
              query,
              sort.isEmpty() ? Sorting.RELEVANCE.toString() : sort,
              alerting);
      watch.look(); // what is there already is not new
      searches.add(made);
      pages.tell(who, "Saved as " + made.title() + (alerting ? ", with alerts" : ""));
    } catch (QuerySyntaxException | IllegalArgumentException e) {
      pages.tell(who, "Not saved: " + e.getMessage());
    }
    http.redirect(PAGE);
  }

  private void change(Context http, SignedIn who) throws IOException {
    SavedSearch saved = own(http, who);
    boolean alerting = http.formParam("alerting") != null;
    try {
      SavedSearch changed = saved.changed(Typed.text(http, "title"), alerting);
      if (alerting && !saved.alerting()) {
        watch.look();
      }
      searches.change(changed);
      pages.tell(who, "Changed: " + changed.title());
    } catch (IllegalArgumentException e) {
      pages.tell(who, "Not changed: " + e.getMessage());
    }
    http.redirect(PAGE);
  }

  private void remove(Context http, SignedIn who) {
    SavedSearch saved = own(http, who);
    Question question =
        new Question(
            "Remove the saved search \u201c" + saved.title() + "\u201d?",
            List.of(
                "Its name and the calls that it told you about go. What it asks for is: "
                    + saved.query()),
            PAGE + "/" + saved.id() + "/remove",
            Question.state(saved),
            "Remove it",
            PAGE);
    if (!question.answered(http)) {
      pages.ask(http, who, question);
      return;
    }
    searches.remove(saved);
    pages.tell(who, "Removed: " + saved.title());
    http.redirect(PAGE);
  }

  private SavedSearch own(Context http, SignedIn who) {
    return searches
        .find(number(http.pathParam("search_id")), who.account().id())
        .orElseThrow(() -> new NotFoundResponse("no such search"));
  }

  private void readAll(Context http, SignedIn who) {
    alerts.readAll(who.account().id());
    http.redirect(PAGE);
  }

  private void read(Context http, SignedIn who) {
    if (!alerts.read(number(http.pathParam("alert_id")), who.account().id())) {
      throw new NotFoundResponse("no such alert");
    }
    http.redirect(PAGE);
  }

  private static long number(String id) {
    if (!id.matches("\\d{1,15}")) {
      throw new NotFoundResponse("no such number");
    }
    return Long.parseLong(id);
  }
}
