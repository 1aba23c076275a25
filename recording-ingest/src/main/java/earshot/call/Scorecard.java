package earshot.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One form applied to one call.
 *
 * @param version of the form
 * @param rulesHash of form, rules and phrases that gave the answers
 * @param score 0 to 100; null when no question was answered YES or NO
 * @param coverage weight answered YES or NO over weight not NA, 0 to 1
 * @param autoFailProposed whether a critical question was answered NO; a person confirms
 */
public record Scorecard(
    String form,
    int version,
    String rulesHash,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double score,
    double coverage,
    boolean autoFailProposed,
    List<Answer> answers) {
  public Scorecard {
    answers = List.copyOf(answers);
  }

  /**
   * The scorecard of these answers: score is 100 times the weight of YES over the weight of YES and
   * NO, coverage the weight of YES and NO over the weight that is not NA.
   */
  public static Scorecard of(String form, int version, String rulesHash, List<Answer> answers) {
    double yes = 0;
    double answered = 0;
    double applicable = 0;
    boolean fail = false;
    for (Answer answer : answers) {
      AnswerValue value = answer.answer();
      int weight = answer.weight();
      applicable += value == AnswerValue.NA ? 0 : weight;
      answered += value == AnswerValue.YES || value == AnswerValue.NO ? weight : 0;
      yes += value == AnswerValue.YES ? weight : 0;
      fail |= answer.critical() && weight > 0 && value == AnswerValue.NO;
    }
    Double score = answered > 0 ? Double.valueOf(rounded(100 * yes / answered)) : null;
    double coverage = applicable > 0 ? rounded(answered / applicable) : 0;
    return new Scorecard(form, version, rulesHash, score, coverage, fail, answers);
  }

  /** The same form and rules with other answers. */
  public Scorecard withAnswers(List<Answer> newAnswers) {
    return of(form, version, rulesHash, newAnswers);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
