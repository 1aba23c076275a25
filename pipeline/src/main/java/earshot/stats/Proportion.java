package earshot.stats;

import java.util.Optional;

/**
 * A share: so many of n.
 *
 * @param hits from 0 to {@code n}
 * @param n how many were looked at; 0 is allowed and has neither share nor interval
 */
public record Proportion(long hits, long n) {
  /** The 97.5 % point of the standard normal distribution. */
  static final double Z = 1.959963984540054;

  public Proportion {
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException(hits + " of " + n + " is no proportion");
    }
  }

  /** From 0 to 1. */
  public Optional<Double> share() {
    return n == 0 ? Optional.empty() : Optional.of((double) hits / n);
  }

  /**
   * Wilson's score interval at 95 %, without continuity correction: it stays between 0 and 1 and
   * says something sensible for 0 of n and n of n, unlike the textbook interval.
   *
   * <p>Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212.
   */
  public Optional<Interval> wilson() {
    if (n == 0) {
      return Optional.empty();
    }
    double p = (double) hits / n;
    double z2 = Z * Z;
    double centre = p + z2 / (2.0 * n);
    double spread = Z * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n));
    double scale = 1 + z2 / n;
    double low = hits == 0 ? 0 : (centre - spread) / scale;
    double high = hits == n ? 1 : (centre + spread) / scale;
    return Optional.of(new Interval(low, high).within(0, 1));
  }

  public Proportion plus(Proportion other) {
    return new Proportion(hits + other.hits, n + other.n);
  }
}
