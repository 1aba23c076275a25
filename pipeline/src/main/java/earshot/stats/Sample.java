package earshot.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Numbers seen one after the other: count, mean, spread. Numerically stable (Welford's update,
 * Chan's for {@link #addAll}). Not thread-safe.
 */
public final class Sample {
  private long n;
  private double mean;
  private double squares;

  public void add(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a sample takes numbers, not " + value);
    }
    n++;
    double before = value - mean;
    mean += before / n;
    squares += before * (value - mean);
  }

  public void addAll(Sample other) {
    if (other.n == 0) {
      return;
    }
    double apart = other.mean - mean;
    long both = n + other.n;
    squares += other.squares + apart * apart * n * other.n / both;
    mean += apart * other.n / both;
    n = both;
  }

  public long n() {
    return n;
  }

  /** Empty without values. */
  public OptionalDouble mean() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
  }

  /** The sample's standard deviation (n - 1 below the line); empty with fewer than two values. */
  public OptionalDouble deviation() {
    return n < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (n - 1)));
  }

  /**
   * The 95 % interval of the mean by Student's t with n - 1 degrees of freedom; empty with fewer
   * than two values. It takes the values as independent. Equal values give an interval without
   * width, which says nothing when n is small: show n beside it.
   */
  public Optional<Interval> meanInterval() {
    if (n < 2) {
      return Optional.empty();
    }
    double half = StudentT.critical95(n - 1) * Math.sqrt(squares / (n - 1) / n);
    return Optional.of(new Interval(mean - half, mean + half));
  }
}
