package earshot.report;

import earshot.data.DataFolder;
import earshot.stats.ControlChart;
import earshot.stats.Difference;
import earshot.stats.Minimums;
import earshot.stats.Proportion;
import earshot.stats.Sample;
import earshot.table.Period;
import earshot.table.TableReader;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes {@link Outcomes} from the Parquet tables. Thread-safe; holds no state. */
final class OutcomesBuilder {
  /** The last week is held against so many before it. */
  private static final int WEEKS_BEFORE = 4;

  private final TableReader tables;
  private final Minimums minimums;
  private final OutcomeNumbers numbers;

  OutcomesBuilder(DataFolder folder, Minimums minimums, OutcomeNumbers numbers) {
    this.tables = new TableReader(folder);
    this.minimums = minimums;
    this.numbers = numbers;
  }

  private record Seen(LocalDate week, RepeatCalls.Call call) {}

  Outcomes build(Period period) throws IOException {
    Map<String, Seen> calls = calls(period);
    RepeatCalls repeats = RepeatCalls.of(calls.values().stream().map(Seen::call).toList(), numbers);
    List<Outcomes.Trend> trends = scoreTrends(period);
    resolvedTrend(calls).ifPresent(trends::add);
    RisingPhrases phrases = new RisingPhrases(numbers);
    boolean text = addTurns(phrases, calls, period);
    return new Outcomes(
        trends,
        repeats,
        questions(calls, period),
        text ? phrases.rising() : null,
        phrases.n(true),
        phrases.n(false));
  }

  private static LocalDate week(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private Map<String, Seen> calls(Period period) throws IOException {
    Map<String, Seen> calls = new TreeMap<>();
    tables.read(
        "calls",
        Set.of("call_id", "customer_id", "started_at", "local_date", "audio_seconds", "resolved"),
        period,
        row ->
            calls.put(
                row.text("call_id"),
                new Seen(
                    week(row.date("local_date")),
                    new RepeatCalls.Call(
                        row.optionalText("customer_id"),
                        row.time("started_at"),
                        row.number("audio_seconds"),
                        row.text("resolved")))));
    return calls;
  }

  private List<Outcomes.Trend> scoreTrends(Period period) throws IOException {
    Map<String, SortedMap<Integer, SortedMap<LocalDate, Sample>>> forms = new TreeMap<>();
    tables.read(
        "scorecards",
        Set.of("form", "version", "score", "local_date"),
        period,
        row -> {
          Double score = row.optionalNumber("score");
          if (score != null) {
            forms
                .computeIfAbsent(row.text("form"), key -> new TreeMap<>())
                .computeIfAbsent(row.count("version"), key -> new TreeMap<>())
                .computeIfAbsent(week(row.date("local_date")), key -> new Sample())
                .add(score);
          }
        });
    List<Outcomes.Trend> trends = new ArrayList<>();
    forms.forEach(
        (form, versions) -> {
          SortedMap<LocalDate, Sample> weeks =
              versions.getOrDefault(versions.lastKey(), new TreeMap<>());
          List<Double> means = weeks.values().stream().map(s -> s.mean().orElseThrow()).toList();
          List<Long> n = weeks.values().stream().map(Sample::n).toList();
          ControlChart.ofValues(means, 0, 100)
              .ifPresent(
                  chart ->
                      trends.add(
                          new Outcomes.Trend(
                              "Mean score by week: " + form, names(weeks), n, chart, 100)));
        });
    return trends;
  }

  private static Optional<Outcomes.Trend> resolvedTrend(Map<String, Seen> calls) {
    SortedMap<LocalDate, Proportion> weeks = new TreeMap<>();
    for (Seen seen : calls.values()) {
      String resolved = seen.call().resolved();
      if (!resolved.equals("unknown")) {
        Proportion one = new Proportion(resolved.equals("yes") ? 1 : 0, 1);
        weeks.merge(seen.week(), one, Proportion::plus);
      }
    }
    List<Long> n = weeks.values().stream().map(Proportion::n).toList();
    return weeks.size() < 2
        ? Optional.empty()
        : ControlChart.ofShares(List.copyOf(weeks.values()))
            .map(
                chart ->
                    new Outcomes.Trend(
                        "Resolved among calls with a known outcome, per cent by week",
                        names(weeks),
                        n,
                        chart,
                        1));
  }

  private static List<String> names(SortedMap<LocalDate, ?> weeks) {
    return weeks.keySet().stream().map(LocalDate::toString).toList();
  }

  private record Question(String form, int version, String id) {}

  private List<Outcomes.QuestionOutcome> questions(Map<String, Seen> calls, Period period)
      throws IOException {
    Map<Question, Map<String, Proportion>> counts = new HashMap<>();
    Map<String, Integer> newest = new HashMap<>();
    tables.read(
        "answers",
        Set.of("call_id", "form", "version", "question", "answer"),
        period,
        row -> {
          newest.merge(row.text("form"), row.count("version"), Math::max);
          Seen seen = calls.get(row.text("call_id"));
          String resolved = seen == null ? "unknown" : seen.call().resolved();
          if (!resolved.equals("unknown")) {
            counts
                .computeIfAbsent(
                    new Question(row.text("form"), row.count("version"), row.text("question")),
                    key -> new HashMap<>())
                .merge(
                    row.text("answer"),
                    new Proportion(resolved.equals("yes") ? 1 : 0, 1),
                    Proportion::plus);
          }
        });
    List<Outcomes.QuestionOutcome> outcomes = new ArrayList<>();
    Proportion none = new Proportion(0, 0);
    counts.forEach(
        (question, byAnswer) -> {
          Difference resolved =
              new Difference(byAnswer.getOrDefault("YES", none), byAnswer.getOrDefault("NO", none));
          Integer shown = newest.get(question.form());
          if (resolved.interval().isPresent() && shown != null && shown == question.version()) {
            long least = Math.min(resolved.first().n(), resolved.second().n());
            outcomes.add(
                new Outcomes.QuestionOutcome(
                    question.form(), question.id(), resolved, least < minimums.answers()));
          }
        });
    outcomes.sort(
        Comparator.comparing(Outcomes.QuestionOutcome::tooFew)
            .thenComparingDouble(o -> -Math.abs(o.resolved().estimate().orElseThrow()))
            .thenComparing(Outcomes.QuestionOutcome::question));
    return outcomes;
  }

  /** Says whether the tables hold text. */
  private boolean addTurns(RisingPhrases phrases, Map<String, Seen> calls, Period period)
      throws IOException {
    @Nullable LocalDate last =
        calls.values().stream().map(Seen::week).max(Comparator.naturalOrder()).orElse(null);
    if (last == null) {
      return false;
    }
    LocalDate first = last.minusWeeks(WEEKS_BEFORE);
    boolean[] text = new boolean[1];
    tables.read(
        "turns",
        Set.of("call_id", "role", "text", "local_date"),
        new Period(later(first, period.from()), period.to()),
        row -> {
          String said = row.optionalText("text");
          text[0] |= said != null;
          if (said != null && row.text("role").equals("customer")) {
            phrases.add(row.text("call_id"), !row.date("local_date").isBefore(last), said);
          }
        });
    return text[0];
  }

  private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
    return other == null || other.isBefore(one) ? one : other;
  }
}
