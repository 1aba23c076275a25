package earshot.audio.speech;

import earshot.audio.speech.Runs.Run;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** From the features of a channel to where somebody speaks on it. */
final class SpeechFinder {
  /** A segment's edges may lie so much under the least level of its inside. */
  private static final double LOWER_EDGE_DB = 6;

  /** Music without pauses lifts its own noise floor; no line is as noisy as this. */
  private static final double LOUD_DBFS = -40;

  private final SpeechSettings settings;
  private final double frameSeconds;
  private final double seconds;

  /**
   * @param frameSeconds length of a frame
   * @param seconds length of the audio
   */
  SpeechFinder(SpeechSettings settings, double frameSeconds, double seconds) {
    this.settings = settings;
    this.frameSeconds = frameSeconds;
    this.seconds = seconds;
  }

  private int frames(double seconds) {
    return (int) Math.round(seconds / frameSeconds);
  }

  /** The noise floor around each frame. */
  float[] floor(float[] levels) {
    int reach = frames(settings.floorWindowSeconds());
    return Levels.slidingPercentile(levels, reach, settings.floorShare());
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
    BitSet loud = loud(levels, least);
    loud.or(sounding);
    BitSet music = MusicStates.find(loud, levels, own.steadyTones(), settings, frameSeconds);
    BitSet active = (BitSet) sounding.clone();
    active.andNot(music);
    dropVoiceless(active, own.spreads());
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
        Runs.spans(speech, frameSeconds, seconds),
        Runs.spans(heldMusic, frameSeconds, seconds),
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

  /** Frames so loud that they are something, though the floor may have risen with it. */
  private static BitSet loud(float[] levels, float @Nullable [] least) {
    BitSet loud = new BitSet();
    for (int i = 0; i < levels.length; i++) {
      loud.set(i, levels[i] >= LOUD_DBFS && (least == null || levels[i] >= least[i]));
    }
    return loud;
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

  /** Takes out runs of sound without voice, but for those next to one with voice. */
  private void dropVoiceless(BitSet active, float[] spreads) {
    BitSet voiced = new BitSet();
    for (Run run : Runs.of(active)) {
      int voice = 0;
      for (int i = run.from(); i < run.to(); i++) {
        voice += spreads[i] < settings.voiceSpread() ? 1 : 0;
      }
      if (voice >= frames(settings.voiceSeconds())) {
        voiced.set(run.from(), run.to());
      }
    }
    int near = frames(settings.nearVoiceSeconds());
    BitSet nearVoice = Runs.widened(voiced, near, near, new BitSet(), spreads.length);
    for (Run run : Runs.of(active)) {
      if (nearVoice.get(run.from(), run.to()).isEmpty()) {
        active.clear(run.from(), run.to());
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
