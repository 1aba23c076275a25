package earshot.workbench.dispute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the agent of a call contests.
 *
 * @param contested the answer that held
 * @param by the agent's account
 * @param dueAt until when it should be decided
 * @param decision null while it is open
 */
public record Dispute(
    long id,
    String callId,
    String form,
    String question,
    String contested,
    String reason,
    String by,
    Instant openedAt,
    Instant dueAt,
    @Nullable Outcome decision) {

  /**
   * How it was decided.
   *
   * @param answer that holds from then on; null where the contested one was upheld
   */
  public record Outcome(
      boolean overturned, @Nullable String answer, String reason, String by, Instant at) {}

  boolean open() {
    return decision == null;
  }
}
