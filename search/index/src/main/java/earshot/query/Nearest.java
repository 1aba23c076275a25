package earshot.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names in the order of how much they look like one that was typed. */
public final class Nearest {
  private Nearest() {}

  /** All of them, those most like the typed one first; equal ones keep their order. */
  public static List<String> first(String typed, Collection<String> names) {
    return names.stream().sorted(Comparator.comparingInt(name -> distance(typed, name))).toList();
  }

  /** Letters to change, add, drop or swap to make one name of the other. */
  public static int distance(String one, String other) {
    int[][] least = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          least[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        least[i][j] =
            Math.min(least[i - 1][j - 1] + change, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
        }
      }
    }
    return least[one.length()][other.length()];
  }
}
