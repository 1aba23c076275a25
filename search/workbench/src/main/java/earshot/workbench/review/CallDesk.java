package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.call.AnswerText;
import earshot.workbench.call.CallReview;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the call page shows of decisions, comments, disputes and changes. */
public final class CallDesk implements CallReview.Desk {
  private static final int RULES_SHOWN = 8;
  private static final int SPANS_SHOWN = 4;

  private final DecisionStore decisions;
  private final ReviewNotes notes;
  private final RecordChanges changes;
  private final FollowUp followUp;
  private final Function<String, Map<String, List<CallReview.Contest>>> contests;

  /**
   * @param contests gives the disputes of a call by row of its page
   */
  public CallDesk(
      DecisionStore decisions,
      ReviewNotes notes,
      RecordChanges changes,
      FollowUp followUp,
      Function<String, Map<String, List<CallReview.Contest>>> contests) {
    this.decisions = decisions;
    this.notes = notes;
    this.changes = changes;
    this.followUp = followUp;
    this.contests = contests;
  }

  @Override
  public CallReview of(SignedIn who, CallRecord call) {
    boolean decides = Typed.decides(who);
    return new CallReview(
        decides,
        who.role() != Role.AGENT,
        who.role() == Role.AGENT,
        followUp.behind()
            ? "Search and reports follow: they do not show the last decision yet."
            : null,
        history(call.callId()),
        contests.apply(call.callId()),
        notes.comments(call.callId()).stream().map(CallDesk::remark).toList(),
        notes.finished(call.callId()).stream().map(CallDesk::finished).toList(),
        changed(call, changes.of(call.callId())),
        decides ? speakers(call) : CallReview.Speakers.NOTHING);
  }

  private static CallReview.Speakers speakers(CallRecord call) {
    return new CallReview.Speakers(
        ChannelSwap.otherChannel(call),
        WhoSpeaks.exchangeable(call),
        call.audio().layout() != Layout.TRANSCRIPT && !call.transcript().turns().isEmpty());
  }

  private Map<String, List<CallReview.Entry>> history(String callId) {
    Map<String, List<CallReview.Entry>> history = new HashMap<>();
    for (Decision decision : decisions.of(callId)) {
      history
          .computeIfAbsent(decision.form() + "-" + decision.question(), row -> new ArrayList<>())
          .add(entry(decision));
    }
    return history;
  }

  private static CallReview.Entry entry(Decision decision) {
    String what =
        decision.to() == null
            ? "took back " + AnswerText.of(decision.from())
            : decision.to() == decision.from()
                ? "accepted " + AnswerText.of(decision.to())
                : AnswerText.of(decision.from()) + " to " + AnswerText.of(decision.to());
    String rules = decision.rulesHash();
    return new CallReview.Entry(
        decision.by(),
        Moment.of(decision.at()),
        what,
        decision.comment(),
        "machine "
            + AnswerText.of(decision.machine())
            + ", version "
            + decision.formVersion()
            + ", rules "
            + rules.substring(0, Math.min(RULES_SHOWN, rules.length())));
  }

  private static CallReview.Remark remark(ReviewNotes.Comment comment) {
    return new CallReview.Remark(
        comment.by(),
        Moment.of(comment.at()),
        String.format(Locale.ROOT, "%.2f", comment.start()),
        span(comment.start(), comment.end()),
        comment.text());
  }

  private static Sentence finished(ReviewNotes.Finished finished) {
    ReviewNotes.Sample sample = finished.sample();
    return Sentence.of(
        "Finished by " + finished.by() + " on ",
        Moment.of(finished.at()),
        sample == null ? "" : "; " + sample.line());
  }

  private static List<CallReview.Change> changed(CallRecord call, List<Change> changes) {
    Map<Long, Change> byId = new HashMap<>();
    changes.forEach(change -> byId.put(change.id(), change));
    TakingBack takingBack = new TakingBack(call, changes);
    return changes.stream()
        .map(
            change -> {
              return new CallReview.Change(
                  line(change, byId),
                  takingBack.works(change) ? change.id() : null,
                  takingBack.onlyByExchange(change));
            })
        .toList();
  }

  private static Sentence line(Change change, Map<Long, Change> byId) {
    String outcome = change.outcome();
    return Sentence.of(
        what(change, byId) + " by " + change.by() + " on ",
        Moment.of(change.at()),
        (change.comment().isBlank() ? "" : ": " + change.comment())
            + " ("
            + (outcome == null ? "waits for the data folder" : outcome)
            + ")");
  }

  private static String what(Change change, Map<Long, Change> byId) {
    Wanted wanted = change.wanted();
    if (wanted instanceof Wanted.Redact redact) {
      SpanRedaction span = redact.span();
      Integer channel = span.channel();
      return "Redacted "
          + span(span.start(), span.end())
          + (channel == null ? "" : " on channel " + (channel + 1));
    }
    if (wanted instanceof Wanted.AgentOn agent) {
      return "Agent put on channel " + (agent.channel() + 1);
    }
    if (wanted instanceof Wanted.Speakers speakers) {
      return "Speakers named: " + spans(speakers.spans());
    }
    if (wanted instanceof Wanted.TakeBack back) {
      Change earlier = byId.get(back.change());
      return "Taken back: " + (earlier == null ? "a change" : what(earlier, byId));
    }
    return "Agent and customer exchanged";
  }

  private static String spans(List<NamedSpan> spans) {
    String first =
        spans.stream()
            .limit(SPANS_SHOWN)
            .map(s -> span(s.start(), s.end()) + " " + s.role().id())
            .collect(Collectors.joining(", "));
    int more = spans.size() - SPANS_SHOWN;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String span(double start, double end) {
    return Typed.clock(start) + " to " + Typed.clock(end);
  }
}
