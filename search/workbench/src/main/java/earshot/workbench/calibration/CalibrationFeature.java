package earshot.workbench.calibration;

import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.score.form.Form;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.calibration.CalibrationSet.Given;
import earshot.workbench.call.AnswerText;
import earshot.workbench.erase.Mentions;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.review.Typed;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Calibration: reviewers answer a form about the same calls without seeing any answer. */
public final class CalibrationFeature implements Feature {
  private static final int MOST_CALLS = 50;
  private static final String ONE = "/calibration/{calibration_id}";
  private static final Access OPENERS = Access.of(Role.SUPERVISOR, Role.ADMIN);

  private final Pages pages;
  private final LiveSearch search;
  private final CallLookup calls;
  private final Accounts accounts;
  private final CalibrationStore store;
  private final List<Form> forms;
  private final Audit audit;

  public CalibrationFeature(
      Pages pages,
      LiveSearch search,
      CallLookup calls,
      Accounts accounts,
      CalibrationStore store,
      List<Form> forms,
      Audit audit) {
    this.pages = pages;
    this.search = search;
    this.calls = calls;
    this.accounts = accounts;
    this.store = store;
    this.forms = List.copyOf(forms);
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes.get("/calibration", Typed.DECIDERS, this::sets).nav("Calibration", "/calibration");
    routes.post("/calibration", OPENERS, this::open).costs(Cost.SEARCH);
    routes.get(ONE, Typed.DECIDERS, this::one);
    routes.get(ONE + "/calls/{place}", Typed.DECIDERS, this::sheet);
    routes.post(ONE + "/calls/{place}", Typed.DECIDERS, this::answer);
    routes.post(ONE + "/close", OPENERS, this::close);
  }

  private static boolean concerns(CalibrationSet set, SignedIn who) {
    String name = who.account().name();
    return who.role() == Role.ADMIN || set.by().equals(name) || set.reviewers().contains(name);
  }

  private Map<String, Account> reviewers() {
    Map<String, Account> reviewers = new TreeMap<>();
    for (Accounts.Entry entry : accounts.all()) {
      if (entry.enabled() && Typed.DECIDERS.roles().contains(entry.account().role())) {
        reviewers.put(entry.account().name(), entry.account());
      }
    }
    return reviewers;
  }

  private void sets(Context http, SignedIn who) {
    List<CalibrationView.Link> links =
        store.all().stream()
            .filter(set -> concerns(set, who))
            .map(
                set ->
                    new CalibrationView.Link(
                        path(set), set.title(), set.closed() ? "closed" : "open"))
            .toList();
    boolean mayOpen = OPENERS.roles().contains(who.role());
    pages.show(
        http,
        who,
        "Calibration",
        "calibration/sets.jte",
        new CalibrationView.Sets(
            links,
            forms.stream().map(Form::id).toList(),
            mayOpen ? List.copyOf(reviewers().keySet()) : List.of(),
            mayOpen));
  }

  private static String path(CalibrationSet set) {
    return "/calibration/" + set.id();
  }

  private void open(Context http, SignedIn who) throws IOException {
    String title = Typed.text(http, "title");
    Form form = form(Typed.text(http, "form"));
    Map<String, Account> known = reviewers();
    List<Long> asked = new ArrayList<>();
    for (String name : Set.copyOf(http.formParams("reviewer"))) {
      Account account = known.get(name);
      if (account == null) {
        throw new BadRequestResponse("no such reviewer");
      }
      asked.add(account.id());
    }
    if (title.isEmpty() || title.length() > 400 || asked.size() < 2) {
      throw new BadRequestResponse("a set needs a title and two reviewers or more");
    }
    List<String> found = found(Typed.text(http, "calls"), who);
    if (found.isEmpty()) {
      pages.tell(who, "Nothing was opened: no such calls");
      http.redirect("/calibration");
      return;
    }
    audit.write(who, Audit.Action.DECIDE, null, "calibration of " + found.size() + " calls");
    http.redirect("/calibration/" + store.open(who, title, form.id(), found, asked));
  }

