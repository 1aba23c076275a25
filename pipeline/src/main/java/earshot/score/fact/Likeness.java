package earshot.score.fact;

/** Compares names that recognition may have misheard. */
public final class Likeness {
  private static final int SHORTEST_MISHEARD = 4;
  private static final double LEAST_SAME = 0.6;

  private Likeness() {}

  /**
   * Whether two words are the same, or long enough and different in one letter (two from nine
   * letters on).
   */
  public static boolean alike(String one, String other) {
    if (one.equals(other) || one.equals(other + "s")) {
      return true;
    }
    int shorter = Math.min(one.length(), other.length());
    int allowed = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
    return allowed > 0
        && Math.abs(one.length() - other.length()) <= allowed
        && distance(one, other) <= allowed;
  }

  /**
   * Whether a word may be what a machine made of a name that it does not know: a good part of the
   * letters are the same.
   */
  public static boolean misheard(String heard, String name) {
    int longer = Math.max(heard.length(), name.length());
    return Math.min(heard.length(), name.length()) >= SHORTEST_MISHEARD
        && distance(heard, name) <= (1 - LEAST_SAME) * longer;
  }

  /** Letters to insert, delete or change. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + cost);
        diagonal = row[j];
        row[j] = best;
      }
    }
    return row[other.length()];
  }
}
