package earshot.transcribe;

import earshot.transcribe.vosk.TimeBudget;
import java.time.Duration;

/**
 * How recognition is run and watched over.
 *
 * @param slots streams decoded at once; one uses one core
 * @param tries how often a recording is tried before it is given up
 * @param budget time a worker may spend on one stream
 * @param startLimit time a worker may take to load its model
 * @param recycleAfter audio a worker decodes before it is replaced; throughput of long-lived
 *     processes was seen to fall
 */
public record PoolSettings(
    int slots, int tries, TimeBudget budget, Duration startLimit, Duration recycleAfter) {
  public PoolSettings {
    if (slots < 1 || tries < 1) {
      throw new IllegalArgumentException(
          "slots and tries must be 1 or more: " + slots + ", " + tries);
    }
    if (startLimit.isNegative() || startLimit.isZero() || recycleAfter.isNegative()) {
      throw new IllegalArgumentException(
          "start limit and recycling must be positive: " + startLimit + ", " + recycleAfter);
    }
  }

  /**
   * One slot a core, two tries. The budget is ten times what the slowest published model needs on
   * one core, because an innocent recording on a busy machine must not fail.
   */
  public static PoolSettings defaults() {
    return new PoolSettings(
        Runtime.getRuntime().availableProcessors(),
        2,
        new TimeBudget(Duration.ofSeconds(60), 10, Duration.ofSeconds(60)),
        Duration.ofMinutes(5),
        Duration.ofHours(50));
  }

  public PoolSettings withSlots(int newSlots) {
    return new PoolSettings(newSlots, tries, budget, startLimit, recycleAfter);
  }

  public PoolSettings withBudget(TimeBudget newBudget) {
    return new PoolSettings(slots, tries, newBudget, startLimit, recycleAfter);
  }

  public PoolSettings withRecycleAfter(Duration audio) {
    return new PoolSettings(slots, tries, budget, startLimit, audio);
  }
}
