package earshot.pipeline;

/**
 * How far a run is, read off the pipeline's counters.
 *
 * @param callsFound recordings to process that were admitted so far
 * @param callsDone of those, how many are committed or quarantined
 * @param bytesFound summed size of the admitted recordings
 * @param bytesDone summed size of those done
 * @param audioSeconds of the calls committed so far
 * @param elapsedSeconds since the pipeline started
 */
public record Progress(
    long callsFound,
    long callsDone,
    long bytesFound,
    long bytesDone,
    double audioSeconds,
    double elapsedSeconds) {

  /** Share done, 0 to 1, by size of the recordings. */
  public double fraction() {
    return bytesFound == 0 ? 0 : Math.min(1, (double) bytesDone / bytesFound);
  }

  /** Seconds of audio heard per second. */
  public double speed() {
    return elapsedSeconds <= 0 ? 0 : audioSeconds / elapsedSeconds;
  }

  /** Expected seconds until the last recording is done; NaN while that cannot be told. */
  public double secondsLeft() {
    double fraction = fraction();
    return fraction <= 0 ? Double.NaN : elapsedSeconds * (1 - fraction) / fraction;
  }
}
