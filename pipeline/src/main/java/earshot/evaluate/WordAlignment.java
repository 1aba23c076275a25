package earshot.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which recognised word stands for which word that was said: the alignment with the fewest
 * substitutions, deletions and insertions (Levenshtein distance over words).
 *
 * @param pairs in order
 */
public record WordAlignment(List<Pair> pairs) {
  /**
   * Two words that stand for each other, by position; -1 where there is none.
   *
   * @param reference position among the words said
   * @param recognised position among the words recognised
   */
  public record Pair(int reference, int recognised) {}

  private static final byte BOTH = 0;
  private static final byte DELETED = 1;
  private static final byte INSERTED = 2;

  public WordAlignment {
    pairs = List.copyOf(pairs);
  }

  /** Aligns two texts; takes memory and time in proportion to the product of their lengths. */
  public static WordAlignment of(List<String> reference, List<String> recognised) {
    byte[][] steps = steps(reference, recognised);
    List<Pair> pairs = new ArrayList<>();
    int r = reference.size();
    int h = recognised.size();
    while (r > 0 || h > 0) {
      switch (steps[r][h]) {
        case BOTH -> pairs.add(new Pair(--r, --h));
        case DELETED -> pairs.add(new Pair(--r, -1));
        default -> pairs.add(new Pair(-1, --h));
      }
    }
    Collections.reverse(pairs);
    return new WordAlignment(pairs);
  }

  /** For each pair of prefixes, the last step on a shortest way to it. */
  private static byte[][] steps(List<String> reference, List<String> recognised) {
    byte[][] steps = new byte[reference.size() + 1][recognised.size() + 1];
    int[] above = new int[recognised.size() + 1];
    for (int h = 1; h < above.length; h++) {
      above[h] = h;
      steps[0][h] = INSERTED;
    }
    for (int r = 1; r <= reference.size(); r++) {
      int[] row = new int[above.length];
      row[0] = r;
      steps[r][0] = DELETED;
      for (int h = 1; h < row.length; h++) {
        boolean same = reference.get(r - 1).equals(recognised.get(h - 1));
        int both = above[h - 1] + (same ? 0 : 1);
        int deleted = above[h] + 1;
        int inserted = row[h - 1] + 1;
        row[h] = Math.min(both, Math.min(deleted, inserted));
        if (row[h] == both) {
          steps[r][h] = BOTH;
        } else {
          steps[r][h] = row[h] == deleted ? DELETED : INSERTED;
        }
      }
      above = row;
    }
    return steps;
  }
}
