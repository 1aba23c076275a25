package earshot.stats;

import java.util.Optional;

/**
 * The difference of two shares of different things: first minus second.
 *
 * @param first such as the resolved among calls with a YES
 * @param second such as the resolved among calls with a NO
 */
public record Difference(Proportion first, Proportion second) {
  /** From -1 to 1; empty when one of them has no n. */
  public Optional<Double> estimate() {
    return first.share().flatMap(a -> second.share().map(b -> a - b));
  }

  /**
   * The 95 % interval, made of both Wilson intervals; it stays between -1 and 1. Empty when one of
   * them has no n.
   *
   * <p>Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10.
   */
  public Optional<Interval> interval() {
    if (first.n() == 0 || second.n() == 0) {
      return Optional.empty();
    }
    double a = first.share().orElseThrow();
    double b = second.share().orElseThrow();
    Interval one = first.wilson().orElseThrow();
    Interval two = second.wilson().orElseThrow();
    double low = a - b - Math.hypot(a - one.low(), two.high() - b);
    double high = a - b + Math.hypot(one.high() - a, b - two.low());
    return Optional.of(new Interval(low, high).within(-1, 1));
  }
}
