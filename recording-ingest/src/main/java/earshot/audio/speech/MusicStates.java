package earshot.audio.speech;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Divides the sounding frames into music and no music: the division with the least cost, where a
 * frame costs by how far its share of steady tones lies on the wrong side, and every change costs
 * as much as its evidence must be worth. So the borders fall where the sound changes, and a long
 * vowel does not become a note.
 */
final class MusicStates {
  private MusicStates() {}

  /**
   * @param sounding frames that are loud enough to be anything
   * @param levels of the frames, dBFS
   * @param steady share of steady tones in each frame, 0 to 1
   * @return the sounding frames that are music
   */
  static BitSet find(
      BitSet sounding,
      float[] levels,
      float[] steady,
      SpeechSettings settings,
      double frameSeconds) {
    BitSet unbroken = unbroken(levels, steady, settings, frameSeconds);
    double change =
        0.5 * (1 - settings.tonalShare()) * settings.tonalEvidenceSeconds() / frameSeconds;
    BitSet musicFromSpeech = new BitSet();
    BitSet speechFromMusic = new BitSet();
    double speech = 0;
    double music = change;
    for (int i = 0; i < steady.length; i++) {
      double share = unbroken.get(i) ? 1 : steady[i];
      double score = sounding.get(i) ? share - settings.tonalShare() : 0;
      if (speech + change < music) {
        musicFromSpeech.set(i);
      }
      if (music + change < speech) {
        speechFromMusic.set(i);
      }
      double newMusic = Math.min(music, speech + change) - score;
      speech = Math.min(speech, music + change);
      music = newMusic;
    }
    BitSet found = new BitSet();
    boolean inMusic = music < speech;
    for (int i = steady.length - 1; i >= 0; i--) {
      if (inMusic && sounding.get(i)) {
        found.set(i);
      }
      inMusic = inMusic ? !musicFromSpeech.get(i) : speechFromMusic.get(i);
    }
    return found;
  }

  /**
   * The middle halves of stretches that never pause and hold some tones. Only the middles, so that
   * the words next to the music stay out of it.
   */
  private static BitSet unbroken(
      float[] levels, float[] steady, SpeechSettings settings, double frameSeconds) {
    int length = (int) Math.round(settings.unbrokenSeconds() / frameSeconds);
    int step = Math.max(1, length / 20);
    double noise = Levels.percentile(levels.clone(), levels.length, settings.floorShare());
    double[] sums = new double[steady.length + 1];
    for (int i = 0; i < steady.length; i++) {
      sums[i + 1] = sums[i] + steady[i];
    }
    BitSet unbroken = new BitSet();
    for (int from = 0; from + length <= levels.length; from += step) {
      if (sums[from + length] - sums[from] >= settings.unbrokenTonalShare() * length) {
        float[] sorted = Arrays.copyOfRange(levels, from, from + length);
        float high = Levels.percentile(sorted, length, 0.95);
        float low = Levels.percentile(sorted, length, 0.05);
        if (low >= noise + settings.beginOverFloorDb()
            && high - low <= settings.unbrokenRangeDb()) {
          unbroken.set(from + length / 4, from + length - length / 4);
        }
      }
    }
    return unbroken;
  }
}
