package earshot.audio.speech;

/**
 * Tells whether two channels carry the same mix: whether one is the other times one gain, but for
 * what codecs add.
 *
 * <p>A leaking line correlates too, but its gain changes with who speaks; so one gain is fitted to
 * the whole recording, in which every audible frame weighs the same, however loud.
 */
final class MixMeter {
  /** Frames quieter than this on both sides are codec noise. */
  private static final double AUDIBLE_POWER = 3e-6;

  /**
   * Squared correlation from which it is one mix. Two parties on their own channels: below 0.01;
   * each leaking to the other 10 dB down: 0.3; one mix, each channel through its own codec with
   * noise 10 dB below: 0.83.
   */
  private static final double SAME_FROM = 0.8;

  /** A faint copy is a leak onto a silent channel, no second recording of the mix. */
  private static final double MOST_GAIN = 30;

  private double left;
  private double right;
  private double both;

  void add(short[][] planar, int from, int count) {
    double l = 0;
    double r = 0;
    double lr = 0;
    for (int i = from; i < from + count; i++) {
      double a = planar[0][i] / 32768.0;
      double b = planar[1][i] / 32768.0;
      l += a * a;
      r += b * b;
      lr += a * b;
    }
    double power = l + r;
    if (power > AUDIBLE_POWER * count) {
      left += l / power;
      right += r / power;
      both += lr / power;
    }
  }

  boolean sameMix() {
    return left > 0
        && right > 0
        && left < MOST_GAIN * right
        && right < MOST_GAIN * left
        && both * both >= SAME_FROM * left * right;
  }
}
