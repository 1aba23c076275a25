package earshot.workbench.dispute;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Metadata;
import earshot.index.NoIndexException;
import earshot.score.form.Form;
import earshot.stats.Proportion;
import earshot.workbench.account.Role;
import earshot.workbench.account.Scope;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.call.AnswerText;
import earshot.workbench.call.Trail;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.lookup.Withholding;
import earshot.workbench.review.DecisionStore;
import earshot.workbench.review.Typed;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.search.ScopedSearch;
import earshot.workbench.web.Access;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import earshot.workbench.web.Sentence;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Disputes: an agent contests an answer about an own call, a supervisor or admin decides. */
public final class DisputesFeature implements Feature {
  private static final Access JUDGES = Access.of(Role.SUPERVISOR, Role.ADMIN);
  private static final Access READERS =
      Access.of(Role.AGENT, Role.REVIEWER, Role.SUPERVISOR, Role.ADMIN);

  private final Pages pages;
  private final CallLookup calls;
  private final Withholding withholding;
  private final Disputes disputes;
  private final DecisionStore decisions;
  private final Audit audit;
  private final Clock clock;
  private final LiveSearch search;
  private final Map<String, String> questions = new HashMap<>();

  /**
   * @param search tells which calls somebody sees, without reading their records
   * @param forms whose questions are contested
   */
  public DisputesFeature(
      Pages pages,
      LiveSearch search,
      List<Form> forms,
      CallLookup calls,
      Withholding withholding,
      Disputes disputes,
      DecisionStore decisions,
      Audit audit,
      Clock clock) {
    this.pages = pages;
    this.calls = calls;
    this.withholding = withholding;
    this.disputes = disputes;
    this.decisions = decisions;
    this.audit = audit;
    this.clock = clock;
    this.search = search;
    forms.stream()
        .flatMap(form -> form.questions().stream())
        .forEach(q -> questions.putIfAbsent(q.id(), q.text()));
  }

  @Override
  public void register(Routes routes) {
    routes
        .get("/disputes", READERS, this::page)
        .nav(
            "Disputes",
            "/disputes",
            who -> JUDGES.roles().contains(who.role()) ? toDecide(who) : 0);
    routes.post("/calls/{call_id}/disputes", Access.of(Role.AGENT), this::open);
    routes.post("/disputes/{dispute_id}/decision", JUDGES, this::decide);
  }

