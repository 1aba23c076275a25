package earshot.workbench.audio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The frames of one channel that must not be heard. The sound fades out before a span and in after
 * it, so that nothing clicks and nothing of the span itself is left.
 *
 * @param spans ordered, apart from each other
 * @param fade frames of each fade
 */
record Mute(List<Span> spans, int fade) {
  Mute {
    spans = merged(spans);
  }

  /** From the first silent frame to the first one after the silence. */
  record Span(long from, long to) {}

  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
      Span before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null && span.from() <= before.to()) {
        merged.set(merged.size() - 1, new Span(before.from(), Math.max(before.to(), span.to())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }

  /**
   * Mutes samples in place.
   *
   * @param at frame of the first sample
   */
  void apply(short[] samples, int count, long at) {
    for (Span span : spans) {
      if (span.from() - fade >= at + count || span.to() + fade <= at) {
        continue;
      }
      int from = (int) Math.max(0, span.from() - fade - at);
      int to = (int) Math.min(count, span.to() + fade - at);
      for (int i = from; i < to; i++) {
        samples[i] = (short) Math.round(samples[i] * gain(span, at + i));
      }
    }
  }

  /** 0 inside the span, rising to 1 over a fade on either side. */
  private double gain(Span span, long frame) {
    if (frame >= span.from() && frame < span.to()) {
      return 0;
    }
    long away = frame < span.from() ? span.from() - frame : frame - span.to() + 1;
    return Math.min(1, (double) away / (fade + 1));
  }
}
