package earshot.score.fact;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.talk.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the holds: hold events after the agent has spoken, and long silences that the agent has
 * announced. Music before the agent answers is the queue.
 */
final class HoldFinder {
  /** A silence shorter than this is a pause, also after "one moment". */
  private static final double SHORTEST_SILENCE_SECONDS = 5;

  /** Holds that are so close, with no turn between, are one. */
  private static final double SAME_HOLD_SECONDS = 2.5;

  /** The announcement ends at most so long before the silence. */
  private static final double ANNOUNCED_BEFORE_SECONDS = 4;

  /** The agent's first words may begin so much before the end of the hold: ends are not exact. */
  private static final double BACK_TOLERANCE_SECONDS = 1;

  /** The announcement is looked for in so many agent turns before the hold. */
  private static final int ANNOUNCING_TURNS = 3;

  private final Hearing hearing;
  private final Conversation talk;

  HoldFinder(Hearing hearing) {
    this.hearing = hearing;
    this.talk = hearing.talk();
  }

  List<Hold> find() {
    List<Hold> holds = new ArrayList<>();
    double since = 0;
    for (Event event : joined()) {
      double from = since;
      List<Integer> before =
          talk.counted(Role.AGENT).stream()
              .filter(i -> talk.turn(i).start() >= from - BACK_TOLERANCE_SECONDS)
              .filter(i -> talk.turn(i).start() < event.start())
              .sorted(Comparator.reverseOrder())
              .limit(ANNOUNCING_TURNS)
              .sorted()
              .toList();
      int after =
          talk.counted(Role.AGENT).stream()
              .filter(i -> talk.turn(i).start() >= event.end() - BACK_TOLERANCE_SECONDS)
              .findFirst()
              .orElse(-1);
      holds.add(new Hold(event.start(), event.end(), before, after));
      since = event.end();
    }
    return holds;
  }

  private List<Event> joined() {
    List<Event> joined = new ArrayList<>();
    for (Event event : candidates()) {
      Event last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && sameHold(last, event)) {
        joined.set(
            joined.size() - 1,
            new Event(
                Event.Kind.HOLD, last.start(), Math.max(last.end(), event.end()), last.role()));
      } else {
        joined.add(event);
      }
    }
    return joined;
  }

  private boolean sameHold(Event first, Event second) {
    return second.start() - first.end() <= SAME_HOLD_SECONDS
        && talk.turns().stream()
            .noneMatch(
                t ->
                    t.role() != Role.ANNOUNCEMENT
                        && t.seconds() >= Conversation.SHORTEST_TURN_SECONDS
                        && t.start() >= first.end() - BACK_TOLERANCE_SECONDS
                        && t.end() <= second.start() + BACK_TOLERANCE_SECONDS);
  }

  private List<Event> candidates() {
    return talk.events().stream()
        .filter(
            e ->
                e.kind() == Event.Kind.HOLD && agentSpokeBefore(e)
                    || e.kind() == Event.Kind.SILENCE
                        && e.seconds() >= SHORTEST_SILENCE_SECONDS
                        && announced(e))
        .sorted(Comparator.comparingDouble(Event::start))
        .toList();
  }

  private boolean agentSpokeBefore(Event event) {
    return talk.turns().stream()
        .anyMatch(t -> t.role() != Role.ANNOUNCEMENT && t.start() < event.start());
  }

  private boolean announced(Event silence) {
    for (int i = talk.turns().size() - 1; i >= 0; i--) {
      Turn turn = talk.turn(i);
      if (turn.role() == Role.AGENT && turn.start() < silence.start()) {
        return silence.start() - turn.end() <= ANNOUNCED_BEFORE_SECONDS
            && hearing.phrases().says(i, "hold-announced");
      }
    }
    return false;
  }
}
