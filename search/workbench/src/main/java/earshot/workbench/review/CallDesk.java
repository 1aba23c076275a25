package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.call.AnswerText;
import earshot.workbench.call.CallReview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What the call page shows of decisions, comments, disputes and changes. */
public final class CallDesk implements CallReview.Desk {
  private static final int RULES_SHOWN = 8;

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
        changes.of(call.callId()).stream().map(CallDesk::change).toList(),
        decides ? ChannelSwap.otherChannel(call) : null);
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
        Typed.at(decision.at()),
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
        Typed.at(comment.at()),
        String.format(Locale.ROOT, "%.2f", comment.start()),
        Typed.clock(comment.start()) + " to " + Typed.clock(comment.end()),
        comment.text());
  }

  private static String finished(ReviewNotes.Finished finished) {
    ReviewNotes.Sample sample = finished.sample();
    return "Finished by "
        + finished.by()
        + " on "
        + Typed.at(finished.at())
        + (sample == null ? "" : "; " + sample.line());
  }

  private static String change(RecordChanges.Change change) {
    String outcome = change.outcome();
    Integer channel = change.channel();
    String what =
        change.redacts()
            ? "Redacted "
                + Typed.clock(change.start())
                + " to "
                + Typed.clock(change.end())
                + (channel == null ? "" : " on channel " + (channel + 1))
            : "Agent put on channel " + (channel == null ? 1 : channel + 1);
    return what
        + " by "
        + change.by()
        + " on "
        + Typed.at(change.at())
        + (change.comment().isBlank() ? "" : ": " + change.comment())
        + " ("
        + (outcome == null ? "waits for the data folder" : outcome)
        + ")";
  }
}
