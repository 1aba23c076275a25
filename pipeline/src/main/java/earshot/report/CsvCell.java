package earshot.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as one cell of a CSV file (RFC 4180). Names and words come from outside, where anybody may
 * have typed them: what a spreadsheet would take for a formula gets an apostrophe in front. That
 * goes for the beginning of a cell, and for what would begin one where a spreadsheet divides lines
 * at other signs than a comma.
 */
public final class CsvCell {
  /** A beginning, blanks and quotes passed over, before a sign that starts a formula. */
  private static final Pattern FORMULA =
      Pattern.compile("(^|[;|\\t\\r\\n])(?=[\\s\"']*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

  private static final String CONTROLS = "\t\r\n\0";
  private static final String QUOTED = ",\"\r\n";

  private CsvCell() {}

  /** Cells as a line of the file, with its end. */
  public static String line(List<String> cells) {
    return cells.stream().map(CsvCell::of).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** The cell, quoted where it has to be. */
  public static String of(String text) {
    String safe = FORMULA.matcher(text).replaceAll("$1'");
    if (!safe.isEmpty() && CONTROLS.indexOf(safe.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    boolean quoted = safe.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0);
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
