package earshot.workbench.team;

import earshot.call.AnswerValue;
import earshot.report.OutcomeNumbers;
import earshot.stats.ControlChart;
import earshot.stats.Interval;
import earshot.stats.Minimums;
import earshot.stats.Proportion;
import earshot.workbench.web.Moment;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Weekly values as a chart: each with its interval, its n and the calls behind it. Control limits
 * are drawn only from as many weeks on as {@code outcomes.properties} asks for, made of the weeks
 * whose n is not too few.
 */
final class Trends {
  /** As wide as a panel is on a small laptop; more weeks scroll sideways. */
  private static final double LAPTOP = 1190;

  private static final double LEFT = 44;
  private static final double RIGHT = 16;
  private static final double TOP = 14;
  private static final double HEIGHT = 170;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final Minimums minimums;
  private final int weeksForLimits;

  Trends(Minimums minimums, OutcomeNumbers numbers) {
    this.minimums = minimums;
    this.weeksForLimits = numbers.weeks();
  }

  /** A week before it is drawn; values from 0 to 100. */
  private record Value(
      LocalDate week,
      @Nullable Double value,
      @Nullable Interval interval,
      long n,
      CallQuery calls) {}

  /** Mean scores. */
  TeamView.Trend scores(Selection selected, List<AgentDay> days, CallQuery calls) {
    List<Value> values = new ArrayList<>();
    for (Map.Entry<LocalDate, List<AgentDay>> week : weeks(selected, days).entrySet()) {
      Tally tally = Tally.of(week.getValue());
      values.add(
          new Value(
              week.getKey(),
              tally.scores().mean().isPresent() ? tally.scores().mean().getAsDouble() : null,
              tally.scoreInterval().orElse(null),
              tally.scores().n(),
              calls.scored(selected.form())));
    }
    List<Double> means =
        values.stream()
            .filter(v -> v.n() >= minimums.scores())
            .map(Value::value)
            .filter(v -> v != null)
            .toList();
    return chart(values, minimums.scores(), ControlChart.ofValues(means, 0, 100), 1);
  }

  /** The share of YES to one question. */
  TeamView.Trend shares(Selection selected, String question, List<AgentDay> days, CallQuery calls) {
    List<Value> values = new ArrayList<>();
    List<Proportion> shares = new ArrayList<>();
    for (Map.Entry<LocalDate, List<AgentDay>> week : weeks(selected, days).entrySet()) {
      Proportion yes = Tally.of(week.getValue()).yes(question);
      if (yes.n() >= minimums.answers()) {
        shares.add(yes);
      }
      values.add(
          new Value(
              week.getKey(),
              yes.share().map(s -> 100 * s).orElse(null),
              yes.wilson().map(i -> new Interval(100 * i.low(), 100 * i.high())).orElse(null),
              yes.n(),
              calls.answered(question, AnswerValue.YES, AnswerValue.NO)));
    }
    return chart(values, minimums.answers(), ControlChart.ofShares(shares), 100);
  }

  private static SortedMap<LocalDate, List<AgentDay>> weeks(
      Selection selected, List<AgentDay> days) {
    return Selection.weeks(selected.from(), selected.to(), days);
  }

  /**
   * @param least n of a week that is compared
   * @param unit what makes the chart's values per cent or points
   */
  private TeamView.Trend chart(
      List<Value> values, int least, Optional<ControlChart> chart, double unit) {
    List<ControlChart.Point> compared = chart.map(ControlChart::points).orElse(List.of());
    boolean limits = compared.size() >= weeksForLimits;
    double width = Math.max(LAPTOP, LEFT + RIGHT + 56.0 * values.size());
    double step = (width - LEFT - RIGHT) / Math.max(1, values.size());
    List<TeamView.Point> points = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int at = 0;
    int outside = 0;
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      Double shown = value.value();
      boolean few = value.n() < least;
      ControlChart.Point limit = !few && shown != null && limits ? compared.get(at) : null;
      at += few || shown == null ? 0 : 1;
      double x = LEFT + step * (i + 0.5);
      if (shown != null) {
        line.append(line.isEmpty() ? "" : " ").append(number(x)).append(',').append(y(shown));
      }
      outside += limit != null && limit.outside() ? 1 : 0;
      points.add(point(value, x, step, few, limit, unit));
    }
    String centre = limits ? y(chart.orElseThrow().centre() * unit) : null;
    return new TeamView.Trend(
        number(width),
        number(width - RIGHT),
        number(step),
        line.toString(),
        centre,
        points,
        note(compared.size(), limits, outside));
  }

  private static TeamView.Point point(
      Value value,
      double x,
      double step,
      boolean few,
      ControlChart.@Nullable Point limit,
      double unit) {
    Double shown = value.value();
    Interval interval = value.interval();
    LocalDate end = value.week().plusDays(6);
    return new TeamView.Point(
        number(x),
        shown == null ? null : y(shown),
        interval == null ? null : y(interval.low()),
        interval == null ? null : y(interval.high()),
        limit == null ? null : y(limit.limits().low() * unit),
        limit == null ? null : y(limit.limits().high() * unit),
        number(x - step / 2),
        number(x + step / 2),
        DAY.format(value.week()),
        Moment.of(value.week()),
        shown == null ? "-" : String.format(Locale.ROOT, "%.1f", shown),
        interval == null
            ? "-"
            : String.format(Locale.ROOT, "%.1f to %.1f", interval.low(), interval.high()),
        value.n(),
        value.n() == 0 ? null : value.calls().between(value.week(), end).link(),
        few,
        limit != null && limit.outside());
  }

  private String note(int compared, boolean limits, int outside) {
    if (!limits) {
      return "Control limits need "
          + weeksForLimits
          + " weeks with enough calls; there "
          + (compared == 1 ? "is 1." : "are " + compared + ".");
    }
    String weeks =
        outside == 0 ? "No week is" : outside == 1 ? "1 week is" : outside + " weeks are";
    return weeks
        + " outside of the control limits (dashed, three standard deviations). Outside asks for a"
        + " cause; inside is what chance does.";
  }

  /** Where a value from 0 to 100 is drawn. */
  private static String y(double value) {
    return number(TOP + HEIGHT * (1 - value / 100));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
