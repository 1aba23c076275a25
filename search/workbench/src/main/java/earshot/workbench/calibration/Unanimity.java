package earshot.workbench.calibration;

import earshot.call.AnswerValue;
import earshot.stats.Agreement;
import earshot.stats.Proportion;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far reviewers agree with each other, and with the machine. Every pair of reviewers of a call
 * is counted both ways round, so that kappa does not depend on who is first.
 */
final class Unanimity {
  /** Below this share of equal answers a question is flagged: it may be read in two ways. */
  static final double AMBIGUOUS = 0.8;

  private final Agreement<String> pairs = new Agreement<>();
  private long withMachine;
  private long comparedWithMachine;

  /**
   * Adds the answers to one question about one call.
   *
   * @param answers one a reviewer
   * @param machine what the machine answered; null when it did not, or nobody knows
   */
  void add(List<String> answers, @Nullable String machine) {
    for (int first = 0; first < answers.size(); first++) {
      for (int second = 0; second < answers.size(); second++) {
        if (first != second) {
          pairs.add(answers.get(first), answers.get(second));
        }
      }
    }
    if (machine != null && !machine.equals(AnswerValue.UNKNOWN.name())) {
      comparedWithMachine += answers.size();
      withMachine += answers.stream().filter(machine::equals).count();
    }
  }

  /** The row that tells it. */
  CalibrationView.Row row(String question) {
    long n = pairs.n() / 2;
    double share = pairs.observed().share().orElse(1.0);
    return new CalibrationView.Row(
        question,
        n,
        n == 0 ? "" : percent(share),
        n == 0 ? "" : pairs.kappa().map(Unanimity::decimal).orElse("not defined"),
        n > 0 && share < AMBIGUOUS,
        new Proportion(withMachine, comparedWithMachine).share().map(Unanimity::percent).orElse(""),
        comparedWithMachine);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String decimal(double kappa) {
    return String.format(Locale.ROOT, "%.2f", kappa);
  }
}
