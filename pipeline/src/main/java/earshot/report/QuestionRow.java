package earshot.report;

import earshot.call.AnswerValue;
import earshot.stats.Interval;
import earshot.table.AnswerCounts;
import org.jspecify.annotations.Nullable;

/**
 * How one question was answered.
 *
 * @param answers how often each answer was given
 * @param tooFew whether YES and NO together are too few to compare the share with others
 */
public record QuestionRow(
    String form, int version, String question, AnswerCounts answers, boolean tooFew) {

  /** YES among YES and NO, 0 to 1; null when there are none. */
  public @Nullable Double share() {
    return answers.yes().share().orElse(null);
  }

  /** Of the share, by Wilson at 95 %; null when there is none. */
  public @Nullable Interval interval() {
    return answers.yes().wilson().orElse(null);
  }

  /** YES plus NO. */
  public long n() {
    return answers.yes().n();
  }

  public long count(AnswerValue value) {
    return answers.of(value);
  }
}
