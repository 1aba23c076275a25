package earshot.redact;

/**
 * A word that stands for digits.
 *
 * @param digits what it stands for: {@code 4}, {@code 11}, {@code 20}; for a scale the zeros it
 *     adds; for a multiplier how often the next digit is said
 */
record NumberWord(Sort sort, String digits) {
  enum Sort {
    DIGIT,
    /** A digit only beside other digits: "oh", and what recognisers write for digits ("for"). */
    WEAK,
    TEEN,
    TENS,
    SCALE,
    MULTIPLIER,
    /** Written in figures. */
    WRITTEN
  }

  boolean is(Sort other) {
    return sort == other;
  }
}
