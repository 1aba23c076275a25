package earshot.workbench.review;

import earshot.index.CallRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How much a call asks to be looked at, and why. Points add up: 100 an automatic fail, the points a
 * score is below {@link #LOW}, 4 an UNKNOWN when there are {@link #MANY} or more.
 */
record Risk(double points, List<String> reasons) {
  /** Scores below this are low. */
  static final double LOW = 60;

  /** As many UNKNOWN answers are many. */
  static final int MANY = 5;

  private static final String FAIL = "auto_fail.";
  private static final String ANSWER = "answer.";
  private static final String SCORE = "score.";
  private static final double FAIL_POINTS = 100;
  private static final double UNKNOWN_POINTS = 4;

  Risk {
    reasons = List.copyOf(reasons);
  }

  /** Whether the risk of a call depends on that field. */
  static boolean dependsOn(String field) {
    return field.startsWith(FAIL) || field.startsWith(ANSWER) || field.startsWith(SCORE);
  }

  /**
   * @param known which of the fields may be looked at
   */
  static Risk of(CallRow call, Predicate<String> known) {
    Sum sum = new Sum();
    call.texts(
        (field, value) -> {
          if (known.test(field)) {
            sum.text(field, value);
          }
        });
    call.numbers(
        (field, value) -> {
          if (known.test(field)) {
            sum.number(field, value);
          }
        });
    return sum.risk();
  }

  /** Adds up the fields of one call, each family in the order of its names. */
  private static final class Sum {
    private final List<String> fails = new ArrayList<>();
    private final List<String> low = new ArrayList<>();
    private double points;
    private int unknown;

    void text(String field, String value) {
      if (field.startsWith(FAIL) && value.equals("true")) {
        fails.add(name(field, FAIL));
        points += FAIL_POINTS;
      }
      unknown += field.startsWith(ANSWER) && value.equals("unknown") ? 1 : 0;
    }

    void number(String field, double value) {
      if (field.startsWith(SCORE) && value < LOW) {
        low.add(String.format(Locale.ROOT, "%s %.1f", name(field, SCORE), value));
        points += LOW - value;
      }
    }

    private static String name(String field, String family) {
      return field.substring(family.length()).replace('-', ' ');
    }

    Risk risk() {
      List<String> reasons = new ArrayList<>();
      if (!fails.isEmpty()) {
        reasons.add("automatic fail proposed: " + String.join(", ", fails));
      }
      if (!low.isEmpty()) {
        reasons.add("low: " + String.join(", ", low));
      }
      if (unknown >= MANY) {
        reasons.add(unknown + " answers UNKNOWN");
        points += UNKNOWN_POINTS * unknown;
      }
      return new Risk(points, reasons);
    }
  }
}
