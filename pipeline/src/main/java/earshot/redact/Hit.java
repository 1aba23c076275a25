package earshot.redact;

/**
 * A span of one turn that is to become one token.
 *
 * @param first index of its first atom
 * @param last index of its last atom, inclusive
 */
record Hit(int turn, int first, int last, Kind kind) {
  boolean overlaps(Hit other) {
    return turn == other.turn && first <= other.last && other.first <= last;
  }
}
