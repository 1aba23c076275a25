package earshot.workbench.call;

import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people have said about a call, and what the person who looks at it may do.
 *
 * @param mayDecide override, accept and withdraw answers, finish, redact, say who speaks
 * @param mayComment on a span of time
 * @param mayDispute contest answers: the agent of the call
 * @param behind why search and reports do not show the last decision yet; null when they do
 * @param history of decisions by row id of the page, oldest first
 * @param contests disputes by row id of the page, oldest first
 * @param finished who finished a review of the call
 * @param changes of the record itself
 * @param speakers what may be said of who speaks
 */
public record CallReview(
    boolean mayDecide,
    boolean mayComment,
    boolean mayDispute,
    @Nullable String behind,
    Map<String, List<Entry>> history,
    Map<String, List<Contest>> contests,
    List<Remark> remarks,
    List<Sentence> finished,
    List<Change> changes,
    Speakers speakers) {
  /** Nothing was said and nothing may be done. */
  public static final CallReview NONE =
      new CallReview(
          false,
          false,
          false,
          null,
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(),
          Speakers.NOTHING);

  public CallReview {
    history = Map.copyOf(history);
    contests = Map.copyOf(contests);
    remarks = List.copyOf(remarks);
    finished = List.copyOf(finished);
    changes = List.copyOf(changes);
  }

  /** Makes it for somebody. */
  @FunctionalInterface
  public interface Desk {
    CallReview of(earshot.workbench.account.SignedIn who, earshot.call.CallRecord call)
        throws java.io.IOException;
  }

  /** Decisions about an answer, oldest first. */
  public List<Entry> history(String row) {
    return history.getOrDefault(row, List.of());
  }

  /** Disputes about an answer, oldest first. */
  public List<Contest> contests(String row) {
    return contests.getOrDefault(row, List.of());
  }

  /** Whether somebody waits for a decision about the answer. */
  public boolean contested(String row) {
    return contests(row).stream().anyMatch(Contest::open);
  }

  /**
   * A decision.
   *
   * @param what a sentence without the name
   */
  public record Entry(String by, Moment at, String what, String comment, String rules) {}

  /** A dispute about an answer, in one line. */
  public record Contest(Sentence line, String reason, boolean open, Sentence outcome) {}

  /** A comment on a span of time; {@code start} is for the player. */
  public record Remark(String by, Moment at, String start, String span, String text) {}

  /**
   * A change of the record.
   *
   * @param takeBack its number, where it can be taken back; else null
   * @param onlyByExchange whether only another exchange of the channels undoes it
   */
  public record Change(Sentence line, @Nullable Long takeBack, boolean onlyByExchange) {}

  /**
   * What the person may say of who speaks.
   *
   * @param otherChannel 0 or 1: where the agent would be after a swap; null where there is no swap
   * @param exchange agent and customer of one channel may change places
   * @param name the speaker of a span may be named
   */
  public record Speakers(@Nullable Integer otherChannel, boolean exchange, boolean name) {
    /** Nothing. */
    public static final Speakers NOTHING = new Speakers(null, false, false);
  }
}
