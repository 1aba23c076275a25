package earshot.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as CSV (RFC 4180): a header, then a row a line, no notes. */
final class CsvReport {
  private static final int DECIMALS = 4;

  private CsvReport() {}

  static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", report.columns()));
    for (List<@Nullable Object> row : report.values()) {
      lines.add(row.stream().map(CsvReport::cell).collect(Collectors.joining(",")));
    }
    return lines;
  }

  static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return number(number);
    }
    if (!(value instanceof String text)) {
      return value.toString();
    }
    return CsvCell.of(text);
  }

  /** More decimals than a table shows, and none that only the sum of doubles made. */
  private static String number(double number) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() <= 0 ? rounded.setScale(1).toPlainString() : rounded.toPlainString();
  }
}
