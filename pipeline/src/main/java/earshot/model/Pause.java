package earshot.model;

import java.time.Duration;

/** Waits between two tries; tests pass one that does not. */
@FunctionalInterface
interface Pause {
  void rest(Duration duration) throws InterruptedException;

  /** Really waits. */
  static Pause sleeping() {
    return duration -> Thread.sleep(duration.toMillis());
  }
}
