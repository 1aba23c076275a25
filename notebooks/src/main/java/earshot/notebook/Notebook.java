package earshot.notebook;

import earshot.report.Charts;
import earshot.stats.Agreement;
import earshot.stats.ControlChart;
import earshot.stats.Interval;
import earshot.stats.Minimums;
import earshot.stats.Proportion;
import earshot.stats.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A data folder as the cells of a notebook see it: SQL in, a table or a chart out. Intervals and
 * minimums are those of {@code earshot report}. Not thread-safe.
 */
public final class Notebook implements AutoCloseable {
  private static final String FOLDER = "EARSHOT_DATA";

  private final Tables tables;
  private final Minimums minimums = Minimums.shipped();

  private Notebook(Tables tables) {
    this.tables = tables;
  }

  /** Opens the data folder that the environment variable EARSHOT_DATA names. */
  public static Notebook open() throws SQLException {
    String folder = System.getenv(FOLDER);
    if (folder == null || folder.isBlank()) {
      throw new IllegalStateException(FOLDER + " must name the data folder, such as quality");
    }
    return open(Path.of(folder));
  }

  public static Notebook open(Path data) throws SQLException {
    return new Notebook(new Tables(data));
  }

  /** The rows of a query, by column name. */
  public List<Map<String, @Nullable Object>> rows(String sql, Object... parameters)
      throws SQLException {
    return tables.rows(sql, parameters);
  }

  /** The first value of the first row. */
  public String value(String sql, Object... parameters) throws SQLException {
    return rows(sql, parameters).stream()
        .flatMap(row -> row.values().stream().limit(1))
        .map(String::valueOf)
        .findFirst()
        .orElse("-");
  }

  /** The rows of a query as a table. */
  public String table(String sql, Object... parameters) throws SQLException {
    return Html.table(rows(sql, parameters));
  }

  /** Mean scores with intervals. The query gives {@code label} and {@code score}, a row a call. */
  public String means(String title, String sql, Object... parameters) throws SQLException {
    List<Charts.Estimate> lines = new ArrayList<>();
    samples(sql, parameters)
        .forEach(
            (label, sample) -> {
              Interval interval = sample.meanInterval().map(i -> i.within(0, 100)).orElse(null);
              boolean few = sample.n() < minimums.scores();
              // As in the reports: no mean without its interval.
              Double mean = interval == null ? null : sample.mean().orElseThrow();
              lines.add(
                  new Charts.Estimate(label, mean, interval, note(mean, sample.n(), few), few));
            });
    return picture(title, Charts.estimates(title, lines));
  }

  /** Shares in per cent with intervals. The query gives {@code label}, {@code hits}, {@code n}. */
  public String shares(String title, String sql, Object... parameters) throws SQLException {
    List<Charts.Estimate> lines = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows(sql, parameters)) {
      Proportion share = share(row);
      boolean few = share.n() < minimums.answers();
      Interval interval =
          share.wilson().map(i -> new Interval(100 * i.low(), 100 * i.high())).orElse(null);
      Double value = share.share().map(s -> 100 * s).orElse(null);
      lines.add(
          new Charts.Estimate(
              text(row, "label"), value, interval, note(value, share.n(), few), few));
    }
    return picture(title, Charts.estimates(title, lines));
  }

  /** Mean scores in order of time with control limits; the query as for {@link #means}. */
  public String trendOfMeans(String title, String sql, Object... parameters) throws SQLException {
    Map<String, Sample> samples = samples(sql, parameters);
    List<Double> means =
        samples.values().stream().map(sample -> sample.mean().orElseThrow()).toList();
    return trend(
        title,
        List.copyOf(samples.keySet()),
        ControlChart.ofValues(means, 0, 100).orElse(null),
        100);
  }

  /** Shares in order of time with control limits; the query as for {@link #shares}. */
  public String trendOfShares(String title, String sql, Object... parameters) throws SQLException {
    List<String> labels = new ArrayList<>();
    List<Proportion> shares = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows(sql, parameters)) {
      if (share(row).n() > 0) {
        labels.add(text(row, "label"));
        shares.add(share(row));
      }
    }
    return trend(title, labels, ControlChart.ofShares(shares).orElse(null), 1);
  }

  /**
   * How far two graders agree, a line a label: the query gives {@code label}, {@code first} and
   * {@code second}, a row a thing both graded.
   */
  public String agreement(String sql, Object... parameters) throws SQLException {
    Map<String, Agreement<String>> lines = new TreeMap<>();
    for (Map<String, @Nullable Object> row : rows(sql, parameters)) {
      lines
          .computeIfAbsent(text(row, "label"), key -> new Agreement<>())
          .add(text(row, "first"), text(row, "second"));
    }
    List<Map<String, @Nullable Object>> table = new ArrayList<>();
    lines.forEach((label, agreement) -> table.add(line(label, agreement)));
    return Html.table(table);
  }

  private Map<String, @Nullable Object> line(String label, Agreement<String> agreement) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("label", label);
    line.put("n", agreement.n());
    line.put("agree", agreement.observed().share().map(Notebook::percent).orElse("-"));
    line.put(
        "95 % interval",
        agreement
            .observed()
            .wilson()
            .map(i -> percent(i.low()) + " to " + percent(i.high()))
            .orElse("-"));
    line.put(
        "kappa",
        agreement.kappa().map(k -> String.format(Locale.ROOT, "%.2f", k)).orElse("not defined"));
    line.put(
        "given",
        agreement.prevalence().entrySet().stream()
            .map(grade -> grade.getKey() + " " + percent(grade.getValue()))
            .collect(Collectors.joining(", ")));
    line.put("", agreement.n() < minimums.answers() ? "too few to compare" : "");
    return line;
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }

  private Map<String, Sample> samples(String sql, Object... parameters) throws SQLException {
    Map<String, Sample> samples = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> row : rows(sql, parameters)) {
      if (row.get("score") instanceof Number score) {
        samples.computeIfAbsent(text(row, "label"), key -> new Sample()).add(score.doubleValue());
      }
    }
    return samples;
  }

  private static String trend(
      String title, List<String> labels, @Nullable ControlChart chart, double greatest) {
    return chart == null
        ? "<p>" + Html.escaped(title) + ": too few for a trend.</p>"
        : picture(title, Charts.trend(title, labels, chart, greatest));
  }

  /** As a picture in HTML: readers that take SVG out of a page for safety leave this alone. */
  private static String picture(String title, String svg) {
    return "<img alt=\""
        + Html.escaped(title)
        + "\" src=\"data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8))
        + "\">";
  }

  private static String note(@Nullable Double value, long n, boolean few) {
    String shown = value == null ? "" : String.format(Locale.ROOT, "%.1f, ", value);
    return shown + "n " + n + (few ? ", too few" : "");
  }

  private static Proportion share(Map<String, @Nullable Object> row) {
    return new Proportion(number(row, "hits"), number(row, "n"));
  }

  private static long number(Map<String, @Nullable Object> row, String column) {
    if (row.get(column) instanceof Number number) {
      return number.longValue();
    }
    throw new IllegalArgumentException(
        "the query must give numbers as " + column + "; it gives " + row.keySet());
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    if (!row.containsKey(column)) {
      throw new IllegalArgumentException(
          "the query must give a column " + column + "; it gives " + row.keySet());
    }
    Object value = row.get(column);
    return value == null ? "(unknown)" : value.toString();
  }

  @Override
  public void close() throws SQLException {
    tables.close();
  }
}
