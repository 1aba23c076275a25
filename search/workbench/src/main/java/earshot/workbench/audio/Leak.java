package earshot.workbench.audio;

import earshot.audio.AudioReader;
import java.io.IOException;

/**
 * Whether one channel can be heard on the other, as with sidetone, an echo on the line or a
 * recorder that mixes. Muting only the channel of a card number is then not enough.
 *
 * <p>A copy of a sound, however faint, correlates with it at some delay; two people who speak at
 * the same time do not. Where the test errs, it mutes too much.
 */
final class Leak {
  /** An echo on a telephone line comes back within this; both directions are tried. */
  private static final double MOST_DELAY_SECONDS = 0.3;

  /** In less sound than this chance correlates too well; a short span is taken with its sides. */
  static final double LEAST_SECONDS = 3;

  /** As much of a span as is looked at. */
  private static final double MOST_SECONDS = 6;

  /**
   * Speech is strongest below half of this, and a fourth of the rate is a sixteenth of the work.
   */
  private static final int COMPARED_HZ = 4_000;

  /**
   * Twice what chance gave two separate voices: 0.05 at most in 225 turns of 2 s and more of the
   * sample calls. Another 20 dB below the noise of the channel is not understood.
   */
  static final double THRESHOLD = 0.1;

  private Leak() {}

  /**
   * Compares two channels from where the reader stands.
   *
   * @param frames length of the span
   */
  static boolean between(AudioReader reader, long frames) throws IOException {
    int rate = reader.format().sampleRateHz();
    int count = (int) Math.min(frames, (long) (MOST_SECONDS * rate));
    short[][] sound = new short[2][count];
    int got = reader.read(sound, count);
    int step = Math.max(1, rate / COMPARED_HZ);
    int mostDelay = (int) (MOST_DELAY_SECONDS * rate / step);
    return correlation(means(sound[0], got, step), means(sound[1], got, step), mostDelay)
        > THRESHOLD;
  }

  private static float[] means(short[] samples, int count, int step) {
    float[] means = new float[count / step];
    for (int i = 0; i < means.length; i++) {
      float sum = 0;
      for (int k = 0; k < step; k++) {
        sum += samples[i * step + k];
      }
      means[i] = sum / step;
    }
    return means;
  }

  /** The largest magnitude of the normalised correlation over all delays, 0 to 1. */
  static double correlation(float[] left, float[] right, int mostDelay) {
    float[] a = differences(left);
    float[] b = differences(right);
    int count = a.length;
    double energy = Math.sqrt(energy(a) * energy(b));
    if (energy == 0) {
      return 0;
    }
    double largest = 0;
    for (int delay = -mostDelay; delay <= mostDelay; delay++) {
      float sum = 0;
      for (int i = Math.max(0, -delay); i < Math.min(count, count - delay); i++) {
        sum += a[i] * b[i + delay];
      }
      largest = Math.max(largest, Math.abs(sum) / energy);
    }
    return largest;
  }

  /** Differences of neighbours: without the low hum that two lines may share. */
  private static float[] differences(float[] samples) {
    float[] differences = new float[samples.length];
    for (int i = 1; i < samples.length; i++) {
      differences[i] = samples[i] - samples[i - 1];
    }
    return differences;
  }

  private static double energy(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value * value;
    }
    return sum;
  }
}
