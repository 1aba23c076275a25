package earshot.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of filters, windows and events as written. */
final class Values {
  private static final Pattern SECONDS =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(s|sec|m|min|h)?");
  private static final String TO = "..";

  private Values() {}

  /** Seconds of {@code 30}, {@code 30s}, {@code 2m} or {@code 1h}. */
  static double seconds(String text) {
    Matcher matcher = SECONDS.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a time in seconds is expected, not '" + text + "'");
    }
    String unit = matcher.group(2);
    double factor = unit == null || unit.startsWith("s") ? 1 : unit.startsWith("m") ? 60 : 3600;
    return Double.parseDouble(matcher.group(1)) * factor;
  }

  static Condition condition(Field field, String name, Comparison comparison, String value) {
    if (!field.kind().numeric()) {
      if (comparison == Comparison.EQUAL) {
        return text(field, name, value);
      }
      throw new IllegalArgumentException(name + " takes " + field.takes());
    }
    return Condition.Range.of(comparison, number(field, name, value));
  }

  static Condition condition(Field field, String name, String value) {
    if (!field.kind().numeric()) {
      return text(field, name, value);
    }
    int to = value.indexOf(TO);
    if (to < 0) {
      return Condition.Range.of(Comparison.EQUAL, number(field, name, value));
    }
    String low = value.substring(0, to);
    String high = value.substring(to + TO.length());
    return new Condition.Range(
        low.isEmpty() ? Double.NEGATIVE_INFINITY : number(field, name, low),
        true,
        high.isEmpty() ? Double.POSITIVE_INFINITY : number(field, name, high),
        true);
  }

  private static Condition text(Field field, String name, String value) {
    Condition.Is is = new Condition.Is(value);
    field.refuse(name, is, value);
    return is;
  }

  private static double number(Field field, String name, String value) {
    try {
      return switch (field.kind()) {
        case DATE -> LocalDate.parse(value).toEpochDay();
        case SECONDS -> seconds(value);
        default -> decimal(value);
      };
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " takes " + field.takes() + ", not '" + value + "'", e);
    }
  }

  private static double decimal(String value) {
    if (!value.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
      throw new NumberFormatException(value);
    }
    return Double.parseDouble(value);
  }
}
