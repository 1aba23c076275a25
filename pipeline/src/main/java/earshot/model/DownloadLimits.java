package earshot.model;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connectSeconds until a connection stands
 * @param stallSeconds without a byte, until the connection counts as dead
 * @param tries in all, the first included
 * @param firstPauseSeconds before the second try; doubles from try to try
 * @param longestPauseSeconds where the doubling ends
 * @param redirects followed in a row, at most
 */
record DownloadLimits(
    double connectSeconds,
    double stallSeconds,
    int tries,
    double firstPauseSeconds,
    double longestPauseSeconds,
    int redirects) {
  DownloadLimits {
    if (!(connectSeconds > 0 && stallSeconds > 0) || tries < 1 || redirects < 0) {
      throw new IllegalArgumentException(
          "a download needs time-outs above 0 and at least one try, redirects of 0 or more");
    }
  }

  Duration connect() {
    return seconds(connectSeconds);
  }

  Duration stall() {
    return seconds(stallSeconds);
  }

  /** The pause after a failed try. */
  Duration pauseAfter(int failedTry) {
    return seconds(Math.min(longestPauseSeconds, firstPauseSeconds * Math.pow(2, failedTry - 1.0)));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
