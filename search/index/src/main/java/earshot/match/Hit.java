package earshot.match;

import earshot.call.Event;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something found: words of one turn, or an event.
 *
 * @param turn -1 for an event
 * @param words positions in the turn, ascending; empty for an event
 * @param startMs of the first word or the event
 * @param lastMs when the last word begins; for an event, when it ends
 * @param endMs of the last word or the event
 */
record Hit(int turn, int[] words, int startMs, int lastMs, int endMs, @Nullable Event event) {
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
    long first = Places.of(turn, words[0]);
    long last = Places.of(turn, words[words.length - 1]);
    return new Hit(turn, words, call.startMs(first), call.startMs(last), call.endMs(last), null);
  }

  static Hit event(Event event) {
    int end = Places.ms(event.end());
    return new Hit(-1, new int[0], Places.ms(event.start()), end, end, event);
  }

  int first() {
    return words[0];
  }

  int last() {
    return words[words.length - 1];
  }

  /** Compares when this one's last word began, or the event ended, with another's beginning. */
  int compareEndToStart(Hit other) {
    return compare(lastMs, turn, lastOrNone(), other.startMs, other.turn, other.firstOrNone());
  }

  int compareStarts(Hit other) {
    return compare(startMs, turn, firstOrNone(), other.startMs, other.turn, other.firstOrNone());
  }

  int compareEnds(Hit other) {
    return compare(lastMs, turn, lastOrNone(), other.lastMs, other.turn, other.lastOrNone());
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
