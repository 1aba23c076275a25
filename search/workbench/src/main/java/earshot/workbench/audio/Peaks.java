package earshot.workbench.audio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A waveform to draw: the least and the greatest sample of each of many equal parts of a call.
 *
 * @param seconds length of the call
 * @param channels one waveform a channel, in the recording's order
 */
public record Peaks(double seconds, List<Channel> channels) {
  /** As many parts as a wide screen has room for. */
  static final int BUCKETS = 1_600;

  /** Full scale of the numbers given out. */
  static final int FULL_SCALE = 127;

  public Peaks {
    channels = List.copyOf(channels);
  }

  /**
   * One channel.
   *
   * @param min least sample of each part, -127 to 0
   * @param max greatest sample of each part, 0 to 127
   */
  public record Channel(List<Integer> min, List<Integer> max) {
    public Channel {
      min = List.copyOf(min);
      max = List.copyOf(max);
    }
  }

  /** Reads the audio once, in constant memory. */
  static Peaks of(RedactedAudio audio) throws IOException {
    long frames = audio.frames();
    int buckets = (int) Math.min(BUCKETS, frames);
    int[][] min = new int[audio.format().channels()][buckets];
    int[][] max = new int[audio.format().channels()][buckets];
    audio.read(
        0,
        frames,
        (planar, count, frame) -> {
          for (int channel = 0; channel < planar.length; channel++) {
            for (int i = 0; i < count; i++) {
              int bucket = (int) ((frame + i) * buckets / frames);
              int sample = planar[channel][i];
              min[channel][bucket] = Math.min(min[channel][bucket], sample);
              max[channel][bucket] = Math.max(max[channel][bucket], sample);
            }
          }
        });
    List<Channel> channels = new ArrayList<>();
    for (int channel = 0; channel < min.length; channel++) {
      channels.add(new Channel(scaled(min[channel]), scaled(max[channel])));
    }
    return new Peaks(audio.seconds(), channels);
  }

  /** Away from zero, so that a faint sound stays visible and silence stays nothing. */
  private static List<Integer> scaled(int[] samples) {
    List<Integer> scaled = new ArrayList<>(samples.length);
    for (int sample : samples) {
      int magnitude = (int) Math.ceil(Math.abs(sample) * (double) FULL_SCALE / 32768);
      scaled.add(sample < 0 ? -magnitude : magnitude);
    }
    return scaled;
  }
}
