package earshot.index;

import java.time.Duration;

/** When a search has to be over. */
record Deadline(long nanos, Duration allowed) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos(), time);
  }

  /**
   * @throws SearchException when the time is over
   */
  void check() {
    if (System.nanoTime() - nanos >= 0) {
      throw SearchException.tookTooLong(allowed);
    }
  }
}
