package earshot.stats;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far two graders of the same things agree. Per cent, kappa, prevalence and n belong together:
 * 90 % agreement on a question that is nearly always YES can be little better than chance.
 *
 * @param <G> the grades
 */
public final class Agreement<G extends Comparable<G>> {
  private final Map<G, Map<G, Long>> pairs = new TreeMap<>();
  private long n;
  private long same;

  public void add(G first, G second) {
    add(first, second, 1);
  }

  /** Adds a cell of the table of both graders. */
  public void add(G first, G second, long times) {
    if (times < 0) {
      throw new IllegalArgumentException("a pair cannot be seen " + times + " times");
    }
    pairs.computeIfAbsent(first, key -> new TreeMap<>()).merge(second, times, Long::sum);
    n += times;
    if (first.compareTo(second) == 0) {
      same += times;
    }
  }

  public long n() {
    return n;
  }

  /** Share of equal grades, with its interval. */
  public Proportion observed() {
    return new Proportion(same, n);
  }

  /** How often each grade was given, over both graders; adds up to 1. Empty without pairs. */
  public Map<G, Double> prevalence() {
    Map<G, Double> shares = new TreeMap<>();
    if (n > 0) {
      pairs.forEach(
          (first, row) ->
              row.forEach(
                  (second, times) -> {
                    shares.merge(first, times / (2.0 * n), Double::sum);
                    shares.merge(second, times / (2.0 * n), Double::sum);
                  }));
    }
    return Collections.unmodifiableMap(shares);
  }

  /**
   * Cohen's kappa, unweighted: agreement beyond chance over what chance leaves. Empty without pairs
   * and where both graders gave one and the same grade throughout: there it is not defined.
   *
   * <p>Source: J. Cohen, Educational and Psychological Measurement 20 (1960) 37-46.
   */
  public Optional<Double> kappa() {
    if (n == 0) {
      return Optional.empty();
    }
    Map<G, Long> firsts = new TreeMap<>();
    Map<G, Long> seconds = new TreeMap<>();
    pairs.forEach(
        (first, row) ->
            row.forEach(
                (second, times) -> {
                  firsts.merge(first, times, Long::sum);
                  seconds.merge(second, times, Long::sum);
                }));
    double chance = 0;
    for (Map.Entry<G, Long> first : firsts.entrySet()) {
      chance += (double) first.getValue() / n * seconds.getOrDefault(first.getKey(), 0L) / n;
    }
    if (chance >= 1) {
      return Optional.empty();
    }
    return Optional.of(((double) same / n - chance) / (1 - chance));
  }
}
