package earshot.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values in order of time between the limits within which chance alone keeps nearly all of them. A
 * point outside asks for a cause; a point inside is no news, however far it moved.
 *
 * <p>Source: W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931); limits at
 * three standard deviations.
 *
 * @param centre mean of the values, or the pooled share
 * @param points in order of time
 */
public record ControlChart(double centre, List<Point> points) {
  /** 3 / 1.128, which makes three standard deviations of a mean distance of two neighbours. */
  private static final double MOVING_RANGES = 3 / 1.128;

  public ControlChart {
    points = List.copyOf(points);
  }

  /**
   * One point.
   *
   * @param limits both included; a share's depend on its n
   */
  public record Point(double value, Interval limits) {
    public boolean outside() {
      return !limits.contains(value);
    }
  }

  /**
   * XmR chart of single values, such as weekly mean scores. Empty below two values. It takes the
   * spread from neighbours, so that a lasting shift does not hide itself by widening the limits.
   *
   * @param least smallest possible value
   * @param greatest largest possible value
   */
  public static Optional<ControlChart> ofValues(
      List<Double> values, double least, double greatest) {
    if (values.size() < 2) {
      return Optional.empty();
    }
    double centre = values.stream().mapToDouble(v -> v).average().orElseThrow();
    double moved = 0;
    for (int i = 1; i < values.size(); i++) {
      moved += Math.abs(values.get(i) - values.get(i - 1));
    }
    double half = MOVING_RANGES * moved / (values.size() - 1);
    Interval limits = new Interval(centre - half, centre + half).within(least, greatest);
    return Optional.of(
        new ControlChart(centre, values.stream().map(v -> new Point(v, limits)).toList()));
  }

  /** p-chart of shares, each with the limits of its own n. Empty when there is nothing to share. */
  public static Optional<ControlChart> ofShares(List<Proportion> shares) {
    Proportion all = shares.stream().reduce(new Proportion(0, 0), Proportion::plus);
    if (all.n() == 0) {
      return Optional.empty();
    }
    double centre = (double) all.hits() / all.n();
    List<Point> points = new ArrayList<>();
    for (Proportion share : shares) {
      share
          .share()
          .ifPresent(
              value -> {
                double half = 3 * Math.sqrt(centre * (1 - centre) / share.n());
                points.add(
                    new Point(value, new Interval(centre - half, centre + half).within(0, 1)));
              });
    }
    return Optional.of(new ControlChart(centre, points));
  }
}
