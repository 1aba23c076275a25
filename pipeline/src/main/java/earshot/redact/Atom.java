package earshot.redact;

import org.jspecify.annotations.Nullable;

/**
 * The smallest piece of a turn that rules look at: a word, a string of figures, a token or a sign.
 *
 * @param piece 0-based index of the blank-separated piece (the word) it belongs to
 * @param from offset in the turn's text, inclusive
 * @param to offset in the turn's text, exclusive
 * @param folded without case and diacritics
 * @param number what digits it stands for; null when none
 * @param role what else it does in a run of digits
 * @param gap what stands between the atom before and this one: blanks and punctuation
 */
record Atom(
    int piece,
    int from,
    int to,
    String folded,
    @Nullable NumberWord number,
    Role role,
    String gap) {

  enum Role {
    /** Hesitations and small answers, which do not end a run of digits. */
    FILLER,
    /** "No", "sorry", "I mean": a correction inside a run. */
    REPAIR,
    /** What makes the number before it a measure: pounds, per cent, minutes. */
    UNIT,
    /** What makes the number after it a measure: a currency sign. */
    MEASURE,
    TOKEN,
    OTHER
  }

  /** The same as a hesitation that stands for no number. */
  Atom hesitation() {
    return new Atom(piece, from, to, folded, null, Role.FILLER, gap);
  }

  boolean token() {
    return role == Role.TOKEN;
  }

  boolean soft() {
    return role == Role.FILLER || role == Role.REPAIR;
  }

  boolean letter() {
    return folded.length() == 1 && Character.isLetter(folded.charAt(0));
  }

  boolean glued() {
    return gap.isEmpty();
  }

  /** Without the word itself: a call's words must not end up in a message. */
  @Override
  public String toString() {
    return "Atom[piece=" + piece + ", role=" + role + "]";
  }
}
