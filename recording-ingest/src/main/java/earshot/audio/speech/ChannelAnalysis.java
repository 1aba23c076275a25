package earshot.audio.speech;

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
}
