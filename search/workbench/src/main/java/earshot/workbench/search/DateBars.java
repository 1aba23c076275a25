package earshot.workbench.search;

import earshot.index.Facets;
import earshot.query.Condition;
import earshot.query.Query;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Days, weeks or months as bars: whatever fits beside the hits. */
enum DateBars {
  DAY(45, ChronoUnit.DAYS, d -> d),
  WEEK(400, ChronoUnit.WEEKS, d -> d.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
  MONTH(Long.MAX_VALUE, ChronoUnit.MONTHS, d -> d.withDayOfMonth(1));

  static final String FIELD = "date";
  private static final int MOST_BARS = 120;
  private static final int LEAST_BARS = 7;
  private static final double GAP = 0.2;
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final long longestDays;
  private final ChronoUnit unit;
  private final UnaryOperator<LocalDate> start;

  DateBars(long longestDays, ChronoUnit unit, UnaryOperator<LocalDate> start) {
    this.longestDays = longestDays;
    this.unit = unit;
    this.start = start;
  }

  /** Null without calls. Bars without calls are left out, their place is kept. */
  static SideView.@Nullable Bars of(Facets facets, Asked asked, Terms terms) {
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    for (Facets.Count count : facets.of(FIELD).counts()) {
      days.put(LocalDate.parse(count.value()), count.calls());
    }
    if (days.isEmpty()) {
      return null;
    }
    long span = ChronoUnit.DAYS.between(days.firstKey(), days.lastKey());
    for (DateBars bars : values()) {
      if (span < bars.longestDays) {
        return bars.draw(days, asked, terms);
      }
    }
    throw new AssertionError("months fit any span");
  }

  private SideView.Bars draw(TreeMap<LocalDate, Long> days, Asked asked, Terms terms) {
    TreeMap<LocalDate, Long> sums = new TreeMap<>();
    days.forEach((day, calls) -> sums.merge(start.apply(day), calls, Long::sum));
    LocalDate last = sums.lastKey();
    long places = Math.min(unit.between(sums.firstKey(), last) + 1, MOST_BARS);
    LocalDate first = last.minus(places - 1, unit);
    double place = 100.0 / Math.max(places, LEAST_BARS);
    long most = sums.values().stream().mapToLong(n -> n).max().orElse(1);
    List<SideView.Bar> bars = new ArrayList<>();
    sums.tailMap(first)
        .forEach(
            (from, calls) -> {
              LocalDate to = from.plus(1, unit).minusDays(1);
              bars.add(
                  new SideView.Bar(
                      label(from) + ": " + calls + (calls == 1 ? " call" : " calls"),
                      unit.between(first, from) * place + place * GAP / 2,
                      place * (1 - GAP),
                      100.0 * calls / most,
                      asked.link(terms.instead(terms.of(FIELD), List.of(range(from, to))).text())));
            });
    return new SideView.Bars(
        name().toLowerCase(Locale.ROOT),
        SHOWN.format(days.firstKey()),
        SHOWN.format(days.lastKey()),
        most,
        bars);
  }

  private String label(LocalDate from) {
    return switch (this) {
      case DAY -> SHOWN.format(from);
      case WEEK -> "week of " + SHOWN.format(from);
      case MONTH -> DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH).format(from);
    };
  }

  private static Query range(LocalDate from, LocalDate to) {
    return new Query.Filter(
        FIELD, new Condition.Range(from.toEpochDay(), true, to.toEpochDay(), true));
  }
}
