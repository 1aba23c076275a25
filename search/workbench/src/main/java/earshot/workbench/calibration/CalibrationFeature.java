package earshot.workbench.calibration;

import earshot.call.CallRecord;
import earshot.score.form.Form;
import earshot.workbench.account.Account;
import earshot.workbench.account.Accounts;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.calibration.CalibrationSet.Given;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.review.Typed;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Question;
import earshot.workbench.web.Routes;
import earshot.workbench.web.Sentence;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Calibration sets: reviewers answer a form about the same calls without seeing any answer; then
 * what they agreed on is shown.
 */
final class CalibrationFeature implements Feature {
  private static final Access OPENERS = Access.of(Role.SUPERVISOR, Role.ADMIN);

  private final Pages pages;
  private final SetCalls setCalls;
  private final Accounts accounts;
  private final CalibrationStore store;
  private final SetAccess sets;
  private final List<Form> forms;
  private final Audit audit;

  CalibrationFeature(
      Pages pages,
      LiveSearch search,
      CallLookup calls,
      Accounts accounts,
      CalibrationStore store,
      SetAccess sets,
      List<Form> forms,
      Audit audit) {
    this.pages = pages;
    this.setCalls = new SetCalls(calls, search);
    this.accounts = accounts;
    this.store = store;
    this.sets = sets;
    this.forms = List.copyOf(forms);
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/calibration", Typed.DECIDERS, this::all)
        .nav("Calibration", "/calibration", who -> store.waiting(who.account().id()));
    routes.post("/calibration", OPENERS, this::open).costs(Cost.SEARCH);
    routes.get(SetAccess.ONE, Typed.DECIDERS, this::one);
    routes.post(SetAccess.ONE + "/close", OPENERS, this::close);
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

  private void all(Context http, SignedIn who) {
    all(http, who, CalibrationView.Typing.NOTHING);
  }

  private void all(Context http, SignedIn who, CalibrationView.Typing typed) {
    boolean mayOpen = OPENERS.roles().contains(who.role());
    pages.show(
        http,
        who,
        "Calibration",
        "calibration/sets.jte",
        new CalibrationView.Sets(
            sets.sets(who).stream().map(set -> line(set, who)).toList(),
            forms.stream().map(f -> new CalibrationView.FormChoice(f.id(), f.title())).toList(),
            mayOpen ? List.copyOf(reviewers().keySet()) : List.of(),
            mayOpen,
            typed));
  }

  private CalibrationView.SetLine line(CalibrationSet set, SignedIn who) {
    List<Given> answers = store.answers(set.id());
    int sheets = set.calls().size() * set.reviewers().size();
    long done = answers.stream().map(g -> g.place() + " " + g.by()).distinct().count();
    long waiting =
        set.asks(who)
            ? IntStream.range(0, set.calls().size())
                .filter(place -> !SetAccess.erased(set, place))
                .filter(place -> answered(answers, place, who.account().name()) == 0)
                .count()
            : 0;
    Instant closed = set.closedAt();
    Sentence state =
        closed != null
            ? Sentence.of("closed ", Moment.of(closed))
            : Sentence.of(
                "open, %d of %d sheets answered%s"
                    .formatted(
                        done, sheets, waiting > 0 ? "; %d wait for you".formatted(waiting) : ""));
    return new CalibrationView.SetLine(
        set.path(),
        set.title(),
        title(set.form()),
        set.calls().size(),
        Sentence.of(Moment.of(set.openedAt()), " by " + set.by()),
        state,
        waiting > 0);
  }

  /** The title of a form; its id when it is there no more. */
  private String title(String form) {
    return forms.stream()
        .filter(f -> f.id().equals(form))
        .map(Form::title)
        .findFirst()
        .orElse(form);
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
    CalibrationView.Typing typed =
        new CalibrationView.Typing(
            title,
            form.id(),
            Typed.text(http, "calls"),
            Set.copyOf(http.formParams("reviewer")),
            "");
    if (title.isEmpty() || title.length() > 400 || asked.size() < 2) {
      refuse(http, who, typed.with("A set needs a title and two reviewers or more."));
      return;
    }
    SetCalls.Found found = setCalls.of(typed.calls(), who);
    if (!found.problem().isEmpty()) {
      refuse(http, who, typed.with(found.problem()));
      return;
    }
    List<String> ids = found.calls();
    if (found.matching() > ids.size()) {
      pages.tell(
          who, "The first %d of %d calls that match.".formatted(ids.size(), found.matching()));
    }
    audit.write(who, Audit.Action.DECIDE, null, "calibration of " + ids.size() + " calls");
    http.redirect("/calibration/" + store.open(who, title, form.id(), ids, asked));
  }

  /** A set cannot be changed: what is wrong is said before it is opened, and nothing typed goes. */
  private void refuse(Context http, SignedIn who, CalibrationView.Typing typed) {
    http.status(400);
    all(http, who, typed);
  }

  private Form form(String id) {
    return forms.stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new BadRequestResponse("no such form"));
  }

