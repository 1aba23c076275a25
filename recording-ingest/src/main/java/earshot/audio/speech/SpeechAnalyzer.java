package earshot.audio.speech;

import earshot.audio.AudioException;
import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds speech, music and levels in one pass over the samples. What is kept of a minute and channel
 * is about 70 kB: two numbers every 10 ms and two every 20 ms.
 *
 * <p>In doubt a segment is speech: losing a word costs more than a stretch of silence decoded.
 * Immutable; safe to share between threads.
 */
public final class SpeechAnalyzer {
  private static final int FRAMES_A_SECOND = 100;
  private static final int FRAMES_AT_ONCE = 64;

  private final SpeechSettings settings;

  public SpeechAnalyzer() {
    this(SpeechSettings.defaults());
  }

  public SpeechAnalyzer(SpeechSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads a recording to its end. The reader is not closed.
   *
   * @throws AudioException when the recording turns out to be damaged
   */
  public AudioAnalysis analyze(AudioReader reader) throws IOException {
    AudioFormat format = reader.format();
    int frameLength = Math.max(1, Math.round((float) format.sampleRateHz() / FRAMES_A_SECOND));
    double frameSeconds = (double) frameLength / format.sampleRateHz();
    List<ChannelFeatures> channels = new ArrayList<>();
    for (int i = 0; i < format.channels(); i++) {
      channels.add(new ChannelFeatures(format.sampleRateHz(), frameSeconds));
    }
    short[][] planar = new short[format.channels()][FRAMES_AT_ONCE * frameLength];
    long samples = 0;
    int got;
    while ((got = reader.read(planar, planar[0].length)) > 0) {
      samples += got;
      for (int from = 0; from < got; from += frameLength) {
        addFrame(planar, from, Math.min(frameLength, got - from), channels);
      }
    }
    double seconds = (double) samples / format.sampleRateHz();
    List<float[]> levels = channels.stream().map(ChannelFeatures::smoothedBandLevels).toList();
    return new AudioAnalysis(
        seconds,
        found(channels, levels, new SpeechFinder(settings, frameSeconds, seconds), frameSeconds),
        levels.size() == 2 && SameMix.of(levels.get(0), levels.get(1)));
  }

  private static void addFrame(
      short[][] planar, int from, int count, List<ChannelFeatures> channels) {
    for (int i = 0; i < channels.size(); i++) {
      channels.get(i).add(planar[i], from, count);
    }
  }

  private List<ChannelAnalysis> found(
      List<ChannelFeatures> channels,
      List<float[]> levels,
      SpeechFinder finder,
      double frameSeconds) {
    List<ChannelAnalysis> found = new ArrayList<>();
    for (int i = 0; i < channels.size(); i++) {
      float[] own = levels.get(i);
      float[] floor = finder.floor(own);
      float[] least =
          channels.size() == 2
              ? Crosstalk.leastLevels(own, floor, levels.get(1 - i), settings, frameSeconds)
              : null;
      found.add(finder.analysis(channels.get(i), own, floor, least));
    }
    return found;
  }
}
