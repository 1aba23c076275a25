package earshot.workbench.calibration;

import earshot.call.Answer;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.score.form.Form;
import earshot.score.form.Question;
import earshot.workbench.calibration.CalibrationSet.Given;
import earshot.workbench.call.AnswerText;
import earshot.workbench.web.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came out of a closed set: agreement by question, and where answers differ. */
final class Outcome {
  private static final String NO_ANSWER = "–";

  private final CalibrationSet set;
  private final Form form;
  private final Map<Integer, CallRecord> seen;
  private final Map<String, Map<Integer, Map<String, String>>> answers = new LinkedHashMap<>();

  /**
   * @param seen calls that whoever reads this may see, by place; others are counted, not named
   */
  Outcome(CalibrationSet set, Form form, List<Given> given, Map<Integer, CallRecord> seen) {
    this.set = set;
    this.form = form;
    this.seen = seen;
    form.questions().forEach(question -> answers.put(question.id(), new TreeMap<>()));
    for (Given each : given) {
      answers
          .computeIfAbsent(each.question(), q -> new TreeMap<>())
          .computeIfAbsent(each.place(), p -> new TreeMap<>())
          .put(each.by(), each.answer());
    }
  }

  CalibrationView.Outcome view() {
    List<CalibrationView.Row> rows = new ArrayList<>();
    List<CalibrationView.Difference> differences = new ArrayList<>();
    Unanimity all = new Unanimity();
    answers.forEach(
        (question, byPlace) -> {
          Unanimity one = new Unanimity();
          byPlace.forEach(
              (place, byReviewer) -> {
                List<String> said = List.copyOf(byReviewer.values());
                @Nullable String machine = machine(place, question);
                one.add(said, machine);
                all.add(said, machine);
                if (seen.containsKey(place) && said.stream().distinct().count() > 1) {
                  differences.add(difference(place, question, byReviewer, machine));
                }
              });
          if (!byPlace.isEmpty()) {
            rows.add(one.row(text(question)));
          }
        });
    return new CalibrationView.Outcome(
        rows, all.row("All questions"), set.reviewers(), differences);
  }

  private CalibrationView.Difference difference(
      int place, String question, Map<String, String> byReviewer, @Nullable String machine) {
    String call = set.calls().get(place);
    return new CalibrationView.Difference(
        call,
        Links.call(call) + "#answer-" + set.form() + "-" + question,
        text(question),
        set.reviewers().stream().map(by -> shown(byReviewer.get(by))).toList(),
        shown(machine));
  }

  private static String shown(@Nullable String answer) {
    return answer == null ? NO_ANSWER : AnswerText.of(answer);
  }

  private String text(String question) {
    return form.questions().stream()
        .filter(q -> q.id().equals(question))
        .map(Question::text)
        .findFirst()
        .orElse(question);
  }

  /** What the rules say today; the form may have had other rules when the set was open. */
  private @Nullable String machine(int place, String question) {
    return Optional.ofNullable(seen.get(place)).stream()
        .flatMap(call -> call.scorecards().stream())
        .filter(card -> card.form().equals(set.form()))
        .map(Scorecard::answers)
        .flatMap(List::stream)
        .filter(answer -> answer.question().equals(question))
        .map(Answer::answer)
        .map(Enum::name)
        .findFirst()
        .orElse(null);
  }
}
