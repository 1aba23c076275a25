package earshot.report;

import earshot.call.AnswerValue;
import earshot.stats.Interval;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reports as one HTML file that needs nothing else: no script, no font, no picture from outside.
 */
final class HtmlReport {
  /** The bars' length for 100. */
  private static final int BAR = 200;

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param more further sections, as HTML
   */
  static String page(List<Report> reports, String more) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta http-equiv=\"Content-Security-Policy\"");
    html.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<title>Earshot report</title>\n<style>\n").append(style());
    html.append("</style>\n</head>\n<body>\n<h1>Earshot report</h1>\n");
    reports.forEach(report -> section(html, report));
    html.append(more);
    return html.append("</body>\n</html>").toString();
  }

  private static void section(StringBuilder html, Report report) {
    html.append("<section>\n<h2>").append(escaped(Titles.title(report.head())));
    html.append("</h2>\n<p>").append(escaped(Titles.scope(report.head())));
    html.append("</p>\n<div class=\"wide\"><table>\n");
    if (report instanceof Report.Scores scores) {
      scores(html, scores);
    } else if (report instanceof Report.Questions questions) {
      questions(html, questions);
    }
    html.append("</table></div>\n<ul class=\"notes\">\n");
    Titles.notes(report)
        .forEach(note -> html.append("<li>").append(escaped(note)).append("</li>\n"));
    html.append("</ul>\n</section>\n");
  }

  private static void scores(StringBuilder html, Report.Scores report) {
    boolean agents = report.head().by() == Grouping.AGENT;
    html.append("<thead><tr>");
    heads(html, "text", Titles.group(report.head()));
    if (agents) {
      heads(html, "text", "Team");
    }
    heads(html, "number", "Calls");
    heads(html, "text", "Form");
    heads(html, "number", "n", "Score", "95 % interval");
    heads(html, "text", "0 to 100", "");
    heads(html, "number", "Cover", "Fails");
    html.append("</tr></thead>\n<tbody>\n");
    for (ScoreRow row : report.rows()) {
      html.append("<tr>");
      cell(html, "text", row.group());
      if (agents) {
        cell(html, "text", row.team());
      }
      cell(html, "number", Long.toString(row.calls()));
      cell(html, "text", row.form() + ", version " + row.version());
      cell(html, "number", Long.toString(row.scored()));
      cell(html, "number", row.interval() == null ? Figures.NONE : Figures.score(row.mean()));
      cell(html, "number", Figures.scores(row.interval()));
      bar(html, row.mean(), row.interval(), 1, row.tooFew());
      cell(html, "mark", row.tooFew() ? Figures.TOO_FEW : "");
      cell(html, "number", Figures.share(row.coverage()));
      cell(html, "number", Long.toString(row.autoFails()));
      html.append("</tr>\n");
    }
    html.append("</tbody>\n");
  }

  private static void questions(StringBuilder html, Report.Questions report) {
    html.append("<thead><tr>");
    heads(html, "text", "Form", "Question");
    heads(html, "number", "n", "YES share", "95 % interval");
    heads(html, "text", "0 to 100 %", "");
    heads(html, "number", "YES", "NO", "NA", "UNKNOWN");
    html.append("</tr></thead>\n<tbody>\n");
    for (QuestionRow row : report.rows()) {
      html.append("<tr>");
      cell(html, "text", row.form() + ", version " + row.version());
      cell(html, "text", row.question());
      cell(html, "number", Long.toString(row.n()));
      cell(html, "number", Figures.share(row.share()));
      cell(html, "number", Figures.shares(row.interval()));
      bar(html, row.share(), row.interval(), 100, row.tooFew());
      cell(html, "mark", row.tooFew() ? Figures.TOO_FEW : "");
      for (AnswerValue value : AnswerValue.values()) {
        cell(html, "number", Long.toString(row.count(value)));
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n");
  }

  /** A bar to the estimate with a line over its interval; empty where there is no interval. */
  private static void bar(
      StringBuilder html,
      @Nullable Double value,
      @Nullable Interval interval,
      double scale,
      boolean tooFew) {
    html.append("<td>");
    if (value != null && interval != null) {
      double unit = scale * BAR / 100;
      html.append(
          String.format(
              Locale.ROOT,
              "<svg class=\"%s\" width=\"%d\" height=\"14\" aria-hidden=\"true\">"
                  + "<rect class=\"scale\" width=\"%d\" height=\"14\"/>"
                  + "<rect class=\"bar\" width=\"%.1f\" height=\"14\"/>"
                  + "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"7\" y2=\"7\"/></svg>",
              tooFew ? "few" : "enough",
              BAR,
              BAR,
              value * unit,
              interval.low() * unit,
              interval.high() * unit));
    }
    html.append("</td>");
  }

  static void heads(StringBuilder html, String kind, String... titles) {
    for (String title : titles) {
      html.append("<th scope=\"col\" class=\"").append(kind).append("\">");
      html.append(escaped(title)).append("</th>");
    }
  }

  static void cell(StringBuilder html, String kind, String text) {
    html.append("<td class=\"").append(kind).append("\">").append(escaped(text)).append("</td>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css cannot be read", e);
    }
  }
}
