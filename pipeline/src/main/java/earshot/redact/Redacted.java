package earshot.redact;

import earshot.call.Redaction;
import earshot.call.Turn;
import java.util.List;

/**
 * A call without what must not be written.
 *
 * @param turns as many as went in, in the same order
 * @param redactions what a player mutes, ordered by channel and start; spans of one kind that touch
 *     are one
 */
public record Redacted(List<Turn> turns, List<Redaction> redactions) {
  public Redacted {
    turns = List.copyOf(turns);
    redactions = List.copyOf(redactions);
  }

  /** Counts only: turns hold what people said. */
  @Override
  public String toString() {
    return "Redacted[" + turns.size() + " turns, " + redactions.size() + " redactions]";
  }
}
