package earshot.score.check;

import java.util.Set;

/** A named check that rests on a measure. */
abstract class MetricCheck implements Check {
  private final int version;

  MetricCheck(int version) {
    this.version = version;
  }

  @Override
  public final Set<String> needs() {
    return Set.of();
  }

  @Override
  public final String layer() {
    return "metric";
  }

  @Override
  public final int version() {
    return version;
  }
}
