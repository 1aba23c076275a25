package earshot.workbench.calibration;

import earshot.stats.Agreement;
import earshot.workbench.calibration.CalibrationSet.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far reviewers agree on a question. Every pair of reviewers of a call is counted both ways
 * round, so that kappa does not depend on who is first.
 */
final class Unanimity {
  /** Below this share of equal answers a question is flagged: it may be read in two ways. */
  static final double AMBIGUOUS = 0.8;

  private Unanimity() {}

  /** One row a question, in order of the questions' ids. */
  static List<CalibrationView.Row> of(List<Given> answers) {
    Map<String, Map<Integer, List<String>>> byQuestion = new TreeMap<>();
    for (Given given : answers) {
      byQuestion
          .computeIfAbsent(given.question(), q -> new TreeMap<>())
          .computeIfAbsent(given.place(), p -> new ArrayList<>())
          .add(given.answer());
    }
    List<CalibrationView.Row> rows = new ArrayList<>();
    byQuestion.forEach((question, calls) -> rows.add(row(question, calls)));
    return rows;
  }

  private static CalibrationView.Row row(String question, Map<Integer, List<String>> calls) {
    Agreement<String> agreement = new Agreement<>();
    for (List<String> answers : calls.values()) {
      for (int first = 0; first < answers.size(); first++) {
        for (int second = 0; second < answers.size(); second++) {
          if (first != second) {
            agreement.add(answers.get(first), answers.get(second));
          }
        }
      }
    }
    double share = agreement.observed().share().orElse(1.0);
    return new CalibrationView.Row(
        question,
        agreement.n() / 2,
        agreement.n() == 0 ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * share),
        agreement.kappa().map(k -> String.format(Locale.ROOT, "%.2f", k)).orElse("not defined"),
        agreement.n() > 0 && share < AMBIGUOUS);
  }
}