  private Form form(String id) {
    return forms.stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new BadRequestResponse("no such form"));
  }

  /** Calls by id, one a line or between commas; where the first is none, by a query. */
  private List<String> found(String typed, SignedIn who) throws IOException {
    List<String> ids = new ArrayList<>();
    for (String id : typed.split("[,\\n]")) {
      String stripped = id.strip();
      if (!stripped.isEmpty()
          && !ids.contains(stripped)
          && calls.findRecorded(stripped, who.scope()).isPresent()) {
        ids.add(stripped);
      }
    }
    if (!ids.isEmpty() || typed.isBlank()) {
      return ids.subList(0, Math.min(MOST_CALLS, ids.size()));
    }
    try {
      return search.search(QueryParser.parse(typed), who.scope(), MOST_CALLS).hits().stream()
          .map(hit -> hit.callId())
          .toList();
    } catch (QuerySyntaxException | SearchException | NoIndexException e) {
      return List.of();
    }
  }

  private CalibrationSet set(Context http, SignedIn who) {
    String id = http.pathParam("calibration_id");
    return (id.matches("\\d{1,15}")
            ? store.find(Long.parseLong(id))
            : Optional.<CalibrationSet>empty())
        .filter(set -> concerns(set, who))
        .orElseThrow(() -> new NotFoundResponse("no such set"));
  }

  private void one(Context http, SignedIn who) throws IOException {
    CalibrationSet set = set(http, who);
    Set<Integer> seen = seen(set, who);
    List<Given> answers = store.answers(set.id());
    List<CalibrationView.Link> links = new ArrayList<>();
    boolean asked = !set.closed() && set.reviewers().contains(who.account().name());
    for (int place = 0; place < set.calls().size(); place++) {
      int at = place;
      boolean mine =
          answers.stream().anyMatch(g -> g.place() == at && g.by().equals(who.account().name()));
      String call = set.calls().get(at);
      if (!seen.contains(at)) {
        links.add(new CalibrationView.Link("", "a call outside of what you may see", ""));
        continue;
      }
      links.add(
          call.equals(Mentions.ERASED)
              ? new CalibrationView.Link("", "a call that was erased", "")
              : new CalibrationView.Link(
                  set.closed() ? Links.call(call) : path(set) + "/calls/" + at,
                  call,
                  mine ? "answered" : asked ? "to be answered" : ""));
    }
    pages.show(
        http,
        who,
        set.title(),
        "calibration/one.jte",
        new CalibrationView.One(
            set.title(),
            path(set),
            "Form " + set.form() + "; reviewers " + String.join(", ", set.reviewers()),
            set.closed(),
            !set.closed() && OPENERS.roles().contains(who.role()),
            links,
            set.closed() ? Unanimity.of(answers) : List.of(),
            set.closed() ? disagreements(set, answers, seen) : List.of()));
  }

  /** The places of the calls that somebody may see; erased ones tell nothing of a call. */
  private Set<Integer> seen(CalibrationSet set, SignedIn who) throws IOException {
    Set<Integer> seen = new HashSet<>();
    for (int place = 0; place < set.calls().size(); place++) {
      String call = set.calls().get(place);
      if (call.equals(Mentions.ERASED) || calls.findRecorded(call, who.scope()).isPresent()) {
        seen.add(place);
      }
    }
    return seen;
  }

  /** Who said what where not all said the same. */
  private static List<String> disagreements(
      CalibrationSet set, List<Given> answers, Set<Integer> seen) {
    Map<String, Map<String, String>> byPlace = new TreeMap<>();
    for (Given given : answers) {
      if (!seen.contains(given.place())) {
        continue;
      }
      byPlace
          .computeIfAbsent(
              set.calls().get(given.place()) + ", " + given.question(), key -> new TreeMap<>())
          .put(given.by(), given.answer());
    }
    List<String> lines = new ArrayList<>();
    byPlace.forEach(
        (where, said) -> {
          if (Set.copyOf(said.values()).size() > 1) {
            List<String> each = new ArrayList<>();
            said.forEach((by, answer) -> each.add(by + " " + AnswerText.of(answer)));
            lines.add(where + ": " + String.join(", ", each));
          }
        });
    return lines;
  }

  private static int place(Context http, CalibrationSet set) {
    String place = http.pathParam("place");
    if (!place.matches("\\d{1,3}") || Integer.parseInt(place) >= set.calls().size()) {
      throw new NotFoundResponse("no such call in the set");
    }
    return Integer.parseInt(place);
  }

  private void sheet(Context http, SignedIn who) throws IOException {
    CalibrationSet set = set(http, who);
    int place = place(http, set);
    CallRecord call =
        calls
            .findRecorded(set.calls().get(place), who.scope())
            .orElseThrow(() -> new NotFoundResponse("no such call"));
    audit.write(who, Audit.Action.OPEN_CALL, call.callId(), "calibration");
    Map<String, String> mine = new HashMap<>();
    for (Given given : store.answers(set.id())) {
      if (given.place() == place && given.by().equals(who.account().name())) {
        mine.put(given.question(), given.answer());
      }
    }
    pages.show(
        http,
        who,
        set.title(),
        "calibration/sheet.jte",
        new CalibrationView.Sheet(
            set.title() + ": call " + call.callId(),
            path(set) + "/calls/" + place,
            path(set),
            "/api/v1" + Links.call(call.callId()) + "/audio",
            call.transcript().turns().stream()
                .map(t -> new CalibrationView.Said(t.role().id(), Typed.clock(t.start()), t.text()))
                .toList(),
            form(set.form()).questions().stream()
                .map(
                    q ->
                        new CalibrationView.Asked(
                            q.id(), q.text(), q.help(), mine.getOrDefault(q.id(), "")))
                .toList()));
  }

  private void answer(Context http, SignedIn who) throws IOException {
    CalibrationSet set = set(http, who);
    int place = place(http, set);
    if (calls.findRecorded(set.calls().get(place), who.scope()).isEmpty()) {
      throw new NotFoundResponse("no such call");
    }
    if (set.closed() || !set.reviewers().contains(who.account().name())) {
      pages.tell(who, "Nothing was saved: the set is closed, or you were not asked");
      http.redirect(path(set));
      return;
    }
    Map<String, String> answers = new LinkedHashMap<>();
    form(set.form())
        .questions()
        .forEach(
            question -> {
              String value = Typed.text(http, "answer." + question.id());
              if (!value.isEmpty()) {
                answers.put(question.id(), valid(value));
              }
            });
    store.answer(who, set.id(), place, answers);
    pages.tell(who, answers.size() + " answers saved");
    http.redirect(path(set));
  }

  private static String valid(String value) {
    for (AnswerValue known : AnswerValue.values()) {
      if (known.name().equals(value)) {
        return value;
      }
    }
    throw new BadRequestResponse("an answer is YES, NO, NA or UNKNOWN");
  }

  private void close(Context http, SignedIn who) {
    CalibrationSet set = set(http, who);
    if (!set.closed()) {
      audit.write(who, Audit.Action.DECIDE, null, "closed calibration " + set.id());
      store.close(who, set.id());
      pages.tell(who, "Closed: everybody asked sees the answers now");
    }
    http.redirect(path(set));
  }
}
