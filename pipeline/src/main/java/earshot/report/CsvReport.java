package earshot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A report as CSV (RFC 4180): a header, then a row a line, no notes.
 *
 * <p>Names come from metadata, which anybody may have typed: a text that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
final class CsvReport {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

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
    if (!(value instanceof String text)) {
      return value.toString();
    }
    String safe =
        !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
