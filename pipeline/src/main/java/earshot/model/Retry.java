package earshot.model;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what a network may break, a bounded number of times with growing pauses. */
final class Retry {
  private static final Logger LOG = LoggerFactory.getLogger(Retry.class);

  private final DownloadLimits limits;
  private final Pause pause;

  Retry(DownloadLimits limits, Pause pause) {
    this.limits = limits;
    this.pause = pause;
  }

  /** One try. A {@link ModelException} is final, any other {@link IOException} may pass. */
  @FunctionalInterface
  interface Try<T> {
    T run() throws IOException, InterruptedException;
  }

  /**
   * @param what for the message, such as the address
   * @param advice the end of the message
   */
  <T> T run(String what, String advice, Try<T> attempt)
      throws ModelException, InterruptedException {
    for (int count = 1; ; count++) {
      try {
        return attempt.run();
      } catch (ModelException e) {
        throw e;
      } catch (IOException e) {
        String reason = e.getMessage() == null ? e.toString() : e.getMessage();
        if (count >= limits.tries()) {
          throw new ModelException(
              what + " could not be fetched in " + count + " tries (" + reason + "); " + advice, e);
        }
        LOG.info("{}: try {} of {} failed: {}", what, count, limits.tries(), reason);
        pause.rest(limits.pauseAfter(count));
      }
    }
  }
}
