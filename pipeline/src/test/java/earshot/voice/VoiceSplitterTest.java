package earshot.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceSplitterTest {
  private static final int TURN = 200;
  private static final int TURNS = 10;

  @Test
  void voicesThatDifferAreDividedAndAllStartsAgree() {
    VoiceSplitter.Division division = divide(2.0);
    int same = 0;
    for (int i = 0; i < division.second().length; i++) {
      same += division.second()[i] == (i / TURN % 2 == 1) ? 1 : 0;
    }
    int length = division.second().length;
    assertThat(Math.max(same, length - same)).isGreaterThan(length * 97 / 100);
    assertThat(division.agreement()).isGreaterThan(0.97);
  }

  @Test
  void oneVoiceGivesNoDivisionThatStartsAgreeOn() {
    assertThat(divide(0).agreement()).isLessThan(0.88);
  }

  @Test
  void theSameSoundsAreDividedAlike() {
    assertThat(divide(1.0).second()).isEqualTo(divide(1.0).second());
  }

  @Test
  void aWordOrTwoAreNotDivided() {
    assertThat(new VoiceSplitter(VoiceSplitter.Settings.DEFAULT).divide(sounds(0, 60), frames(60)))
        .isEmpty();
  }

  private static VoiceSplitter.Division divide(double apart) {
    return new VoiceSplitter(VoiceSplitter.Settings.DEFAULT)
        .divide(sounds(apart, TURN * TURNS), frames(TURN * TURNS))
        .orElseGet(() -> new VoiceSplitter.Division(new boolean[0], 0.5));
  }

  /** Two speakers in turns; each stretch has a tint of its own, as what is said has. */
  private static List<float[]> sounds(double apart, int count) {
    Random random = new Random(3);
    List<float[]> sounds = new ArrayList<>();
    float[] tint = new float[6];
    for (int i = 0; i < count; i++) {
      if (i % 20 == 0) {
        for (int a = 0; a < tint.length; a++) {
          tint[a] = (float) (0.7 * random.nextGaussian());
        }
      }
      float[] sound = new float[6];
      for (int a = 0; a < sound.length; a++) {
        double voice = i / TURN % 2 == 1 ? apart / 2 : -apart / 2;
        sound[a] = (float) (tint[a] + 0.6 * random.nextGaussian() + (a < 3 ? voice : 0));
      }
      sounds.add(sound);
    }
    return sounds;
  }

  private static int[] frames(int count) {
    int[] frames = new int[count];
    for (int i = 0; i < count; i++) {
      frames[i] = i + i / TURN * 30;
    }
    return frames;
  }
}
