package earshot.audio.speech;

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
   * @param steady share of steady tones in each frame, 0 to 1
   * @return the sounding frames that are music
   */
  static BitSet find(
      BitSet sounding, float[] steady, SpeechSettings settings, double frameSeconds) {
    double change =
        0.5 * (1 - settings.tonalShare()) * settings.tonalEvidenceSeconds() / frameSeconds;
    BitSet musicFromSpeech = new BitSet();
    BitSet speechFromMusic = new BitSet();
    double speech = 0;
    double music = change;
    for (int i = 0; i < steady.length; i++) {
      double score = sounding.get(i) ? steady[i] - settings.tonalShare() : 0;
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
}
