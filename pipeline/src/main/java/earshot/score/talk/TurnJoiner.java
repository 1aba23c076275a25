package earshot.score.talk;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.match.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins what one party says until the other's turn. Recognition ends a turn at a pause; people do
 * not. What the other says while listening ("mhm") does not divide; a short answer in a pause
 * ("Barker") does, and so does a hold.
 */
final class TurnJoiner {
  /** A longer pause divides: something happened in it. */
  private static final double LONGEST_PAUSE_SECONDS = 4.0;

  /** Turns overlap when they share more than this; ends are not exact. */
  private static final double OVERLAP_SECONDS = 0.1;

  private final List<Event> events;
  private final Language language;
  private final Predicate<String> listening;

  TurnJoiner(List<Event> events, Language language, Predicate<String> listening) {
    this.events = events;
    this.language = language;
    this.listening = listening;
  }

  List<Turn> join(List<Turn> heard) {
    List<Turn> joined = new ArrayList<>();
    for (Turn turn : heard) {
      int with = joinable(joined, turn);
      if (with < 0) {
        joined.add(turn);
      } else {
        joined.set(with, join(joined.get(with), turn));
      }
    }
    return joined;
  }

  /** Index of the turn that this one continues; -1 when it begins one of its own. */
  private int joinable(List<Turn> joined, Turn turn) {
    if (turn.role() == Role.UNKNOWN) {
      return -1;
    }
    for (int i = joined.size() - 1; i >= 0; i--) {
      Turn before = joined.get(i);
      if (before.role() == turn.role()) {
        return continues(before, turn) && !dividedSince(joined, before, turn) ? i : -1;
      }
      if (before.seconds() >= Conversation.SHORTEST_TURN_SECONDS) {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the other party said something of its own since a turn. */
  private boolean dividedSince(List<Turn> joined, Turn before, Turn turn) {
    return joined.stream()
        .filter(t -> t.role() != before.role() && t.end() > before.end())
        .anyMatch(
            t -> t.seconds() >= Conversation.SHORTEST_TURN_SECONDS || answers(t, before, turn));
  }

  private boolean answers(Turn sound, Turn before, Turn after) {
    return sound.start() >= before.end() - OVERLAP_SECONDS
        && sound.end() <= after.start() + OVERLAP_SECONDS
        && sound.words().stream()
            .map(w -> language.form(w.word()))
            .anyMatch(f -> !f.isEmpty() && !listening.test(f));
  }

  private boolean continues(Turn before, Turn turn) {
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
