package earshot.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dates where a date of birth was asked for, and where one given so is repeated. One call. */
final class BirthDateRule {
  /** "One thousand, nine hundred, eighty": so many numbers say a year at most. */
  private static final int YEAR_FIGURES = 5;

  private final List<SpokenTurn> turns;
  private final List<List<CueFinder.Found>> cues;
  private final Lexicon lexicon;
  private final boolean asked;
  private int answeredTurn = -1;
  private int answer;

  BirthDateRule(List<SpokenTurn> turns, List<List<CueFinder.Found>> cues, Lexicon lexicon) {
    this.turns = turns;
    this.cues = cues;
    this.lexicon = lexicon;
    this.asked = cues.stream().flatMap(List::stream).anyMatch(c -> c.cue() == Cue.DATE_OF_BIRTH);
  }

  /**
   * A date.
   *
   * @param value day and month as 100 x month + day; 0 when only figures were said
   */
  private record Said(int first, int last, int value) {}

  /** To be called for the turns of a call in order. */
  List<Hit> find(SpokenTurn turn, Windows windows) {
    if (!asked) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    FigureReader reader = new FigureReader(turn, lexicon, new boolean[turn.size()]);
    int i = 0;
    while (i < turn.size()) {
      Said date = date(turn, i, reader);
      if (date == null) {
        i++;
        continue;
      }
      i = date.last() + 1;
      Windows.Open open = windows.at(turn.index(), date.first(), date.last());
      boolean named = open.here().contains(Cue.DATE_OF_BIRTH);
      boolean waiting = open.before().containsKey(Cue.DATE_OF_BIRTH) && !answered(turn.index());
      if (named || waiting || repeated(turn, date)) {
        hits.add(new Hit(turn.index(), date.first(), date.last(), Kind.DATE_OF_BIRTH));
        answeredTurn = turn.index();
        answer = date.value();
      }
    }
    return hits;
  }

  private boolean repeated(SpokenTurn turn, Said date) {
    return answeredTurn >= 0
        && turn.index() - answeredTurn <= 4
        && date.value() == answer
        && answer > 0;
  }

  /** Whether a date of birth, or its token, came after the last question for one. */
  private boolean answered(int turn) {
    for (int t = turn - 1; t >= 0; t--) {
      if (t == answeredTurn || tokenIn(turns.get(t))) {
        return true;
      }
      if (cues.get(t).stream().anyMatch(c -> c.cue() == Cue.DATE_OF_BIRTH)) {
        return false;
      }
    }
    return false;
  }

  private static boolean tokenIn(SpokenTurn turn) {
    return turn.atoms().stream().anyMatch(a -> a.folded().equals(Kind.DATE_OF_BIRTH.token()));
  }

  private @Nullable Said date(SpokenTurn turn, int i, FigureReader reader) {
    Said figures = inFigures(turn, i);
    if (figures != null) {
      return figures;
    }
    int month = lexicon.month(turn.atom(i).folded());
    if (month > 0) {
      int at = skip(turn, i + 1);
      int[] day = day(turn, at, reader);
      return day == null ? null : withYear(turn, i, day[1], 100 * month + day[0], reader);
    }
    int[] day = day(turn, i, reader);
    if (day == null) {
      return null;
    }
    int at = skip(turn, day[1] + 1);
    if (at < turn.size() && lexicon.monthWord(turn.atom(at).folded())) {
      int[] number = day(turn, skip(turn, at + 1), reader);
      return number == null ? null : withYear(turn, i, number[1], 100 * number[0] + day[0], reader);
    }
    int after = at < turn.size() ? lexicon.month(turn.atom(at).folded()) : 0;
    return after == 0 ? null : withYear(turn, i, at, 100 * after + day[0], reader);
  }

  /** 12/03/1985, 1985-03-12, 12.3.85. */
  private static @Nullable Said inFigures(SpokenTurn turn, int i) {
    if (i + 2 >= turn.size()) {
      return null;
    }
    int length = 0;
    for (int k = i; k <= i + 2; k++) {
      Atom atom = turn.atom(k);
      boolean written = atom.number() != null && atom.number().is(NumberWord.Sort.WRITTEN);
      if (!written || (k > i && "/-.".indexOf(atom.gap().strip()) < 0) || atom.gap().length() > 2) {
        return null;
      }
      length += atom.folded().length();
      if (k > i && atom.glued()) {
        return null;
      }
    }
    return length >= 4 && length <= 8 ? new Said(i, i + 2, 0) : null;
  }

  /** Day and its last atom; null when there is none here. */
  private int @Nullable [] day(SpokenTurn turn, int i, FigureReader reader) {
    if (i >= turn.size()) {
      return null;
    }
    int ordinal = lexicon.ordinal(turn.atom(i).folded());
    if (ordinal > 0) {
      return new int[] {ordinal, i};
    }
    Figures figures = reader.at(i);
    if (figures == null || figures.weak() || figures.digits().length() > 2) {
      return null;
    }
    int value = Integer.parseInt(figures.digits());
    int next = figures.last() + 1;
    if (next < turn.size()) {
      int unit = lexicon.ordinal(turn.atom(next).folded());
      if (unit > 0 && unit < 10 && value % 10 == 0 && value >= 20) {
        return new int[] {value + unit, next};
      }
      if (turn.atom(next).glued() && turn.atom(next).number() == null) {
        return value <= 31 ? new int[] {value, next} : null;
      }
    }
    return value >= 1 && value <= 31 ? new int[] {value, figures.last()} : null;
  }

  /** Over one short word such as "of" or "the". */
  private int skip(SpokenTurn turn, int i) {
    boolean small =
        i + 1 < turn.size()
            && turn.atom(i).folded().length() <= 3
            && turn.atom(i).number() == null
            && lexicon.month(turn.atom(i).folded()) == 0
            && lexicon.ordinal(turn.atom(i).folded()) == 0;
    return small ? i + 1 : i;
  }

  private Said withYear(SpokenTurn turn, int first, int last, int value, FigureReader reader) {
    int at = skip(turn, last + 1);
    int digits = 0;
    boolean spelled = false;
    for (int read = 0; read < YEAR_FIGURES && at < turn.size(); read++) {
      Figures figures = reader.at(at);
      int length = figures == null || figures.weak() ? 0 : figures.digits().length();
      if (figures == null || length == 0 || (!spelled && digits + length > 4) || length > 4) {
        break;
      }
      spelled |= read == 0 && figures.digits().endsWith("000");
      digits += length;
      at = figures.last() + 1;
    }
    return new Said(first, digits >= 2 ? at - 1 : last, value);
  }
}
