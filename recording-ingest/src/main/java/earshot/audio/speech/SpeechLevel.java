package earshot.audio.speech;

import java.util.BitSet;

/** RMS over the frames in which somebody speaks. */
final class SpeechLevel {
  /** Frames this far below the loudest of the stretch are pauses between words. */
  private static final float PAUSE_BELOW_DB = 30;

  private SpeechLevel() {}

  /**
   * @param from first frame, inclusive
   * @param to last frame, exclusive
   * @return dBFS, {@code -Infinity} when nobody speaks there
   */
  static double of(float[] frameDbfs, BitSet speech, int from, int to) {
    float loudest = Float.NEGATIVE_INFINITY;
    for (int i = speech.nextSetBit(from); i >= 0 && i < to; i = speech.nextSetBit(i + 1)) {
      loudest = Math.max(loudest, frameDbfs[i]);
    }
    double sum = 0;
    int count = 0;
    for (int i = speech.nextSetBit(from); i >= 0 && i < to; i = speech.nextSetBit(i + 1)) {
      if (frameDbfs[i] >= loudest - PAUSE_BELOW_DB) {
        sum += Levels.power(frameDbfs[i]);
        count++;
      }
    }
    return count == 0 ? Double.NEGATIVE_INFINITY : 10 * Math.log10(sum / count);
  }
}
