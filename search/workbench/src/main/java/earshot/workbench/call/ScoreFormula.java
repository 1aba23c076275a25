package earshot.workbench.call;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Scorecard;
import earshot.score.form.Form;
import earshot.score.form.Question;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a score out with its numbers, for somebody who wants to add them up. */
final class ScoreFormula {
  private ScoreFormula() {}

  /**
   * @param card whose score was added up by {@link earshot.score.Scores}
   * @return null when there is no score
   */
  static CallView.@Nullable Formula of(Form form, Scorecard card) {
    Double score = card.score();
    if (score == null) {
      return null;
    }
    Map<AnswerValue, List<String>> parts = new EnumMap<>(AnswerValue.class);
    Map<AnswerValue, Integer> sums = new EnumMap<>(AnswerValue.class);
    for (AnswerValue value : AnswerValue.values()) {
      parts.put(value, new ArrayList<>());
      sums.put(value, 0);
    }
    for (Question question : form.questions()) {
      AnswerValue value = value(card, question.id());
      parts.computeIfPresent(value, (v, list) -> added(list, question));
      sums.merge(value, question.weight(), Integer::sum);
    }
    int yes = sums.getOrDefault(AnswerValue.YES, 0);
    int no = sums.getOrDefault(AnswerValue.NO, 0);
    return new CallView.Formula(
        String.format(Locale.ROOT, "100 × %d ÷ (%d + %d) = %.1f", yes, yes, no, score),
        sum(parts.getOrDefault(AnswerValue.YES, List.of()), yes),
        sum(parts.getOrDefault(AnswerValue.NO, List.of()), no),
        left(parts));
  }

  private static AnswerValue value(Scorecard card, String question) {
    return card.answers().stream()
        .filter(a -> a.question().equals(question))
        .map(Answer::answer)
        .findFirst()
        .orElse(AnswerValue.UNKNOWN);
  }

  private static List<String> added(List<String> list, Question question) {
    list.add(question.id() + " " + question.weight());
    return list;
  }

  private static String sum(List<String> parts, int total) {
    return parts.isEmpty() ? "none = 0" : String.join(" + ", parts) + " = " + total;
  }

  private static String left(Map<AnswerValue, List<String>> parts) {
    List<String> unknown = parts.getOrDefault(AnswerValue.UNKNOWN, List.of());
    List<String> na = parts.getOrDefault(AnswerValue.NA, List.of());
    List<String> left = new ArrayList<>();
    if (!unknown.isEmpty()) {
      left.add("UNKNOWN: " + String.join(", ", unknown));
    }
    if (!na.isEmpty()) {
      left.add("N/A: " + String.join(", ", na));
    }
    return left.isEmpty() ? "nothing" : String.join("; ", left);
  }
}
