package earshot.redact;

import earshot.redact.NumberWord.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers as people say them: "double four", "forty one eleven", "two hundred and five". What
 * exactly a speaker meant by "twenty one" (21 or 20, 1) does not matter much here: length does.
 */
final class FigureReader {
  /** "Double, er, let me see, four": the digit comes at most so many words later. */
  private static final int MULTIPLIED_WITHIN = 4;

  private final SpokenTurn turn;
  private final Lexicon lexicon;
  private final boolean[] taken;

  /**
   * @param taken atoms that belong to something else, such as a cue
   */
  FigureReader(SpokenTurn turn, Lexicon lexicon, boolean[] taken) {
    this.turn = turn;
    this.lexicon = lexicon;
    this.taken = taken;
  }

  List<Figures> all() {
    List<Figures> all = new ArrayList<>();
    int i = 0;
    while (i < turn.size()) {
      Figures figures = at(i);
      if (figures == null) {
        i++;
      } else {
        all.add(figures);
        i = figures.last() + 1;
      }
    }
    return all;
  }

  @Nullable Figures at(int i) {
    NumberWord number = number(i);
    if (number == null) {
      return null;
    }
    return switch (number.sort()) {
      case WRITTEN -> new Figures(i, i, number.digits(), false);
      case WEAK -> new Figures(i, i, number.digits(), true);
      case MULTIPLIER -> multiplied(i, Integer.parseInt(number.digits()));
      case SCALE -> new Figures(i, i, "1" + number.digits(), false);
      case DIGIT, TEEN, TENS -> scaled(underHundred(i));
    };
  }

  private @Nullable Figures multiplied(int i, int times) {
    for (int next = i + 1; next <= i + MULTIPLIED_WITHIN && next < turn.size(); next++) {
      NumberWord number = number(next);
      if (number != null && !number.is(Sort.SCALE) && !number.is(Sort.MULTIPLIER)) {
        return number.digits().length() > 2
            ? null
            : new Figures(i, next, number.digits().repeat(times), false);
      }
      if (turn.atom(next).role() != Atom.Role.FILLER) {
        return null;
      }
    }
    return null;
  }

  /** "Forty one"; in languages that say "four tens one" that too. */
  private Figures underHundred(int i) {
    NumberWord number = word(i);
    NumberWord after = number(i + 1);
    if (number.is(Sort.TENS)) {
      return withUnits(i, i, number.digits().charAt(0), number.digits());
    }
    if (number.is(Sort.DIGIT) && after != null && ten(after)) {
      return withUnits(i, i + 1, number.digits().charAt(0), number.digits() + "0");
    }
    return new Figures(i, i, number.digits(), false);
  }

  private static boolean ten(NumberWord number) {
    return number.is(Sort.TENS) && number.digits().equals("10");
  }

  private Figures withUnits(int first, int last, char tens, String alone) {
    int next = joined(last + 1);
    NumberWord units = number(next);
    boolean digit = units != null && units.is(Sort.DIGIT) && !units.digits().equals("0");
    return digit && alone.length() == 2
        ? new Figures(first, next, tens + word(next).digits(), false)
        : new Figures(first, last, alone, false);
  }

  /** "Four hundred", "four hundred and eleven", "two hundred and eighty thousand". */
  private Figures scaled(Figures base) {
    Figures number = base;
    NumberWord scale = number(number.last() + 1);
    while (scale != null && scale.is(Sort.SCALE)) {
      number = withRest(number, scale.digits());
      scale = number(number.last() + 1);
    }
    return number;
  }

  /** A number and its scale, with what is added below that scale. */
  private Figures withRest(Figures base, String zeros) {
    int last = base.last() + 1;
    int next = joined(last + 1);
    NumberWord rest = number(next);
    if (rest != null && (next > last + 1 || endsNumber(next)) && countable(rest)) {
      Figures low = underHundred(next);
      if (low.digits().length() <= zeros.length()) {
        String filled = "0".repeat(zeros.length() - low.digits().length()) + low.digits();
        return new Figures(base.first(), low.last(), base.digits() + filled, false);
      }
    }
    return new Figures(base.first(), last, base.digits() + zeros, false);
  }

  /** Whether no digit follows: "eight hundred one two three" is 800 and then 1, 2, 3. */
  private boolean endsNumber(int i) {
    NumberWord after = number(underHundredEnd(i) + 1);
    return after == null || !countable(after);
  }

  private int underHundredEnd(int i) {
    NumberWord number = number(i);
    return number != null && countable(number) ? underHundred(i).last() : i;
  }

  private static boolean countable(NumberWord number) {
    return number.is(Sort.DIGIT) || number.is(Sort.TEEN) || number.is(Sort.TENS);
  }

  /** Index of the atom after an "and", or the index itself. */
  private int joined(int i) {
    return i + 1 < turn.size() && lexicon.joiner(turn.atom(i).folded()) ? i + 1 : i;
  }

  private @Nullable NumberWord number(int i) {
    return i < turn.size() && !taken[i] ? turn.atom(i).number() : null;
  }

  private NumberWord word(int i) {
    NumberWord number = number(i);
    if (number == null) {
      throw new IllegalStateException("atom " + i + " of turn " + turn.index() + " is no number");
    }
    return number;
  }
}
