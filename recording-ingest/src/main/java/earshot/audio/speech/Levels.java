package earshot.audio.speech;

import java.util.Arrays;

/** Arithmetic on rows of levels in dB. */
final class Levels {
  /** Digital silence; a 16-bit sample's smallest step is at -90 dBFS. */
  static final float SILENCE_DBFS = -100;

  private static final float BINS_A_DB = 2;
  private static final int HISTOGRAM_BINS = 210;

  private Levels() {}

  static float ofPower(double power) {
    return power <= 1e-10 ? SILENCE_DBFS : (float) (10 * Math.log10(power));
  }

  static double power(double db) {
    return Math.exp(db * (Math.log(10) / 10));
  }

  /** Means of power over three frames, the middle one at its place. */
  static float[] smoothed(float[] levels) {
    float[] smoothed = new float[levels.length];
    double before = 0;
    double here = levels.length > 0 ? power(levels[0]) : 0;
    for (int i = 0; i < levels.length; i++) {
      double after = i + 1 < levels.length ? power(levels[i + 1]) : 0;
      int count = 1 + (i > 0 ? 1 : 0) + (i + 1 < levels.length ? 1 : 0);
      smoothed[i] = ofPower((before + here + after) / count);
      before = here;
      here = after;
    }
    return smoothed;
  }

  /**
   * The lowest (or highest) value within a reach of each place.
   *
   * @param back how many places before count
   * @param ahead how many places after count
   */
  static float[] extreme(float[] values, int back, int ahead, boolean highest) {
    float[] extremes = new float[values.length];
    int[] queue = new int[values.length];
    int head = 0;
    int tail = 0;
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      for (; next < values.length && next <= i + ahead; next++) {
        while (tail > head && beats(values[next], values[queue[tail - 1]], highest)) {
          tail--;
        }
        queue[tail++] = next;
      }
      while (queue[head] < i - back) {
        head++;
      }
      extremes[i] = values[queue[head]];
    }
    return extremes;
  }

  private static boolean beats(float value, float other, boolean highest) {
    return highest ? value >= other : value <= other;
  }

  /**
   * The level below which a share of the levels around each place lies, to half a decibel. A
   * sliding histogram: its cost does not grow with the reach.
   *
   * @param reach how many places on either side count
   */
  static float[] slidingPercentile(float[] levels, int reach, double share) {
    int[] histogram = new int[HISTOGRAM_BINS];
    float[] percentiles = new float[levels.length];
    int next = 0;
    for (int i = 0; i < levels.length; i++) {
      for (; next < levels.length && next <= i + reach; next++) {
        histogram[bin(levels[next])]++;
      }
      if (i - reach > 0) {
        histogram[bin(levels[i - reach - 1])]--;
      }
      double below = share * (next - Math.max(0, i - reach));
      int bin = 0;
      for (int seen = histogram[0]; seen <= below && bin < HISTOGRAM_BINS - 1; ) {
        seen += histogram[++bin];
      }
      percentiles[i] = SILENCE_DBFS + bin / BINS_A_DB;
    }
    return percentiles;
  }

  private static int bin(float level) {
    int bin = (int) ((level - SILENCE_DBFS) * BINS_A_DB);
    return Math.max(0, Math.min(HISTOGRAM_BINS - 1, bin));
  }

  /**
   * The value below which a share of the values lies; {@link #SILENCE_DBFS} of none.
   *
   * @param count how many of the values, from the first, count; they get sorted
   */
  static float percentile(float[] values, int count, double share) {
    if (count == 0) {
      return SILENCE_DBFS;
    }
    Arrays.sort(values, 0, count);
    return values[(int) Math.min(count - 1, count * share)];
  }
}
