package earshot.workbench.web;

import java.time.Duration;

/** Somebody asks for more in a minute than an account may. */
final class TooMuchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration pause;

  TooMuchException(Duration pause) {
    super("more than an account may ask for in a minute");
    this.pause = pause;
  }

  /** When to ask again, seconds. */
  long seconds() {
    return Math.max(1, pause.plusMillis(999).toSeconds());
  }
}
