package earshot.audio.speech;

import java.util.BitSet;
import java.util.List;

/**
 * What one channel holds.
 *
 * @param speech segments in which somebody speaks, ordered, not overlapping; no music, no noise
 * @param music hold music and tones, ordered
 * @param speechLevelDbfs RMS over the speech frames; {@code -Infinity} without speech
 * @param noiseFloorDbfs level of the pauses
 * @param frameSeconds length of one frame of {@code frameDbfs}
 * @param frameDbfs level of each frame, never copied: treat as read-only
 */
public record ChannelAnalysis(
    List<Span> speech,
    List<Span> music,
    double speechLevelDbfs,
    double noiseFloorDbfs,
    double frameSeconds,
    float[] frameDbfs) {
  public ChannelAnalysis {
    speech = List.copyOf(speech);
    music = List.copyOf(music);
  }

  /**
   * How loud somebody speaks in a stretch of time, such as a turn.
   *
   * @return RMS over the speech frames in it, dBFS; {@code -Infinity} when nobody speaks there
   */
  public double speechLevelDbfs(Span within) {
    BitSet frames = new BitSet();
    for (Span span : speech) {
      if (span.overlaps(within)) {
        int from = (int) Math.round(Math.max(span.start(), within.start()) / frameSeconds);
        int to = (int) Math.round(Math.min(span.end(), within.end()) / frameSeconds);
        frames.set(from, Math.max(from, Math.min(to, frameDbfs.length)));
      }
    }
    return SpeechLevel.of(frameDbfs, frames, 0, frameDbfs.length);
  }
}
