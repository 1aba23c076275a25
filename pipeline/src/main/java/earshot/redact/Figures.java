package earshot.redact;

/**
 * One number as it was said or written: "four", "double one", "forty one", "1111".
 *
 * @param first index of its first atom
 * @param last index of its last atom, inclusive
 * @param weak whether it counts only beside other digits
 */
record Figures(int first, int last, String digits, boolean weak) {
  @Override
  public String toString() {
    return "Figures[" + first + " to " + last + "]";
  }
}
