package earshot.redact;

import earshot.call.Redaction;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a redacted call must not be heard: the times of its tokens. */
final class MutedSpans {
  private MutedSpans() {}

  static List<Redaction> of(List<Turn> turns, double padding) {
    List<Redaction> spans = new ArrayList<>();
    for (Turn turn : turns) {
      int before = spans.size();
      for (Word word : turn.words()) {
        Kind kind = Kind.ofToken(word.word());
        if (kind != null) {
          spans.add(span(turn, word.start(), word.end(), padding, kind));
        }
      }
      if (turn.text().indexOf('[') >= 0) {
        List<Redaction> inText = inText(turn, padding);
        if (inText.size() > spans.size() - before) {
          spans.addAll(inText);
        }
      }
    }
    return merged(spans);
  }

  /** Tokens of a text without words of its own: the turn's time shared by length. */
  private static List<Redaction> inText(Turn turn, double padding) {
    List<Redaction> spans = new ArrayList<>();
    String text = turn.text();
    for (int from = text.indexOf('['); from >= 0; from = text.indexOf('[', from + 1)) {
      int to = text.indexOf(']', from) + 1;
      Kind kind = to > 0 ? Kind.ofToken(text.substring(from, to)) : null;
      if (kind != null) {
        double perLetter = turn.seconds() / text.length();
        double start = turn.start() + from * perLetter;
        spans.add(span(turn, start, turn.start() + to * perLetter, padding, kind));
      }
    }
    return spans;
  }

  private static Redaction span(Turn turn, double start, double end, double padding, Kind kind) {
    return new Redaction(turn.channel(), Math.max(0, start - padding), end + padding, kind.id());
  }

  /** Spans of one channel and kind that overlap or touch become one. */
  private static List<Redaction> merged(List<Redaction> spans) {
    spans.sort(
        Comparator.comparingInt(Redaction::channel)
            .thenComparingDouble(Redaction::start)
            .thenComparingDouble(Redaction::end)
            .thenComparing(Redaction::kind));
    List<Redaction> merged = new ArrayList<>();
    for (Redaction span : spans) {
      Redaction before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (before != null
          && before.channel() == span.channel()
          && before.kind().equals(span.kind())
          && span.start() <= before.end()) {
        double end = Math.max(before.end(), span.end());
        merged.set(
            merged.size() - 1, new Redaction(span.channel(), before.start(), end, span.kind()));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
