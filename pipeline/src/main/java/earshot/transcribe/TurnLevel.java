package earshot.transcribe;

import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How loud a stretch of speech is. */
final class TurnLevel {
  private TurnLevel() {}

  /**
   * RMS level over the frames of the segments, in dBFS; null when no frame lies in them. Energy is
   * averaged, not decibels.
   */
  static @Nullable Double dbfs(ChannelAnalysis analysis, List<Span> speech) {
    double energy = 0;
    int frames = 0;
    for (Span span : speech) {
      int first = (int) Math.ceil(span.start() / analysis.frameSeconds());
      int end = (int) Math.floor(span.end() / analysis.frameSeconds());
      for (int i = first; i < Math.min(end, analysis.frameDbfs().length); i++) {
        energy += Math.pow(10, analysis.frameDbfs()[i] / 10);
        frames++;
      }
    }
    return energy > 0 ? 10 * Math.log10(energy / frames) : null;
  }
}
