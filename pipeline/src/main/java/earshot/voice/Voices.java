package earshot.voice;

import earshot.audio.speech.VoiceFeatures;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which of two voices speaks when, on one channel. Immutable. */
public final class Voices {
  /** Sounds so far above the quiet ones and so far below the loud ones belong to a voice. */
  private static final double ABOVE_QUIET_DB = 6;

  private static final double BELOW_LOUD_DB = 30;
  private static final double QUIET_SHARE = 0.15;
  private static final double LOUD_SHARE = 0.95;

  /** The height of a voice is taken over this many frames to either side. */
  private static final int PITCH_REACH = 25;

  private static final int LEAST_VOICED = 5;

  private final int[] frame;
  private final boolean[] second;
  private final double agreement;

  private Voices(int[] frame, boolean[] second, double agreement) {
    this.frame = frame;
    this.second = second;
    this.agreement = agreement;
  }

  /**
   * Divides what is said between two voices.
   *
   * @param turns whose words tell where somebody speaks
   * @return empty where too little is said, or no two voices are found
   */
  public static Optional<Voices> of(VoiceFeatures features, List<Turn> turns) {
    int[] frames = spoken(features, turns);
    if (frames.length == 0) {
      return Optional.empty();
    }
    List<float[]> sounds = sounds(features, frames);
    return new VoiceSplitter(VoiceSplitter.Settings.DEFAULT)
        .divide(sounds, frames)
        .map(d -> new Voices(frames, d.second(), d.agreement()));
  }

  /** How surely these are two voices, divided right: 0.5 to 1. */
  public double agreement() {
    return agreement;
  }

  /**
   * Who speaks in a stretch of time.
   *
   * @return 0 or 1; -1 where no sound of a voice is in it
   */
  public int in(double start, double end) {
    int from = index(start);
    int to = index(end);
    int seconds = 0;
    for (int i = from; i < to; i++) {
      seconds += second[i] ? 1 : 0;
    }
    return from == to ? -1 : 2 * seconds > to - from ? 1 : 0;
  }

  private int index(double second) {
    int at = Arrays.binarySearch(frame, (int) Math.round(second * VoiceFeatures.FRAMES_A_SECOND));
    return at >= 0 ? at : -at - 1;
  }

  private static int[] spoken(VoiceFeatures features, List<Turn> turns) {
    int length = features.levelDb().length;
    boolean[] word = new boolean[length];
    for (Turn turn : turns) {
      for (Word w : turn.words()) {
        int from = (int) (w.start() * VoiceFeatures.FRAMES_A_SECOND);
        int to = Math.min(length, (int) (w.end() * VoiceFeatures.FRAMES_A_SECOND));
        Arrays.fill(word, Math.min(from, to), to, true);
      }
    }
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    double least =
        Math.max(
            features.levelAt(QUIET_SHARE, all) + ABOVE_QUIET_DB,
            features.levelAt(LOUD_SHARE, all) - BELOW_LOUD_DB);
    int[] frames = new int[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (word[i] && features.levelDb()[i] > least) {
        frames[count++] = i;
      }
    }
    return Arrays.copyOf(frames, count);
  }

  /** Shape and height of the voice in each frame, every axis with mean 0 and variance 1. */
  private static List<float[]> sounds(VoiceFeatures features, int[] frames) {
    int axes = VoiceFeatures.COEFFICIENTS + 1;
    float[] pitch = pitch(features, frames);
    List<float[]> sounds = new ArrayList<>(frames.length);
    double[] sum = new double[axes];
    double[] squares = new double[axes];
    for (int i = 0; i < frames.length; i++) {
      float[] sound = Arrays.copyOf(features.shape()[frames[i]], axes);
      sound[axes - 1] = pitch[i];
      for (int a = 0; a < axes; a++) {
        sum[a] += sound[a];
        squares[a] += sound[a] * sound[a];
      }
      sounds.add(sound);
    }
    for (int a = 0; a < axes; a++) {
      double mean = sum[a] / sounds.size();
      double deviation = Math.sqrt(Math.max(0, squares[a] / sounds.size() - mean * mean)) + 1e-6;
      for (float[] sound : sounds) {
        sound[a] = (float) ((sound[a] - mean) / deviation);
      }
    }
    return sounds;
  }

  /** The median over the voiced frames around each; over all where there are too few. */
  private static float[] pitch(VoiceFeatures features, int[] frames) {
    float[] smooth = new float[frames.length];
    float[] near = new float[2 * PITCH_REACH + 1];
    for (int i = 0; i < frames.length; i++) {
      int count = 0;
      int last = Math.min(frames.length - 1, i + PITCH_REACH);
      for (int j = Math.max(0, i - PITCH_REACH); j <= last; j++) {
        float pitch = features.pitch()[frames[j]];
        if (pitch > 0) {
          near[count++] = pitch;
        }
      }
      Arrays.sort(near, 0, count);
      smooth[i] = count >= LEAST_VOICED ? near[count / 2] : 0;
    }
    float[] known = smooth.clone();
    Arrays.sort(known);
    int unknown = 0;
    while (unknown < known.length && known[unknown] == 0) {
      unknown++;
    }
    float middle = unknown == known.length ? 0 : known[(unknown + known.length) / 2];
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] = smooth[i] == 0 ? middle : smooth[i];
    }
    return smooth;
  }
}
