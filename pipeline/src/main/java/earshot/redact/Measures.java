package earshot.redact;

import java.util.List;

/** Tells the figures of a turn that are prices, times, dates, quantities and ranges. */
final class Measures {
  private static final int DATE_DIGITS = 6;
  private static final int TIME_DIGITS = 4;

  private final SpokenTurn turn;
  private final Lexicon lexicon;
  private final List<Figures> figures;
  private final boolean[] measured;

  private Measures(SpokenTurn turn, Lexicon lexicon, List<Figures> figures) {
    this.turn = turn;
    this.lexicon = lexicon;
    this.figures = figures;
    this.measured = new boolean[figures.size()];
  }

  /** One flag a figure. */
  static boolean[] of(SpokenTurn turn, Lexicon lexicon, List<Figures> figures) {
    Measures measures = new Measures(turn, lexicon, figures);
    for (int i = 0; i < figures.size(); i++) {
      measures.byUnit(i);
      measures.bySign(i);
      measures.byMonth(i);
      measures.byOrdinal(i);
      measures.bySeparator(i);
      measures.byRange(i);
    }
    return measures.measured;
  }

  /** "Five pounds", "twelve fifty pounds", "one hundred and twelve pounds". */
  private void byUnit(int i) {
    Figures figure = figures.get(i);
    int next = figure.last() + 1;
    if (figure.weak() || next >= turn.size() || turn.atom(next).role() != Atom.Role.UNIT) {
      return;
    }
    measured[i] = true;
    if (figure.digits().length() == 2 && i > 0 && adjacent(i - 1) && startsBlock(i - 1)) {
      measured[i - 1] = true;
    }
  }

  private void bySign(int i) {
    int before = figures.get(i).first() - 1;
    if (before < 0 || turn.atom(before).role() != Atom.Role.MEASURE) {
      return;
    }
    if (!Character.isLetter(turn.atom(before).folded().charAt(0))) {
      measured[i] = true;
    } else if (blockDigits(i) <= TIME_DIGITS) {
      markBlock(i);
    }
  }

  /** "The twenty first". */
  private void byOrdinal(int i) {
    int next = figures.get(i).last() + 1;
    measured[i] |=
        next < turn.size()
            && figures.get(i).digits().length() == 2
            && lexicon.ordinal(turn.atom(next).folded()) > 0;
  }

  /** "The third of May nineteen seventy nine", "12 March". */
  private void byMonth(int i) {
    Figures figure = figures.get(i);
    if (month(figure.first() - 1) && startsBlock(i)) {
      if (blockDigits(i) <= DATE_DIGITS) {
        markBlock(i);
      }
    }
    boolean before = month(figure.last() + 1) || month(figure.last() + 2);
    if (before && startsBlock(i) && !figure.weak() && figure.digits().length() <= 2) {
      measured[i] = true;
    }
  }

  /** "12.50", "10:30": two written numbers with a sign between and no more of them. */
  private void bySeparator(int i) {
    if (!adjacent(i) || !startsBlock(i)) {
      return;
    }
    String gap = turn.atom(figures.get(i + 1).first()).gap();
    boolean pair = i + 2 >= figures.size() || !adjacent(i + 1);
    int digits = figures.get(i).digits().length() + figures.get(i + 1).digits().length();
    boolean sign = gap.equals(".") || gap.equals(",") || gap.equals(":");
    if (pair && sign && digits <= DATE_DIGITS) {
      measured[i] = true;
      measured[i + 1] = true;
    }
  }

  /** "25 to 34, 35 to 44": ranges that follow each other, where "to" is no two. */
  private void byRange(int i) {
    boolean first = range(i) && range(i + 3) && value(i + 1) < value(i + 2);
    boolean later = range(i) && range(i - 3) && value(i - 2) < value(i - 1);
    if (first || later) {
      measured[i - 1] = true;
      measured[i] = true;
      measured[i + 1] = true;
    }
  }

  private boolean range(int i) {
    return i >= 1
        && i + 1 < figures.size()
        && figures.get(i).weak()
        && figures.get(i).digits().equals("2")
        && adjacent(i - 1)
        && adjacent(i)
        && figures.get(i - 1).digits().length() == 2
        && figures.get(i + 1).digits().length() == 2
        && value(i - 1) < value(i + 1);
  }

  private int value(int i) {
    return Integer.parseInt(figures.get(i).digits());
  }

  /** Digits of the figures that follow each other at once, from this one on. */
  private int blockDigits(int i) {
    int digits = figures.get(i).digits().length();
    for (int k = i; adjacent(k); k++) {
      digits += figures.get(k + 1).digits().length();
    }
    return digits;
  }

  private void markBlock(int i) {
    measured[i] = true;
    for (int k = i; adjacent(k); k++) {
      measured[k + 1] = true;
    }
  }

  /** Whether the next figure follows this one at once. */
  private boolean adjacent(int i) {
    return i + 1 < figures.size() && figures.get(i + 1).first() == figures.get(i).last() + 1;
  }

  private boolean startsBlock(int i) {
    return i == 0 || !adjacent(i - 1);
  }

  private boolean month(int atom) {
    return atom >= 0 && atom < turn.size() && lexicon.month(turn.atom(atom).folded()) > 0;
  }
}
