package earshot.stats;

/**
 * A 95 % confidence interval, both ends included.
 *
 * @param low in the unit of the estimate
 * @param high not below {@code low}
 */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval cannot run from " + low + " to " + high);
    }
  }

  /** The part of this interval that lies within the possible values; both ends are moved in. */
  public Interval within(double least, double greatest) {
    return new Interval(
        Math.min(Math.max(low, least), greatest), Math.max(Math.min(high, greatest), least));
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
