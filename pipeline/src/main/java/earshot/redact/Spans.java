package earshot.redact;

/** From offsets in a turn's text to atoms. */
final class Spans {
  private Spans() {}

  /**
   * The atoms that lie in a part of the text, wholly or in part.
   *
   * @param from offset, inclusive
   * @param to offset, exclusive
   */
  static Hit hit(SpokenTurn turn, int from, int to, Kind kind) {
    int first = 0;
    while (turn.atom(first).to() <= from) {
      first++;
    }
    int last = first;
    while (last + 1 < turn.size() && turn.atom(last + 1).from() < to) {
      last++;
    }
    return new Hit(turn.index(), first, last, kind);
  }
}
