package earshot.report;

import earshot.stats.ControlChart;
import earshot.stats.Interval;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Charts as SVG that needs nothing else. Colours come from the style sheet around it where there is
 * one, else they are those of paper.
 */
public final class Charts {
  /** What SVG needs in a file of its own and not inside HTML. */
  static final String NAMESPACE = " xmlns=\"http://www.w3.org/2000/svg\"";

  private static final int WIDTH = 720;
  private static final int ROW = 26;
  private static final int LABELS = 250;
  private static final int PLOT = 340;
  private static final int TREND = 220;
  private static final String INK = "var(--ink,#1b2733)";
  private static final String PALE = "var(--grid,#c9d2da)";
  private static final String MAIN = "var(--bar,#2f6f9f)";
  private static final String ALARM = "var(--alarm,#b3261e)";
  private static final String PAPER = "var(--paper,#ffffff)";

  private Charts() {}

  /**
   * A line of a chart of estimates.
   *
   * @param value 0 to 100; null where there is none
   * @param interval in the same unit; null where there is none
   * @param pale whether n is too small to compare it
   */
  public record Estimate(
      String label,
      @Nullable Double value,
      @Nullable Interval interval,
      String note,
      boolean pale) {}

  /** Estimates with their intervals on a common scale from 0 to 100, one below the other. */
  public static String estimates(String title, List<Estimate> rows) {
    int height = 44 + ROW * rows.size() + 24;
    StringBuilder svg = open(title, height);
    int bottom = 38 + ROW * rows.size();
    for (int mark = 0; mark <= 100; mark += 25) {
      double x = LABELS + PLOT * mark / 100.0;
      line(svg, x, 34, x, bottom, PALE, 1, "");
      text(svg, x, bottom + 16, "middle", 11, INK, Integer.toString(mark));
    }
    int y = 38 + ROW / 2;
    for (Estimate row : rows) {
      String colour = row.pale() ? PALE : MAIN;
      text(svg, LABELS - 10, y + 4, "end", 12, INK, row.label());
      Interval interval = row.interval();
      if (interval != null) {
        line(svg, x(interval.low()), y, x(interval.high()), y, colour, 4, "");
      }
      Double value = row.value();
      if (value != null) {
        svg.append(
            format(
                "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" style=\"fill:%s;stroke:%s\"/>",
                x(value), y, row.pale() ? PAPER : MAIN, row.pale() ? INK : MAIN));
      }
      text(svg, LABELS + PLOT + 12, y + 4, "start", 11, INK, row.note());
      y += ROW;
    }
    return svg.append("</svg>").toString();
  }

  private static double x(double value) {
    return LABELS + PLOT * value / 100;
  }

  /**
   * A control chart: values, centre and limits; points outside the limits are rings in the colour
   * of alarm.
   *
   * @param labels one a point, such as the first day of the week
   * @param chart on a scale from 0 to {@code greatest}
   */
  public static String trend(
      String title, List<String> labels, ControlChart chart, double greatest) {
    StringBuilder svg = open(title, TREND);
    int left = 50;
    int right = WIDTH - 20;
    int top = 40;
    int bottom = TREND - 34;
    int points = chart.points().size();
    double unit = (bottom - top) / greatest;
    for (int mark = 0; mark <= 4; mark++) {
      double value = greatest * mark / 4;
      line(svg, left, bottom - value * unit, right, bottom - value * unit, PALE, 0.5, "");
      text(
          svg,
          left - 8,
          bottom - value * unit + 4,
          "end",
          11,
          INK,
          Long.toString(Math.round(value * 100 / greatest)));
    }
    double centre = bottom - chart.centre() * unit;
    line(svg, left, centre, right, centre, MAIN, 1, "");
    double step = points < 2 ? 0 : (right - left - 40.0) / (points - 1);
    int every = Math.max(1, (points + 11) / 12);
    StringBuilder path = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    for (int i = 0; i < points; i++) {
      ControlChart.Point point = chart.points().get(i);
      double x = points < 2 ? (left + right) / 2.0 : left + 20 + i * step;
      double half = points < 2 ? 40 : step / 2;
      double y = bottom - point.value() * unit;
      path.append(format("%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
      for (double limit : new double[] {point.limits().low(), point.limits().high()}) {
        line(
            svg,
            Math.max(left, x - half),
            bottom - limit * unit,
            Math.min(right, x + half),
            bottom - limit * unit,
            INK,
            1,
            "5 4");
      }
      marks.append(
          format(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" style=\"fill:%s;stroke:%s;stroke-width:2\"/>",
              x,
              y,
              point.outside() ? 7 : 4,
              point.outside() ? PAPER : MAIN,
              point.outside() ? ALARM : MAIN));
      if (i % every == 0) {
        text(svg, x, bottom + 18, "middle", 11, INK, labels.get(i));
      }
    }
    svg.append(format("<path d=\"%s\" style=\"fill:none;stroke:%s;stroke-width:2\"/>", path, MAIN));
    return svg.append(marks).append("</svg>").toString();
  }

  private static StringBuilder open(String title, int height) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg"
                + NAMESPACE
                + " class=\"chart\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\">",
            WIDTH,
            height,
            WIDTH,
            height,
            HtmlReport.escaped(title)));
    svg.append(
        format("<rect width=\"%d\" height=\"%d\" style=\"fill:%s\"/>", WIDTH, height, PAPER));
    text(svg, 12, 20, "start", 14, INK, title);
    return svg;
  }

  private static void line(
      StringBuilder svg,
      double x1,
      double y1,
      double x2,
      double y2,
      String colour,
      double width,
      String dashes) {
    svg.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" style=\"stroke:%s;stroke-width:%.1f%s\"/>",
            x1, y1, x2, y2, colour, width, dashes.isEmpty() ? "" : ";stroke-dasharray:" + dashes));
  }

  private static void text(
      StringBuilder svg, double x, double y, String anchor, int size, String colour, String text) {
    svg.append(
        format(
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" style=\"fill:%s\">%s</text>",
            x, y, anchor, size, colour, HtmlReport.escaped(text)));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
