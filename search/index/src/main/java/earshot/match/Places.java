package earshot.match;

import java.util.Arrays;

/** A turn and a word in it as one sortable long. */
public final class Places {
  /** No places. */
  public static final long[] NONE = {};

  private Places() {}

  public static long of(int turn, int word) {
    return ((long) turn << 32) | word;
  }

  public static int turn(long place) {
    return (int) (place >>> 32);
  }

  public static int word(long place) {
    return (int) place;
  }

  /** Seconds as whole milliseconds. */
  public static int ms(double seconds) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(seconds * 1000));
  }

  static boolean contains(long[] places, long place) {
    return Arrays.binarySearch(places, place) >= 0;
  }
}
