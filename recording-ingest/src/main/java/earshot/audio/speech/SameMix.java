package earshot.audio.speech;

/**
 * Tells whether two channels carry the same mix: whether their levels go up and down together, one
 * gain apart. Levels are compared instead of samples, for codecs and short delays change samples.
 *
 * <p>A leaking line goes up and down with the other as well, but which of the two is louder changes
 * with who speaks. A silent channel, or one with nothing but a faint leak, is no second copy.
 */
final class SameMix {
  /** Frames this far below the loud ones are the business of noise and codecs. */
  private static final double RANGE_DB = 20;

  /** Two copies differ in level by a recorder's gain, no more. */
  private static final double MOST_GAIN_DB = 15;

  /** Most that the difference of the levels may vary, 10th to 90th percentile. */
  private static final double MOST_VARIATION_DB = 6;

  /**
   * The levels themselves have to vary more than their difference, else all that is alike is hiss.
   */
  private static final double LEVELS_OVER_DIFFERENCE = 1.5;

  /** Delays that are tried in both directions, in frames of 10 ms: a jitter buffer. */
  private static final int MOST_DELAY_FRAMES = 6;

  private static final double QUIETEST_DBFS = -60;

  private SameMix() {}

  /** Compares the smoothed levels of two channels of one recording. */
  static boolean of(float[] left, float[] right) {
    for (int delay = -MOST_DELAY_FRAMES; delay <= MOST_DELAY_FRAMES; delay++) {
      if (same(left, right, delay)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(float[] left, float[] right, int delay) {
    double from =
        Math.max(QUIETEST_DBFS, Levels.percentile(left.clone(), left.length, 0.95) - RANGE_DB);
    float[] difference = new float[left.length];
    float[] level = new float[left.length];
    int count = 0;
    for (int i = Math.max(0, -delay); i < Math.min(left.length, right.length - delay); i++) {
      if (left[i] >= from) {
        difference[count] = left[i] - right[i + delay];
        level[count++] = left[i];
      }
    }
    if (count == 0) {
      return false;
    }
    float variation = range(difference, count);
    return Math.abs(Levels.percentile(difference, count, 0.5)) <= MOST_GAIN_DB
        && variation <= MOST_VARIATION_DB
        && range(level, count) >= LEVELS_OVER_DIFFERENCE * variation;
  }

  private static float range(float[] values, int count) {
    return Levels.percentile(values, count, 0.9) - Levels.percentile(values, count, 0.1);
  }
}
