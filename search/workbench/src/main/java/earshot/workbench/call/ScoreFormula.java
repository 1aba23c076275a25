package earshot.workbench.call;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Scorecard;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a score out with its numbers, for somebody who wants to add them up. */
final class ScoreFormula {
  private ScoreFormula() {}

  /**
   * @param card whose answers carry their weights
   * @return null when there is no score, or it comes of other weights than these
   */
  static CallView.@Nullable Formula of(Scorecard card) {
    Double score = card.score();
    int yes = sum(card, AnswerValue.YES);
    int no = sum(card, AnswerValue.NO);
    if (score == null || !score.equals(card.withAnswers(card.answers()).score())) {
      return null;
    }
    return new CallView.Formula(
        String.format(Locale.ROOT, "100 × %d ÷ (%d + %d) = %.1f", yes, yes, no, score),
        parts(card, AnswerValue.YES, yes),
        parts(card, AnswerValue.NO, no),
        left(card));
  }

  private static List<Answer> answers(Scorecard card, AnswerValue value) {
    return card.answers().stream().filter(a -> a.answer() == value).toList();
  }

  private static int sum(Scorecard card, AnswerValue value) {
    return answers(card, value).stream().mapToInt(Answer::weight).sum();
  }

  private static String parts(Scorecard card, AnswerValue value, int total) {
    List<Answer> answers = answers(card, value);
    return answers.isEmpty()
        ? "none = 0"
        : answers.stream()
                .map(a -> a.question() + " " + a.weight())
                .collect(Collectors.joining(" + "))
            + " = "
            + total;
  }

  private static String left(Scorecard card) {
    String unknown = names(card, AnswerValue.UNKNOWN, "UNKNOWN: ");
    String na = names(card, AnswerValue.NA, "N/A: ");
    String both = unknown + (unknown.isEmpty() || na.isEmpty() ? "" : "; ") + na;
    return both.isEmpty() ? "nothing" : both;
  }

  private static String names(Scorecard card, AnswerValue value, String before) {
    List<Answer> answers = answers(card, value);
    return answers.isEmpty()
        ? ""
        : before + answers.stream().map(Answer::question).collect(Collectors.joining(", "));
  }
}
