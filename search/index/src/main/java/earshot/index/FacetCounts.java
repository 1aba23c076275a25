package earshot.index;

import earshot.index.Facets.Count;
import earshot.index.Facets.Facet;
import earshot.query.Condition;
import earshot.query.Query;
import earshot.query.QueryPrinter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was counted so far, and the facets it makes. Belongs to one thread. */
final class FacetCounts {
  /** Lower ends of the bands of scores; the last one ends at 100. */
  private static final List<Integer> BANDS = List.of(0, 50, 60, 70, 80, 90);

  private static final String ANSWER = "answer.";
  private static final String DATE = "date";

  private final Map<String, Map<String, Long>> texts = new TreeMap<>();
  private final Map<String, Map<Integer, Long>> numbers = new TreeMap<>();
  long total;

  void text(String field, String value, long calls) {
    texts.computeIfAbsent(field, f -> new TreeMap<>()).merge(value, calls, Long::sum);
  }

  void number(String field, int value, long calls) {
    numbers.computeIfAbsent(field, f -> new TreeMap<>()).merge(value, calls, Long::sum);
  }

  void add(FacetCounts other) {
    total += other.total;
    other.texts.forEach((field, counts) -> counts.forEach((v, n) -> text(field, v, n)));
    other.numbers.forEach((field, counts) -> counts.forEach((v, n) -> number(field, v, n)));
  }

  Facets facets() {
    List<Facet> facets = new ArrayList<>();
    texts.forEach((field, counts) -> facets.add(texts(field, counts)));
    numbers.forEach(
        (field, counts) -> {
          if (field.equals(DATE)) {
            facets.add(days(counts));
            facets.add(weeks(counts));
          } else {
            facets.add(bands(field, counts));
          }
        });
    facets.sort(Comparator.comparing(Facet::field));
    return new Facets(total, facets);
  }

  private static Facet texts(String field, Map<String, Long> counts) {
    boolean answer = field.startsWith(ANSWER);
    return new Facet(
        field,
        counts.entrySet().stream()
            .filter(e -> Condition.Is.writable(e.getKey())) // others cannot be asked for
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(
                e ->
                    new Count(
                        answer ? e.getKey().toUpperCase(Locale.ROOT) : e.getKey(),
                        e.getValue(),
                        filter(field, new Condition.Is(e.getKey()))))
            .toList());
  }

  private static Facet bands(String field, Map<Integer, Long> counts) {
    List<Count> bands = new ArrayList<>();
    for (int i = 0; i < BANDS.size(); i++) {
      boolean last = i + 1 == BANDS.size();
      int from = BANDS.get(i);
      int below = last ? Integer.MAX_VALUE : BANDS.get(i + 1);
      long calls =
          counts.entrySet().stream()
              .filter(e -> e.getKey() >= from && e.getKey() < below)
              .mapToLong(Map.Entry::getValue)
              .sum();
      if (calls > 0) {
        String name = from + "-" + (last ? 100 : below - 1);
        String query = field + ">=" + from + (last ? "" : " " + field + "<" + below);
        bands.add(new Count(name, calls, query));
      }
    }
    return new Facet(field, bands);
  }

  private static Facet days(Map<Integer, Long> counts) {
    return new Facet(
        DATE,
        counts.entrySet().stream()
            .map(
                e ->
                    new Count(
                        LocalDate.ofEpochDay(e.getKey()).toString(),
                        e.getValue(),
                        dates(e.getKey(), e.getKey())))
            .toList());
  }

  /** A week is named by its Monday. */
  private static Facet weeks(Map<Integer, Long> counts) {
    Map<LocalDate, Long> weeks = new TreeMap<>();
    counts.forEach(
        (day, calls) ->
            weeks.merge(
                LocalDate.ofEpochDay(day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                calls,
                Long::sum));
    return new Facet(
        "week",
        weeks.entrySet().stream()
            .map(
                e ->
                    new Count(
                        e.getKey().toString(),
                        e.getValue(),
                        dates(e.getKey().toEpochDay(), e.getKey().toEpochDay() + 6)))
            .toList());
  }

  private static String dates(double from, double to) {
    return filter(DATE, new Condition.Range(from, true, to, true));
  }

  private static String filter(String field, Condition condition) {
    return QueryPrinter.print(new Query.Filter(field, condition));
  }
}
