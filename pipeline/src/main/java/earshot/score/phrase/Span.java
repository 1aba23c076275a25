package earshot.score.phrase;

/**
 * Words of one turn.
 *
 * @param turn index of the turn
 * @param first index of the first word
 * @param last index of the last word, included
 */
record Span(int turn, int first, int last) implements Comparable<Span> {
  boolean contains(Span other) {
    return turn == other.turn && first <= other.first && last >= other.last;
  }

  boolean overlaps(Span other) {
    return turn == other.turn && first <= other.last && other.first <= last;
  }

  @Override
  public int compareTo(Span other) {
    if (turn != other.turn) {
      return Integer.compare(turn, other.turn);
    }
    return first != other.first
        ? Integer.compare(first, other.first)
        : Integer.compare(last, other.last);
  }
}
