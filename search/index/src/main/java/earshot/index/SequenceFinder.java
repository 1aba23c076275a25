package earshot.index;

import earshot.match.Node;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds words that stand next to each other. */
final class SequenceFinder implements SpanFinder {
  private final CallColumns call;
  private final Reach reach;
  private final int length;
  private final WordFinder[] words;

  /** Where in the sequence each of the words stands; the rarest word comes first. */
  private final int[] offsets;

  /** Whether the sequence begins or ends with any word, which positions alone do not show. */
  private final boolean openEnds;

  private final SpanList found = new SpanList();

  SequenceFinder(
      CallColumns call,
      List<Node.Element> elements,
      Reach reach,
      Function<Node.Element, WordFinder> finders) {
    this.call = call;
    this.reach = reach;
    this.length = elements.size();
    this.openEnds = elements.get(0).any() || elements.get(length - 1).any();
    List<Part> parts =
        IntStream.range(0, length)
            .filter(i -> !elements.get(i).any())
            .mapToObj(i -> new Part(finders.apply(elements.get(i)), i))
            .sorted(Comparator.comparingLong(p -> p.word().cost()))
            .toList();
    this.words = parts.stream().map(Part::word).toArray(WordFinder[]::new);
    this.offsets = parts.stream().mapToInt(Part::offset).toArray();
  }

  private record Part(WordFinder word, int offset) {}

  @Override
  public SpanList find() throws IOException {
    found.clear();
    SpanList rarest = words[0].find();
    for (int i = 0; i < rarest.size(); i++) {
      int first = rarest.first(i) - offsets[0];
      if (first >= 0) {
        found.add(first, first + length - 1);
      }
    }
    for (int i = 1; i < words.length && found.size() > 0; i++) {
      keepBeside(words[i].find(), offsets[i]);
    }
    if (openEnds) {
      keepInsideTurns();
    }
    reach.filter(call, found);
    return found;
  }

  private void keepBeside(SpanList word, int offset) {
    int kept = 0;
    int at = 0;
    for (int i = 0; i < found.size() && at < word.size(); i++) {
      int wanted = found.first(i) + offset;
      while (at < word.size() && word.first(at) < wanted) {
        at++;
      }
      if (at < word.size() && word.first(at) == wanted) {
        found.keep(i, kept++);
      }
    }
    found.cut(kept);
  }

  private void keepInsideTurns() {
    Timeline timeline = call.timeline();
    int kept = 0;
    for (int i = 0; i < found.size(); i++) {
      int turn = timeline.turnAt(found.first(i));
      if (found.last(i) < timeline.first(turn) + timeline.words(turn)
          && found.first(i) < timeline.first(turn) + timeline.words(turn)) {
        found.keep(i, kept++);
      }
    }
    found.cut(kept);
  }
}
