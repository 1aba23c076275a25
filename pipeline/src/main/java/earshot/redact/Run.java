package earshot.redact;

import java.util.List;

/**
 * Digits in a row in one turn, with hesitations and a few misheard words between them.
 *
 * @param figures in order, at least one of them not weak
 * @param looseFirst first atom when the weak figure right before the run is taken for a digit too
 * @param looseLast last atom when the weak figure right after the run is taken for a digit too
 * @param noise words between the figures that are neither digits nor hesitations
 * @param repaired whether the speaker corrected a digit
 */
record Run(
    SpokenTurn turn,
    List<Figures> figures,
    int looseFirst,
    int looseLast,
    int noise,
    boolean repaired) {

  int first() {
    return figures.get(0).first();
  }

  int last() {
    return figures.get(figures.size() - 1).last();
  }

  String digits() {
    StringBuilder digits = new StringBuilder();
    figures.forEach(f -> digits.append(f.digits()));
    return digits.toString();
  }

  /** How many digits, weak ones between others included. */
  int length() {
    int length = 0;
    for (Figures f : figures) {
      length += f.digits().length();
    }
    return length;
  }

  /** Whether at most one word follows. */
  boolean endsTurn() {
    return looseLast >= turn.size() - 2;
  }

  /** How many weak figures beside it are taken for digits. */
  int loose() {
    return (looseFirst < first() ? 1 : 0) + (looseLast > last() ? 1 : 0);
  }

  /** How many digits that were said as digits. */
  int strong() {
    int strong = 0;
    for (Figures f : figures) {
      strong += f.weak() ? 0 : f.digits().length();
    }
    return strong;
  }

  /** Share of the turn's words that lie inside the run, hesitations not counted. */
  double cover() {
    int words = 0;
    int inside = 0;
    for (int i = 0; i < turn.size(); i++) {
      boolean in = i >= first() && i <= last();
      words += in || !turn.atom(i).soft() ? 1 : 0;
      inside += in ? 1 : 0;
    }
    return (double) inside / words;
  }

  /** With the weak figures on both sides. */
  Hit hit(Kind kind) {
    return new Hit(turn.index(), looseFirst, looseLast, kind);
  }

  @Override
  public String toString() {
    return "Run[turn " + turn.index() + ", " + length() + " digits]";
  }
}
