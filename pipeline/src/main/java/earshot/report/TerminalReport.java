package earshot.report;

import earshot.call.AnswerValue;
import java.util.ArrayList;
import java.util.List;

/** A report as lines of at most {@value #WIDTH} characters. */
final class TerminalReport {
  static final int WIDTH = 100;

  private TerminalReport() {}

  static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    lines.add(Titles.title(report.head()) + ": " + Titles.scope(report.head()));
    lines.add("");
    if (report instanceof Report.Scores scores) {
      lines.addAll(scores(scores).lines(WIDTH));
    } else if (report instanceof Report.Questions questions) {
      lines.addAll(questions(questions).lines(WIDTH));
    }
    lines.add("");
    Titles.notes(report).forEach(note -> lines.add("  " + note));
    return lines;
  }

  static TextTable scores(Report.Scores report) {
    boolean agents = report.head().by() == Grouping.AGENT;
    TextTable table = new TextTable().text(Titles.group(report.head()));
    if (agents) {
      table.text("Team");
    }
    table.number("Calls").word("Form").number("n").number("Score").number("95 % interval");
    table.word("").number("Cover").number("Fails");
    String before = "";
    for (ScoreRow row : report.rows()) {
      boolean again = before.equals(row.team() + "/" + row.group());
      before = row.team() + "/" + row.group();
      List<String> cells = new ArrayList<>();
      cells.add(again ? "" : row.group());
      if (agents) {
        cells.add(again ? "" : row.team());
      }
      cells.add(again ? "" : Long.toString(row.calls()));
      cells.add(row.form() + (row.version() == 1 ? "" : " v" + row.version()));
      cells.add(Long.toString(row.scored()));
      cells.add(row.interval() == null ? Figures.NONE : Figures.score(row.mean()));
      cells.add(Figures.scores(row.interval()));
      cells.add(row.tooFew() ? Figures.TOO_FEW : "");
      cells.add(Figures.share(row.coverage()));
      cells.add(Long.toString(row.autoFails()));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private static TextTable questions(Report.Questions report) {
    TextTable table = new TextTable().text("Question").number("n").number("YES share");
    table.number("95 % interval").word("").number("YES").number("NO").number("NA");
    table.number("UNKNOWN");
    String form = "";
    for (QuestionRow row : report.rows()) {
      if (!row.form().equals(form)) {
        form = row.form();
        table.row("[" + form + ", version " + row.version() + "]");
      }
      table.row(
          row.question(),
          Long.toString(row.n()),
          Figures.share(row.share()),
          Figures.shares(row.interval()),
          row.tooFew() ? Figures.TOO_FEW : "",
          Long.toString(row.count(AnswerValue.YES)),
          Long.toString(row.count(AnswerValue.NO)),
          Long.toString(row.count(AnswerValue.NA)),
          Long.toString(row.count(AnswerValue.UNKNOWN)));
    }
    return table;
  }
}
