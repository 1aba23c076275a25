package earshot.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns for a terminal. Text and words stand left, numbers right; where the columns do
 * not fit, the widest text columns are cut. Only ASCII is added to what the cells hold.
 */
final class TextTable {
  /** Widths a text column is not cut below. */
  private static final int LEAST = 8;

  private static final String GAP = "  ";
  private static final String CUT = "..";

  private final List<String> titles = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private enum Kind {
    TEXT,
    WORD,
    NUMBER
  }

  /** A column of names, cut where room is short. */
  TextTable text(String title) {
    return column(title, Kind.TEXT);
  }

  /** A column of words that are never cut. */
  TextTable word(String title) {
    return column(title, Kind.WORD);
  }

  TextTable number(String title) {
    return column(title, Kind.NUMBER);
  }

  private TextTable column(String title, Kind kind) {
    titles.add(title);
    kinds.add(kind);
    return this;
  }

  /** A cell a column; an only cell is a line of its own between the rows. */
  void row(String... cells) {
    if (cells.length != 1 && cells.length != titles.size()) {
      throw new IllegalArgumentException(
          "a row has " + titles.size() + " cells, not " + cells.length);
    }
    rows.add(List.of(cells));
  }

  /** The lines, at most that many characters wide, without blanks at their end. */
  List<String> lines(int width) {
    int[] widths = widths(width);
    List<String> lines = new ArrayList<>();
    lines.add(line(titles, widths));
    for (List<String> row : rows) {
      lines.add(row.size() == 1 ? row.get(0) : line(row, widths));
    }
    return lines;
  }

  private int[] widths(int width) {
    int[] widths = new int[titles.size()];
    int sum = GAP.length() * (widths.length - 1);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = titles.get(i).length();
      for (List<String> row : rows) {
        if (row.size() > 1) {
          widths[i] = Math.max(widths[i], length(row.get(i)));
        }
      }
      sum += widths[i];
    }
    while (sum > width) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean cuttable = kinds.get(i) == Kind.TEXT && widths[i] > LEAST;
        if (cuttable && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      sum--;
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cut(cells.get(i), widths[i]);
      String blanks = " ".repeat(widths[i] - length(cell));
      line.append(i == 0 ? "" : GAP);
      line.append(kinds.get(i) == Kind.NUMBER ? blanks + cell : cell + blanks);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell, int width) {
    if (length(cell) <= width) {
      return cell;
    }
    int end = cell.offsetByCodePoints(0, width - CUT.length());
    return cell.substring(0, end) + CUT;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
