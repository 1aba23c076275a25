package earshot.measure;

import earshot.audio.speech.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sets of moments, as ordered spans that neither touch nor overlap. */
final class TimeSpans {
  private TimeSpans() {}

  /** All moments of the spans; breaks up to {@code bridge} seconds are filled. */
  static List<Span> union(List<Span> spans, double bridge) {
    List<Span> ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparingDouble(Span::start));
    List<Span> union = new ArrayList<>();
    for (Span span : ordered) {
      int last = union.size() - 1;
      if (last >= 0 && span.start() - union.get(last).end() <= bridge) {
        double end = Math.max(union.get(last).end(), span.end());
        union.set(last, new Span(union.get(last).start(), end));
      } else {
        union.add(span);
      }
    }
    return union;
  }

  /** Moments from 0 to {@code seconds} in none of the spans of a union. */
  static List<Span> complement(List<Span> union, double seconds) {
    List<Span> gaps = new ArrayList<>();
    double from = 0;
    for (Span span : union) {
      if (span.start() > from) {
        gaps.add(new Span(from, Math.min(span.start(), seconds)));
      }
      from = Math.max(from, span.end());
      if (from >= seconds) {
        return gaps;
      }
    }
    if (seconds > from) {
      gaps.add(new Span(from, seconds));
    }
    return gaps;
  }

  static List<Span> intersection(List<Span> left, List<Span> right) {
    List<Span> both = new ArrayList<>();
    for (Span a : left) {
      for (Span b : right) {
        if (a.overlaps(b)) {
          both.add(new Span(Math.max(a.start(), b.start()), Math.min(a.end(), b.end())));
        }
      }
    }
    return union(both, 0);
  }

  static double seconds(List<Span> union) {
    return union.stream().mapToDouble(Span::seconds).sum();
  }
}
