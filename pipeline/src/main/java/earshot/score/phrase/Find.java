package earshot.score.phrase;

/**
 * Something said.
 *
 * @param turn index of the turn
 * @param first index of the first word in the turn
 * @param last index of the last word, included
 * @param start seconds, of the first word
 * @param end seconds, of the last word
 */
public record Find(int turn, int first, int last, double start, double end) {
  /** Whether both share a word. */
  public boolean overlaps(Find other) {
    return turn == other.turn && first <= other.last && other.first <= last;
  }
}
