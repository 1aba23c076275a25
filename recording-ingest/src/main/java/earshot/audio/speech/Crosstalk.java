package earshot.audio.speech;

import org.jspecify.annotations.Nullable;

/**
 * How loud each moment of a channel has to be so that it is not just the other channel leaking in.
 *
 * <p>Parties mostly speak in turn. So while the other channel is loud, this one is mostly in a
 * pause of its own, and the middle of the level differences in those moments is the strength of the
 * leak, unless the channel then stands at its noise floor: that is no leak.
 */
final class Crosstalk {
  /** The other channel counts as loud within so much of its loud speech. */
  private static final double LOUD_RANGE_DB = 8;

  /** With less than this much of the other's speech there is nothing to judge by. */
  private static final double LEAST_SECONDS = 1;

  private Crosstalk() {}

  /**
   * @param own smoothed levels of this channel
   * @param ownFloor its noise floor
   * @param other smoothed levels of the other channel
   * @return the least level of speech in each frame, or null when nothing leaks
   */
  static float @Nullable [] leastLevels(
      float[] own, float[] ownFloor, float[] other, SpeechSettings settings, double frameSeconds) {
    int reach = (int) Math.round(settings.leakReachSeconds() / frameSeconds);
    float[] recent = Levels.extreme(other, reach, 2, true);
    float[] echo = Levels.extreme(own, 2, reach, true);
    float[] sorted = other.clone();
    double loud =
        Math.max(
            settings.quietestSpeechDbfs() + 20,
            Levels.percentile(sorted, sorted.length, 0.95) - LOUD_RANGE_DB);
    float[] difference = new float[own.length];
    float[] overFloor = new float[own.length];
    int count = 0;
    for (int i = 0; i < own.length; i++) {
      if (other[i] >= loud) {
        difference[count] = echo[i] - recent[i];
        overFloor[count++] = echo[i] - ownFloor[i];
      }
    }
    if (count * frameSeconds < LEAST_SECONDS
        || Levels.percentile(overFloor, count, 0.75) < settings.leakOverFloorDb()) {
      return null;
    }
    double leak = Levels.percentile(difference, count, 0.5);
    if (leak > settings.leakAtMostDb()) {
      return null;
    }
    float[] least = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      least[i] = (float) (recent[i] + leak + settings.leakMarginDb());
    }
    return least;
  }
}
