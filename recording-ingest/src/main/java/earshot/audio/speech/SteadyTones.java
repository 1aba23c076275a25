package earshot.audio.speech;

/**
 * How much of the sound, moment by moment, is made of tones that hold their pitch.
 *
 * <p>Instruments and call-progress tones hold a frequency to a fraction of a per cent for as long
 * as a note lasts; a voice glides all the time, and its upper partials glide most. So the partials
 * of two windows a tenth of a second apart are compared: power in partials found in both is steady.
 * Not thread-safe.
 */
final class SteadyTones {
  /** Frames of the level series from one spectrum to the next. */
  static final int FRAMES_A_HOP = 2;

  /** Long enough to tell partials 30 Hz apart, short enough for quick notes. */
  private static final double WINDOW_SECONDS = 0.064;

  /** The telephone band, in which the spread of the power is measured. */
  private static final double LOWEST_HZ = 250;

  private static final double HIGHEST_HZ = 3400;

  /** Hops between the compared windows: 100 ms, so that they share no samples. */
  private static final int LAG_HOPS = 5;

  private final Decimator decimator;
  private final double hzPerBin;
  private final PowerSpectrum spectrum;
  private final float[] power;
  private final float[] ring;
  private final int windowFrames;
  private final Partials[] recent = new Partials[LAG_HOPS + 1];
  private final FloatSeries shares = new FloatSeries();
  private final FloatSeries spreads = new FloatSeries();
  private int at;

  SteadyTones(int sampleRateHz, double frameSeconds) {
    decimator = new Decimator(sampleRateHz);
    double rate = (double) sampleRateHz / decimator.factor();
    int size = 1 << (int) Math.round(Math.log(rate * WINDOW_SECONDS) / Math.log(2));
    hzPerBin = rate / size;
    spectrum = new PowerSpectrum(size);
    power = new float[size / 2];
    ring = new float[size];
    windowFrames = (int) Math.round(size / rate / frameSeconds);
    for (int i = 0; i < recent.length; i++) {
      recent[i] = new Partials();
    }
  }

  void push(float sample) {
    if (decimator.push(sample)) {
      ring[at] = decimator.output();
      at = at + 1 & ring.length - 1;
    }
  }

  /**
   * Ends a hop.
   *
   * @param audible false where the last window was too quiet to matter; then nothing is computed
   */
  void endHop(boolean audible) {
    int hop = shares.size();
    Partials now = recent[hop % recent.length];
    Partials before = recent[(hop + 1) % recent.length];
    if (!audible) {
      now.clear();
      shares.add(0);
      spreads.add(1);
      return;
    }
    spectrum.of(ring, at, power);
    now.find(power, hzPerBin);
    spreads.add(spread());
    shares.add(now.steadyShare(before));
    shares.raise(hop - LAG_HOPS, before.steadyShare(now));
  }

  /**
   * The share of steady tones in each frame, 0 to 1.
   *
   * @param frames how many frames the channel has
   */
  float[] steadyShares(int frames) {
    return perFrame(shares.toArray(), frames);
  }

  /**
   * Over what share of the bins of the telephone band the power spreads in each frame: 1 for a flat
   * spectrum, less the more it stands in a few peaks; 1 where it was too quiet to look.
   *
   * @param frames how many frames the channel has
   */
  float[] spreads(int frames) {
    return perFrame(spreads.toArray(), frames);
  }

  /** Square of the sum over the sum of the squares: how many bins of equal power it would take. */
  private float spread() {
    int from = (int) (LOWEST_HZ / hzPerBin);
    int to = (int) Math.min(power.length, HIGHEST_HZ / hzPerBin);
    double sum = 0;
    double squares = 1e-20;
    for (int k = from; k < to; k++) {
      sum += power[k];
      squares += (double) power[k] * power[k];
    }
    return (float) (sum * sum / squares / (to - from));
  }

  private float[] perFrame(float[] hops, int frames) {
    float[] steady = new float[frames];
    for (int i = 0; i < frames && hops.length > 0; i++) {
      int hop = (i + windowFrames / 2 - 1) / FRAMES_A_HOP;
      steady[i] = hops[Math.min(hop, hops.length - 1)];
    }
    return steady;
  }
}
