package earshot.index;

import java.io.IOException;

/**
 * Finds along a call, of one segment: words or events. A moment is a time in ms and the position of
 * a word, 0 for an event, as one number that sorts in the order of the call. Belongs to one thread.
 */
interface MomentFinder {
  /** Later than everything. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Looks at the call at which the columns stand.
   *
   * @return how much is found
   */
  int count() throws IOException;

  /**
   * Of the finds counted last, those that begin after a moment: when the one that ends first ends.
   * A find ends when its last word begins, or an event ends.
   *
   * @return {@link #NEVER} when none begins after it
   */
  long earliestEnd(long after);

  /** No time is known for sure. */
  int NOT_SURE = Integer.MAX_VALUE;

  /**
   * A time in ms by which one of the finds counted last is over that surely begins after another
   * time; told without looking at words.
   *
   * @return {@link #NOT_SURE} when only {@link #earliestEnd} can tell
   */
  int surelyOverMs(int afterMs);

  /** Whether one of the finds counted last, of which there is one, surely begins after a time. */
  default boolean surelyBegins(int afterMs) {
    return surelyOverMs(afterMs) != NOT_SURE;
  }

  static long moment(int ms, int positionPlusOne) {
    return (long) ms << 32 | positionPlusOne;
  }
}
