package earshot.workbench.review;

import earshot.index.CallSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much a call asks to be looked at, and why. Points add up: 100 an automatic fail, the points a
 * score is below {@link #LOW}, 4 an UNKNOWN when there are {@link #MANY} or more.
 */
record Risk(double points, List<String> reasons) {
  /** Scores below this are low. */
  static final double LOW = 60;

  /** As many UNKNOWN answers are many. */
  static final int MANY = 5;

  private static final double FAIL_POINTS = 100;
  private static final double UNKNOWN_POINTS = 4;

  Risk {
    reasons = List.copyOf(reasons);
  }

  static Risk of(CallSummary call) {
    List<String> reasons = new ArrayList<>();
    double points = 0;
    int unknown = 0;
    for (var field : call.fields().texts().entrySet()) {
      String name = field.getKey();
      if (name.startsWith("auto_fail.") && field.getValue().equals("true")) {
        reasons.add("automatic fail proposed on " + name.substring("auto_fail.".length()));
        points += FAIL_POINTS;
      }
      unknown += name.startsWith("answer.") && field.getValue().equals("unknown") ? 1 : 0;
    }
    for (var field : call.fields().numbers().entrySet()) {
      String name = field.getKey();
      if (name.startsWith("score.") && field.getValue() < LOW) {
        reasons.add(
            String.format(
                Locale.ROOT, "%s %.1f", name.substring("score.".length()), field.getValue()));
        points += LOW - field.getValue();
      }
    }
    if (unknown >= MANY) {
      reasons.add(unknown + " answers UNKNOWN");
      points += UNKNOWN_POINTS * unknown;
    }
    return new Risk(points, reasons);
  }
}
