package earshot.match;

import earshot.call.Event;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something found: words of one turn, or an event. Times are asked of the call only when needed, so
 * a hit must not be kept when the view moves to another call.
 *
 * @param turn -1 for an event
 * @param words positions in the turn, ascending; empty for an event
 */
record Hit(CallView call, int turn, int[] words, @Nullable Event event) {
  /** By time, then in the order of the transcript. */
  static final Comparator<Hit> ORDER =
      Comparator.comparingInt(Hit::startMs)
          .thenComparingInt(Hit::turn)
          .thenComparing(Hit::words, Arrays::compare);

  /** In the order of the transcript; events first. */
  static final Comparator<Hit> PLACE =
      Comparator.comparingInt(Hit::turn)
          .thenComparing(Hit::words, Arrays::compare)
          .thenComparingInt(Hit::startMs)
          .thenComparingInt(Hit::endMs)
          .thenComparing(h -> h.event() == null ? "" : h.event().toString());

  static Hit words(CallView call, int turn, int[] words) {
    return new Hit(call, turn, words, null);
  }

  static Hit event(CallView call, Event event) {
    return new Hit(call, -1, new int[0], event);
  }

  /** When the first word or the event begins. */
  int startMs() {
    return event == null ? call.startMs(Places.of(turn, first())) : Places.ms(event.start());
  }

  /** When the last word begins; for an event, when it ends. */
  int lastMs() {
    return event == null ? call.startMs(Places.of(turn, last())) : Places.ms(event.end());
  }

  /** When the last word or the event ends. */
  int endMs() {
    return event == null ? call.endMs(Places.of(turn, last())) : Places.ms(event.end());
  }

  int first() {
    return words[0];
  }

  int last() {
    return words[words.length - 1];
  }

  /** Compares when this one's last word began, or the event ended, with another's beginning. */
  int compareEndToStart(Hit other) {
    return compare(lastMs(), turn, lastOrNone(), other.startMs(), other.turn, other.firstOrNone());
  }

  int compareStarts(Hit other) {
    return compare(
        startMs(), turn, firstOrNone(), other.startMs(), other.turn, other.firstOrNone());
  }

  int compareEnds(Hit other) {
    return compare(lastMs(), turn, lastOrNone(), other.lastMs(), other.turn, other.lastOrNone());
  }

  private int firstOrNone() {
    return words.length == 0 ? -1 : first();
  }

  private int lastOrNone() {
    return words.length == 0 ? -1 : last();
  }

  private static int compare(int ms, int turn, int word, int ms2, int turn2, int word2) {
    if (ms != ms2) {
      return Integer.compare(ms, ms2);
    }
    return turn != turn2 ? Integer.compare(turn, turn2) : Integer.compare(word, word2);
  }

  boolean contains(Hit other) {
    return turn == other.turn && first() <= other.first() && last() >= other.last();
  }

  boolean samePlace(Hit other) {
    return turn == other.turn && Arrays.equals(words, other.words) && event == other.event;
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Hit other && samePlace(other);
  }

  @Override
  public int hashCode() {
    return 31 * turn + Arrays.hashCode(words) + (event == null ? 0 : event.hashCode());
  }

  @Override
  public String toString() {
    return "turn " + turn + " words " + Arrays.toString(words);
  }
}
