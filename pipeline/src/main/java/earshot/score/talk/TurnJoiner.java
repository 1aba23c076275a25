package earshot.score.talk;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins what one party says until the other's turn. Recognition ends a turn at a pause; people do
 * not. Sounds of the other party that are too short to be a turn do not divide; a hold does.
 */
final class TurnJoiner {
  /** A longer pause divides: something happened in it. */
  private static final double LONGEST_PAUSE_SECONDS = 4.0;

  private TurnJoiner() {}

  static List<Turn> join(List<Turn> heard, List<Event> events) {
    List<Turn> joined = new ArrayList<>();
    for (Turn turn : heard) {
      int with = joinable(joined, turn, events);
      if (with < 0) {
        joined.add(turn);
      } else {
        joined.set(with, join(joined.get(with), turn));
      }
    }
    return joined;
  }

  /** Index of the turn that this one continues; -1 when it begins one of its own. */
  private static int joinable(List<Turn> joined, Turn turn, List<Event> events) {
    if (turn.role() == Role.UNKNOWN) {
      return -1;
    }
    for (int i = joined.size() - 1; i >= 0; i--) {
      Turn before = joined.get(i);
      if (before.role() == turn.role()) {
        return continues(before, turn, events) ? i : -1;
      }
      if (before.seconds() >= Conversation.SHORTEST_TURN_SECONDS) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean continues(Turn before, Turn turn, List<Event> events) {
    return turn.start() - before.end() <= LONGEST_PAUSE_SECONDS
        && before.channel() == turn.channel()
        && events.stream()
            .noneMatch(
                e ->
                    e.kind() == Event.Kind.HOLD
                        && e.start() >= before.start()
                        && e.start() <= turn.start());
  }

  private static Turn join(Turn first, Turn second) {
    List<Word> words = new ArrayList<>(first.words());
    words.addAll(second.words());
    int count = words.size();
    double confidence = count == 0 ? 0 : words.stream().mapToDouble(Word::confidence).sum() / count;
    return new Turn(
        first.role(),
        first.channel(),
        first.start(),
        Math.max(first.end(), second.end()),
        (first.text() + " " + second.text()).strip(),
        confidence,
        words,
        louder(first.levelDbfs(), second.levelDbfs()));
  }

  private static @Nullable Double louder(@Nullable Double one, @Nullable Double other) {
    return one == null ? other : other == null ? one : Double.valueOf(Math.max(one, other));
  }
}
