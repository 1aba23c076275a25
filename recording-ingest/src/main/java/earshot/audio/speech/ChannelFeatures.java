package earshot.audio.speech;

/** Collects what is kept of one channel: two levels a frame and the share of steady tones. */
final class ChannelFeatures {
  /** Hum, rumble and offset below this are no speech; telephones cut at 300 Hz. */
  private static final double HIGH_PASS_HZ = 200;

  private static final double FULL_SCALE = 32768;

  /** Windows without a frame this loud are not searched for tones. */
  private static final float TONES_FROM_DBFS = -66;

  /** Frames that a window for tones reaches back. */
  private static final int TONE_WINDOW_FRAMES = 7;

  private final HighPass highPass;
  private final SteadyTones tones;
  private final FloatSeries levels = new FloatSeries();
  private final FloatSeries bandLevels = new FloatSeries();
  private int audibleFrames;

  ChannelFeatures(int sampleRateHz, double frameSeconds) {
    highPass = new HighPass(sampleRateHz, HIGH_PASS_HZ);
    tones = new SteadyTones(sampleRateHz, frameSeconds);
  }

  /** Takes one frame. */
  void add(short[] samples, int from, int count) {
    double sum = 0;
    double bandSum = 0;
    for (int i = from; i < from + count; i++) {
      double sample = samples[i] / FULL_SCALE;
      double band = highPass.next(sample);
      sum += sample * sample;
      bandSum += band * band;
      tones.push((float) sample);
    }
    float band = Levels.ofPower(bandSum / count);
    levels.add(Levels.ofPower(sum / count));
    bandLevels.add(band);
    audibleFrames = band >= TONES_FROM_DBFS ? TONE_WINDOW_FRAMES : audibleFrames - 1;
    if (levels.size() % SteadyTones.FRAMES_A_HOP == 0) {
      tones.endHop(audibleFrames > 0);
    }
  }

  /** Level of each frame, dBFS. */
  float[] levels() {
    return levels.toArray();
  }

  /** Level of each frame above 200 Hz, dBFS, smoothed over 30 ms. */
  float[] smoothedBandLevels() {
    return Levels.smoothed(bandLevels.toArray());
  }

  /** Share of steady tones in each frame, 0 to 1. */
  float[] steadyTones() {
    return tones.steadyShares(levels.size());
  }

  /** Share of the telephone band's bins over which the power spreads in each frame, 0 to 1. */
  float[] spreads() {
    return tones.spreads(levels.size());
  }
}
