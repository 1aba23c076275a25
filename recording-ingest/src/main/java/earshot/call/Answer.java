package earshot.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question, with what it rests on.
 *
 * @param layer {@code phrase}, {@code metric}, or {@code person} for an effective answer
 * @param confidence 0 to 1
 * @param reason one sentence a supervisor understands
 * @param evidence what was said or measured, and when; empty when something is absent
 * @param searched where was looked, when something is absent; else null
 * @param nearMiss the closest thing found there, if any
 */
public record Answer(
    String question,
    AnswerValue answer,
    String layer,
    double confidence,
    String reason,
    List<Evidence> evidence,
    @Nullable Searched searched,
    @Nullable Evidence nearMiss) {
  public Answer {
    evidence = List.copyOf(evidence);
  }
}
