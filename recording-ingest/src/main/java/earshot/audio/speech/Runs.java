package earshot.audio.speech;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Frames that belong together, as sets of frame numbers. */
final class Runs {
  /** From a frame, inclusive, to a frame, exclusive. */
  record Run(int from, int to) {
    int length() {
      return to - from;
    }
  }

  private Runs() {}

  static List<Run> of(BitSet frames) {
    List<Run> runs = new ArrayList<>();
    for (int from = frames.nextSetBit(0); from >= 0; ) {
      int to = frames.nextClearBit(from);
      runs.add(new Run(from, to));
      from = frames.nextSetBit(to);
    }
    return runs;
  }

  /** Closes gaps up to a length, unless a forbidden frame lies in the gap. */
  static BitSet bridged(BitSet frames, int longestGap, BitSet forbidden) {
    BitSet bridged = (BitSet) frames.clone();
    for (int end = frames.nextClearBit(Math.max(0, frames.nextSetBit(0))); ; ) {
      int next = frames.nextSetBit(end);
      if (next < 0) {
        return bridged;
      }
      int obstacle = forbidden.nextSetBit(end);
      if (next - end <= longestGap && (obstacle < 0 || obstacle >= next)) {
        bridged.set(end, next);
      }
      end = frames.nextClearBit(next);
    }
  }

  /** Moves edges outward, stopping at forbidden frames and at the ends. */
  static BitSet widened(BitSet frames, int lead, int trail, BitSet forbidden, int count) {
    BitSet widened = (BitSet) frames.clone();
    for (Run run : of(frames)) {
      for (int i = run.from() - 1; i >= Math.max(0, run.from() - lead) && !forbidden.get(i); i--) {
        widened.set(i);
      }
      for (int i = run.to(); i < Math.min(count, run.to() + trail) && !forbidden.get(i); i++) {
        widened.set(i);
      }
    }
    return widened;
  }

  /**
   * @param seconds length of the audio, which the last frame may overshoot
   */
  static List<Span> spans(BitSet frames, double frameSeconds, double seconds) {
    return of(frames).stream()
        .map(run -> new Span(run.from() * frameSeconds, Math.min(seconds, run.to() * frameSeconds)))
        .toList();
  }
}
