package earshot.workbench.review;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Who speaks in a span of time, as a person heard it. A word belongs to the span when its middle
 * does; a turn of which only a part belongs to it is cut.
 *
 * @param channel 0-based; 0 where both parties are on one
 * @param start seconds
 * @param end seconds
 */
record NamedSpan(int channel, double start, double end, Role role) {

  /** The turns with this speaker; those outside of the span as they are. */
  List<Turn> in(List<Turn> turns) {
    List<Turn> named = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.channel() == channel && turn.role() != role) {
        named.addAll(named(turn));
      } else {
        named.add(turn);
      }
    }
    return named;
  }

  private List<Turn> named(Turn turn) {
    List<Word> words = turn.words();
    if (words.isEmpty()) {
      return List.of(holds(turn.start(), turn.end()) ? turn.withRole(role) : turn);
    }
    List<Turn> parts = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= words.size(); i++) {
      if (i == words.size() || holds(words.get(i)) != holds(words.get(first))) {
        Turn part = turn.part(first, i);
        parts.add(holds(words.get(first)) ? part.withRole(role) : part);
        first = i;
      }
    }
    return parts;
  }

  private boolean holds(Word word) {
    return holds(word.start(), word.end());
  }

  private boolean holds(double from, double to) {
    double middle = (from + to) / 2;
    return middle >= start && middle <= end;
  }
}
