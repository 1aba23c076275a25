package earshot.audio.speech;

/**
 * Brings wide-band audio down to 8 kHz or a little more by a whole factor, so that tones are looked
 * at in the telephone band whatever the recording's rate. Not thread-safe.
 */
final class Decimator {
  /** Half the filter's length in output samples: stop band below -50 dB with a Hann window. */
  private static final int HALF_LENGTH = 8;

  private static final int TARGET_HZ = 8000;

  private final int factor;
  private final float[] taps;
  private final float[] history;
  private int at;
  private int untilOutput;

  Decimator(int sampleRateHz) {
    factor = Math.max(1, sampleRateHz / TARGET_HZ);
    taps = taps(factor);
    history = new float[taps.length];
    untilOutput = factor;
  }

  /** A low pass a little under half the output rate, by a windowed sinc; sums to one. */
  private static float[] taps(int factor) {
    if (factor == 1) {
      return new float[] {1};
    }
    int half = HALF_LENGTH * factor;
    float[] taps = new float[2 * half + 1];
    double sum = 0;
    for (int i = -half; i <= half; i++) {
      double x = Math.PI * i * 0.9 / factor;
      double sinc = i == 0 ? 1 : Math.sin(x) / x;
      double hann = 0.5 + 0.5 * Math.cos(Math.PI * i / (half + 1));
      taps[i + half] = (float) (sinc * hann);
      sum += sinc * hann;
    }
    for (int i = 0; i < taps.length; i++) {
      taps[i] /= (float) sum;
    }
    return taps;
  }

  int factor() {
    return factor;
  }

  /** Takes one sample; true when an output sample is due. */
  boolean push(float sample) {
    history[at] = sample;
    at = at + 1 == history.length ? 0 : at + 1;
    if (--untilOutput > 0) {
      return false;
    }
    untilOutput = factor;
    return true;
  }

  float output() {
    float sum = 0;
    int from = at;
    for (float tap : taps) {
      sum += tap * history[from];
      from = from + 1 == history.length ? 0 : from + 1;
    }
    return sum;
  }
}