  /** How many disputes wait for somebody's decision; asked for every page. */
  private long toDecide(SignedIn who) {
    List<Dispute> open = disputes.open();
    if (open.isEmpty()) {
      return 0;
    }
    Set<String> withheld = withheld(who);
    try (ScopedSearch scoped = search.in(who.account())) {
      Set<String> seen =
          scoped.seen(open.stream().map(Dispute::callId).collect(Collectors.toSet()));
      return open.stream()
          .filter(d -> seen.contains(d.callId()) && !withheld.contains(answer(d)))
          .count();
    } catch (NoIndexException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** It would say what the machine answered, to somebody who is asked to answer that first. */
  private Set<String> withheld(SignedIn who) {
    return withholding.from(who.account()).stream()
        .map(w -> w.callId() + " " + w.form())
        .collect(Collectors.toSet());
  }

  private static String answer(Dispute dispute) {
    return dispute.callId() + " " + dispute.form();
  }

  private void page(Context http, SignedIn who) throws IOException {
    List<DisputesView.Line> open = new ArrayList<>();
    List<DisputesView.Line> decided = new ArrayList<>();
    Set<String> withheld = withheld(who);
    long waiting = 0;
    // Nothing tells whose calls the erased ones were: they count for those who see all calls.
    Map<String, Proportion> rates =
        new TreeMap<>(who.scope() instanceof Scope.All ? disputes.erased() : Map.of());
    for (Dispute dispute : disputes.all()) {
      if (withheld.contains(answer(dispute))) {
        waiting++;
        continue;
      }
      Optional<CallRecord> call = calls.findRecorded(dispute.callId(), who.scope());
      if (call.isPresent()) {
        (dispute.open() ? open : decided).add(line(dispute, call.get().metadata(), who));
        Dispute.Outcome decision = dispute.decision();
        if (decision != null) {
          rates.merge(
              dispute.question(),
              new Proportion(decision.overturned() ? 1 : 0, 1),
              Proportion::plus);
        }
      }
    }
    Collections.reverse(open); // what is due first
    pages.show(
        http,
        who,
        "Disputes",
        "dispute/disputes.jte",
        new DisputesView(
            who.role() == Role.AGENT,
            waiting,
            open,
            decided,
            rates.entrySet().stream().map(r -> rate(r.getKey(), r.getValue())).toList()));
  }

  private DisputesView.Line line(Dispute dispute, Metadata call, SignedIn who) {
    return new DisputesView.Line(
        dispute.id(),
        dispute.callId(),
        Links.call(dispute.callId()) + "#answer-" + dispute.form() + "-" + dispute.question(),
        dispute.question(),
        text(dispute.question()),
        about(call),
        dispute.contested(),
        dispute.by(),
        dispute.reason(),
        Disputes.outcome(dispute),
        dispute.open() && clock.instant().isAfter(dispute.dueAt()),
        dispute.open() && JUDGES.roles().contains(who.role()));
  }

  /** What a question asks; its id when it is in no form any more. */
  private String text(String question) {
    return questions.getOrDefault(question, question);
  }

  private static Sentence about(Metadata call) {
    String agent = call.agentName() == null ? call.agentId() : call.agentName();
    Moment started = Moment.of(call.startedAt());
    return agent == null ? Sentence.of(started) : Sentence.of(agent + " · ", started);
  }

  private DisputesView.Rate rate(String question, Proportion rate) {
    return new DisputesView.Rate(
        text(question),
        rate.n(),
        rate.share().map(DisputesFeature::percent).orElse(""),
        rate.wilson().map(i -> percent(i.low()) + " to " + percent(i.high())).orElse(""));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private void open(Context http, SignedIn who) throws IOException {
    CallRecord call =
        calls
            .find(http.pathParam("call_id"), who.scope())
            .orElseThrow(() -> new NotFoundResponse("no such call"));
    String form = Typed.text(http, "form");
    String question = Typed.text(http, "question");
    Answer answer =
        answer(call, form, question).orElseThrow(() -> new BadRequestResponse("no such question"));
    String reason = reason(http);
    audit.write(who, Audit.Action.DECIDE, call.callId(), "dispute " + form + "/" + question);
    boolean opened =
        disputes.open(who, call.callId(), form, question, answer.answer().name(), reason);
    pages.tell(
        who,
        opened
            ? "Contested: a supervisor decides within " + Disputes.DEADLINE.toDays() + " days"
            : "This answer is contested already");
    http.redirect(Trail.page(http, call.callId()) + "#answer-" + form + "-" + question);
  }

  private static Optional<Answer> answer(CallRecord call, String form, String question) {
    return call.scorecards().stream()
        .filter(c -> c.form().equals(form))
        .flatMap(c -> c.answers().stream())
        .filter(a -> a.question().equals(question))
        .findFirst();
  }

  private static String reason(Context http) {
    String reason = Typed.text(http, "reason");
    if (reason.isEmpty()) {
      throw new BadRequestResponse("a reason is needed");
    }
    return reason;
  }

  private void decide(Context http, SignedIn who) throws IOException {
    String id = http.pathParam("dispute_id");
    Dispute dispute =
        (id.matches("\\d{1,15}") ? disputes.find(Long.parseLong(id)) : Optional.<Dispute>empty())
            .orElseThrow(() -> new NotFoundResponse("no such dispute"));
    CallRecord call =
        calls
            .findRecorded(dispute.callId(), who.scope())
            .orElseThrow(() -> new NotFoundResponse("no such dispute"));
    if (withholding.from(who, call.callId()).stream()
        .anyMatch(w -> w.form().equals(dispute.form()))) {
      throw new NotFoundResponse("not before the calibration set is closed");
    }
    AnswerValue overturned = overturned(Typed.text(http, "answer"), dispute);
    String reason = reason(http);
    audit.write(who, Audit.Action.DECIDE, call.callId(), "decided dispute " + dispute.id());
    if (!disputes.decide(
        who, dispute.id(), overturned == null ? null : overturned.name(), reason)) {
      pages.tell(who, "Somebody decided this dispute before");
    } else {
      if (overturned != null) {
        decisions.decide(who, call, dispute.form(), dispute.question(), overturned, reason);
      }
      pages.tell(who, overturned == null ? "Upheld" : "Overturned to " + AnswerText.of(overturned));
    }
    http.redirect("/disputes");
  }

  /** The answer that shall hold instead; null where the contested one is upheld. */
  private static @Nullable AnswerValue overturned(String text, Dispute dispute) {
    if (text.equals("uphold")) {
      return null;
    }
    for (AnswerValue value : AnswerValue.values()) {
      if (value.name().equals(text) && !text.equals(dispute.contested())) {
        return value;
      }
    }
    throw new BadRequestResponse("uphold, or another answer than the contested one");
  }
}
