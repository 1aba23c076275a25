package earshot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as CSV (RFC 4180): a header, then a row a line, no notes. */
final class CsvReport {
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
    return CsvCell.of(text);
  }
}
