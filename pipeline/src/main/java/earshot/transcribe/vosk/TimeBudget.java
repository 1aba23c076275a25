package earshot.transcribe.vosk;

import java.time.Duration;

/**
 * How long a worker may be busy with one job.
 *
 * @param base for any job
 * @param factor seconds more for each second of audio fed so far
 * @param stall longest time without a sign of progress
 */
public record TimeBudget(Duration base, double factor, Duration stall) {
  public TimeBudget {
    if (base.isNegative() || !(factor >= 0) || stall.isNegative() || stall.isZero()) {
      throw new IllegalArgumentException(
          "time budget must be positive: " + base + ", factor " + factor + ", stall " + stall);
    }
  }

  boolean exceeded(double busySeconds, double sinceProgressSeconds, double audioSeconds) {
    return sinceProgressSeconds > seconds(stall)
        || busySeconds > seconds(base) + factor * audioSeconds;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
