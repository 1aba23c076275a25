package earshot.score.check;

import earshot.call.AnswerValue;
import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Searched;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Find;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a check.
 *
 * @param confidence 0 to 1, before how well the call was heard is taken into account
 * @param searched where something was looked for and not found; null when the answer rests on
 *     evidence
 */
public record Verdict(
    AnswerValue answer,
    double confidence,
    String reason,
    List<Evidence> evidence,
    @Nullable Searched searched,
    @Nullable Evidence nearMiss) {
  private static final int MOST_EVIDENCE = 5;

  public Verdict {
    evidence = evidence.size() > MOST_EVIDENCE ? evidence.subList(0, MOST_EVIDENCE) : evidence;
    evidence = List.copyOf(evidence);
  }

  /** Rests on what was said. */
  static Verdict said(boolean good, String reason, Hearing hearing, List<Find> finds) {
    double confidence = finds.stream().mapToDouble(hearing::confidence).min().orElse(1);
    return new Verdict(
        good ? AnswerValue.YES : AnswerValue.NO,
        confidence,
        reason,
        finds.stream().map(hearing::evidence).toList(),
        null,
        null);
  }

  /** Rests on a measure or on whole turns. */
  static Verdict shown(boolean good, String reason, List<Evidence> evidence) {
    return new Verdict(good ? AnswerValue.YES : AnswerValue.NO, 1, reason, evidence, null, null);
  }

  /** Rests on what was not found. */
  static Verdict missing(
      boolean good, String reason, Role role, double from, double to, @Nullable Evidence nearMiss) {
    return new Verdict(
        good ? AnswerValue.YES : AnswerValue.NO,
        1,
        reason,
        List.of(),
        new Searched(role, Math.max(0, from), Math.max(0, Math.max(from, to))),
        nearMiss);
  }

  public static Verdict notApplicable(String reason) {
    return new Verdict(AnswerValue.NA, 1, reason, List.of(), null, null);
  }

  public static Verdict unknown(String reason) {
    return new Verdict(AnswerValue.UNKNOWN, 0, reason, List.of(), null, null);
  }

  /** The same as UNKNOWN. */
  public Verdict doubted(String why) {
    return new Verdict(AnswerValue.UNKNOWN, 0, why, evidence, searched, nearMiss);
  }

  /** The same as UNKNOWN, for something that may have been said. */
  public Verdict doubted(String why, Evidence instead) {
    return new Verdict(AnswerValue.UNKNOWN, 0, why, List.of(), searched, instead);
  }
}
