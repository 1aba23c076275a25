package earshot.query;

import java.util.Locale;

/** What a filter asks of a field. */
public sealed interface Condition {

  /** The field has this text; case and blanks around it do not count. */
  record Is(String text) implements Condition {
    public Is {
      text = normal(text);
      if (!writable(text)) {
        throw new IllegalArgumentException("a filter needs a value without quotes in it");
      }
    }

    /** Whether a filter can ask for this text. */
    public static boolean writable(String text) {
      return !text.isBlank() && text.chars().noneMatch(c -> Scanner.quote((char) c));
    }

    /** The form in which values are compared. */
    public static String normal(String text) {
      return text.strip().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The field's number is between two limits. Dates are numbers, too: days since 1970-01-01.
   *
   * @param from {@code -infinity} when open
   * @param to {@code +infinity} when open
   */
  record Range(double from, boolean fromIncluded, double to, boolean toIncluded)
      implements Condition {
    public Range {
      if (Double.isNaN(from) || Double.isNaN(to) || from > to) {
        throw new IllegalArgumentException("a range must not end before it starts");
      }
      boolean open = Double.isInfinite(from) || Double.isInfinite(to);
      if (Double.isInfinite(from) && Double.isInfinite(to)) {
        throw new IllegalArgumentException("a range needs a limit");
      }
      if (!open && !(fromIncluded && toIncluded)) {
        throw new IllegalArgumentException("a range with two limits includes both");
      }
      fromIncluded |= Double.isInfinite(from);
      toIncluded |= Double.isInfinite(to);
    }

    static Range of(Comparison comparison, double limit) {
      return switch (comparison) {
        case LESS -> new Range(Double.NEGATIVE_INFINITY, true, limit, false);
        case AT_MOST -> new Range(Double.NEGATIVE_INFINITY, true, limit, true);
        case MORE -> new Range(limit, false, Double.POSITIVE_INFINITY, true);
        case AT_LEAST -> new Range(limit, true, Double.POSITIVE_INFINITY, true);
        case EQUAL -> new Range(limit, true, limit, true);
      };
    }

    public boolean test(double value) {
      return (fromIncluded ? value >= from : value > from)
          && (toIncluded ? value <= to : value < to);
    }
  }
}
