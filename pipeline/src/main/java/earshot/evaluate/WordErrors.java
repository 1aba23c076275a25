package earshot.evaluate;

import java.util.List;

/**
 * How recognised words differ from what was said.
 *
 * @param words said, in the reference
 * @param substitutions words recognised as another
 * @param deletions words not recognised
 * @param insertions words recognised that nobody said
 */
public record WordErrors(int words, int substitutions, int deletions, int insertions) {
  public static final WordErrors NONE = new WordErrors(0, 0, 0, 0);

  /**
   * Counts the errors of the alignment with the fewest.
   *
   * @param reference what was said, one word an element, spelled as recognition would
   * @param recognised what was recognised
   */
  public static WordErrors of(List<String> reference, List<String> recognised) {
    int substitutions = 0;
    int deletions = 0;
    int insertions = 0;
    for (WordAlignment.Pair pair : WordAlignment.of(reference, recognised).pairs()) {
      if (pair.reference() < 0) {
        insertions++;
      } else if (pair.recognised() < 0) {
        deletions++;
      } else if (!reference.get(pair.reference()).equals(recognised.get(pair.recognised()))) {
        substitutions++;
      }
    }
    return new WordErrors(reference.size(), substitutions, deletions, insertions);
  }

  public int errors() {
    return substitutions + deletions + insertions;
  }

  /**
   * Word error rate: errors over words said. 0 when nothing was said and nothing recognised; can be
   * above 1.
   */
  public double rate() {
    return words == 0 ? errors() : (double) errors() / words;
  }

  public WordErrors plus(WordErrors other) {
    return new WordErrors(
        words + other.words,
        substitutions + other.substitutions,
        deletions + other.deletions,
        insertions + other.insertions);
  }
}