  private void one(Context http, SignedIn who) throws IOException {
    CalibrationSet set = sets.set(http, who);
    Map<Integer, CallRecord> seen = sets.seen(set, who);
    List<Given> answers = store.answers(set.id());
    pages.show(
        http,
        who,
        set.title() + ", calibration",
        "calibration/one.jte",
        new CalibrationView.One(
            set.title(),
            set.path(),
            Sentence.of(
                title(set.form()) + ", opened ", Moment.of(set.openedAt()), " by " + set.by()),
            set.closed(),
            !set.closed() && OPENERS.roles().contains(who.role()),
            set.reviewers(),
            calls(set, answers, seen.keySet()),
            set.asks(who) ? sets.next(set, -1, who) : null,
            set.closed() ? new Outcome(set, form(set.form()), answers, seen).view() : null));
  }

  private List<CalibrationView.CallLine> calls(
      CalibrationSet set, List<Given> answers, Set<Integer> seen) {
    List<CalibrationView.CallLine> lines = new ArrayList<>();
    for (int place = 0; place < set.calls().size(); place++) {
      String call = set.calls().get(place);
      if (!seen.contains(place)) {
        String why =
            SetAccess.erased(set, place)
                ? "a call that was erased"
                : "a call outside of what you may see";
        lines.add(new CalibrationView.CallLine("", why, List.of()));
        continue;
      }
      int at = place;
      lines.add(
          new CalibrationView.CallLine(
              set.closed() ? Links.call(call) : set.sheet(place),
              call,
              set.reviewers().stream()
                  .map(by -> String.valueOf(answered(answers, at, by)))
                  .toList()));
    }
    return lines;
  }

  /** How many questions about a call a reviewer has answered; not what. */
  private static long answered(List<Given> answers, int place, String by) {
    return answers.stream().filter(g -> g.place() == place && g.by().equals(by)).count();
  }

  private void close(Context http, SignedIn who) {
    CalibrationSet set = sets.set(http, who);
    if (!set.closed()) {
      Question question = closing(set);
      if (!question.answered(http)) {
        pages.ask(http, who, question);
        return;
      }
      audit.write(who, Audit.Action.DECIDE, null, "closed calibration " + set.id());
      store.close(who, set.id());
      pages.tell(who, "Closed: everybody asked sees the answers now");
    }
    http.redirect(set.path());
  }

  private Question closing(CalibrationSet set) {
    List<Given> answers = store.answers(set.id());
    long done = answers.stream().map(g -> g.place() + " " + g.by()).distinct().count();
    long sheets = (long) set.calls().size() * set.reviewers().size();
    return new Question(
        "Close \u201c" + set.title() + "\u201d?",
        List.of(
            done == sheets
                ? "All %d sheets are answered.".formatted(sheets)
                : "%d of %d sheets are answered; the others stay empty.".formatted(done, sheets),
            "Everybody asked sees the answers of all, and of the machine. No more can be given, and"
                + " the set cannot be opened again."),
        set.path() + "/close",
        Question.state(set.id(), done),
        "Close it for good",
        set.path());
  }
}
