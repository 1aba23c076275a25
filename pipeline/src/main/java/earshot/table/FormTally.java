package earshot.table;

import earshot.stats.Sample;
import org.jspecify.annotations.Nullable;

/** What one form said over a number of calls. Not thread-safe. */
public final class FormTally {
  private final Sample scores = new Sample();
  private final Sample coverage = new Sample();
  private long calls;
  private long applicable;
  private long autoFails;

  /**
   * Adds one call's scorecard.
   *
   * @param score null when no question was answered YES or NO
   * @param applies whether any question of the form applied to the call
   * @param cover from 0 to 1; counts only where the form applies
   */
  public void add(@Nullable Double score, boolean applies, double cover, boolean autoFail) {
    calls++;
    if (applies) {
      applicable++;
      coverage.add(cover);
    }
    if (score != null) {
      scores.add(score);
    }
    if (autoFail) {
      autoFails++;
    }
  }

  /** Calls that carry a scorecard of the form: all of them, applicable or not. */
  public long calls() {
    return calls;
  }

  /** Calls the form applies to: scored calls &lt;= applicable calls &lt;= calls. */
  public long applicable() {
    return applicable;
  }

  /** Scores of the calls that have one. */
  public Sample scores() {
    return scores;
  }

  /** Coverage of the applicable calls, from 0 to 1. */
  public Sample coverage() {
    return coverage;
  }

  /** Calls for which an automatic fail is proposed. */
  public long autoFails() {
    return autoFails;
  }
}
