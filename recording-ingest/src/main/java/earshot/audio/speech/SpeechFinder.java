package earshot.audio.speech;

import earshot.audio.speech.Runs.Run;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** From the features of a channel to where somebody speaks on it. */
final class SpeechFinder {
  /** A segment's edges may lie so much under the least level of its inside. */
  private static final double LOWER_EDGE_DB = 6;

  private final SpeechSettings settings;
  private final double frameSeconds;

  SpeechFinder(SpeechSettings settings, double frameSeconds) {
    this.settings = settings;
    this.frameSeconds = frameSeconds;
  }

  private int frames(double seconds) {
    return (int) Math.round(seconds / frameSeconds);
  }

  /** The noise floor around each frame. */
  float[] floor(float[] levels) {
    int reach = frames(settings.floorWindowSeconds());
    return Levels.extreme(levels, reach, reach, false);
  }

  /**
   * @param own features of the channel
   * @param levels its smoothed band levels
   * @param floor its noise floor
   * @param least what speech must reach over the other channel's leak, null when nothing leaks
   */
  ChannelAnalysis analysis(
      ChannelFeatures own, float[] levels, float[] floor, float @Nullable [] least) {
    BitSet sounding = sounding(levels, floor, least);
    BitSet music = MusicStates.find(sounding, own.steadyTones(), settings, frameSeconds);
    BitSet active = (BitSet) sounding.clone();
    active.andNot(music);
    dropSteadyNoise(active, levels);
    BitSet speech = Runs.bridged(active, frames(settings.bridgeSeconds()), music);
    dropClicks(speech, active);
    dropFaint(speech, active, levels, loudLevel(levels, floor));
    speech =
        Runs.widened(
            speech,
            frames(settings.leadSeconds()),
            frames(settings.trailSeconds()),
            music,
            levels.length);
    BitSet heldMusic = Runs.bridged(music, frames(settings.bridgeMusicSeconds()), speech);
    dropShort(heldMusic, frames(settings.shortestMusicSeconds()));
    float[] frameDbfs = own.levels();
    return new ChannelAnalysis(
        Runs.spans(speech, frameSeconds),
        Runs.spans(heldMusic, frameSeconds),
        SpeechLevel.of(frameDbfs, speech, 0, frameDbfs.length),
        pauseLevel(frameDbfs, speech, heldMusic),
        frameSeconds,
        frameDbfs);
  }

  /** Frames well over the noise, with their fainter surroundings. */
  private BitSet sounding(float[] levels, float[] floor, float @Nullable [] least) {
    double range = loudLevel(levels, floor) - settings.speechRangeDb();
    double lowest = Math.max(settings.quietestSpeechDbfs(), range);
    BitSet begins = new BitSet();
    BitSet continues = new BitSet();
    for (int i = 0; i < levels.length; i++) {
      if (least == null || levels[i] >= least[i]) {
        double over = levels[i] - floor[i];
        begins.set(i, over >= settings.beginOverFloorDb() && levels[i] >= lowest);
        continues.set(
            i, over >= settings.continueOverFloorDb() && levels[i] >= lowest - LOWER_EDGE_DB);
      }
    }
    BitSet sounding = new BitSet();
    for (Run run : Runs.of(continues)) {
      int begin = begins.nextSetBit(run.from());
      if (begin >= 0 && begin < run.to()) {
        sounding.set(run.from(), run.to());
      }
    }
    return sounding;
  }

  private double loudLevel(float[] levels, float[] floor) {
    float[] over = new float[levels.length];
    int count = 0;
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] >= settings.quietestSpeechDbfs()
          && levels[i] - floor[i] >= settings.beginOverFloorDb()) {
        over[count++] = levels[i];
      }
    }
    return Levels.percentile(over, count, 0.95);
  }

  private void dropSteadyNoise(BitSet active, float[] levels) {
    for (Run run : Runs.of(active)) {
      if (run.length() >= frames(settings.steadyNoiseSeconds())) {
        float[] sorted = Arrays.copyOfRange(levels, run.from(), run.to());
        float high = Levels.percentile(sorted, sorted.length, 0.9);
        float low = Levels.percentile(sorted, sorted.length, 0.1);
        if (high - low <= settings.steadyNoiseRangeDb()) {
          active.clear(run.from(), run.to());
        }
      }
    }
  }

  private void dropClicks(BitSet speech, BitSet active) {
    for (Run run : Runs.of(speech)) {
      if (active.get(run.from(), run.to()).cardinality() < frames(settings.shortestSeconds())) {
        speech.clear(run.from(), run.to());
      }
    }
  }

  private void dropFaint(BitSet speech, BitSet active, float[] levels, double loud) {
    for (Run run : Runs.of(speech)) {
      if (run.length() < frames(settings.faintSeconds())
          && SpeechLevel.of(levels, active, run.from(), run.to())
              < loud - settings.faintBelowDb()) {
        speech.clear(run.from(), run.to());
      }
    }
  }

  private static void dropShort(BitSet frames, int shortest) {
    for (Run run : Runs.of(frames)) {
      if (run.length() < shortest) {
        frames.clear(run.from(), run.to());
      }
    }
  }

  /** The middle level of what is neither speech nor music. */
  private static double pauseLevel(float[] frameDbfs, BitSet speech, BitSet music) {
    float[] pauses = new float[frameDbfs.length];
    int count = 0;
    for (int i = 0; i < frameDbfs.length; i++) {
      if (!speech.get(i) && !music.get(i)) {
        pauses[count++] = frameDbfs[i];
      }
    }
    if (count > 0) {
      return Levels.percentile(pauses, count, 0.5);
    }
    return Levels.percentile(frameDbfs.clone(), frameDbfs.length, 0.05);
  }
}
