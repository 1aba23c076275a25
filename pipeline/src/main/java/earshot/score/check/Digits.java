package earshot.score.check;

import earshot.score.fact.Hearing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Numbers of a turn one by one, each with the word it stands in: "731" counts as three, as it does
 * when it is spoken. Between words that are no numbers stands an empty text, so that no run of
 * digits reaches over them.
 */
final class Digits {
  private static final String GAP = "";

  /** Some digits of a card, hidden by redaction: as many as a code has at most. */
  private static final String HIDDEN = "[card-digits]";

  private static final int HIDDEN_DIGITS = 4;

  private final List<String> digits = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  private Digits() {}

  /** All numbers of a turn, runs parted by gaps. */
  static Digits all(Hearing hearing, int turn) {
    Digits all = new Digits();
    List<String> forms = hearing.talk().forms(turn);
    for (int i = 0; i < forms.size(); i++) {
      int at = i;
      String form = forms.get(i);
      if (form.chars().allMatch(Character::isDigit)) {
        for (int c = 0; c < form.length(); c++) {
          all.add(String.valueOf(form.charAt(c)), i);
        }
      } else if (form.equals(HIDDEN)) {
        Collections.nCopies(HIDDEN_DIGITS, HIDDEN).forEach(digit -> all.add(digit, at));
      } else {
        all.add(hearing.pack().isNumber(form) ? form : GAP, i);
      }
    }
    return all;
  }

  /** Numbers that stand in a row, without any other word between them. */
  static List<Digits> runs(Hearing hearing, int turn) {
    Digits all = all(hearing, turn);
    List<Digits> runs = new ArrayList<>();
    int first = 0;
    for (int i = 0; i <= all.size(); i++) {
      if (i == all.size() || all.digits.get(i).equals(GAP)) {
        if (i > first) {
          runs.add(all.part(first, i));
        }
        first = i + 1;
      }
    }
    return runs;
  }

  /** The last run of at least so many numbers; empty where there is none. */
  static Digits last(Hearing hearing, int turn, int least) {
    return runs(hearing, turn).stream()
        .filter(run -> run.size() >= least)
        .reduce((earlier, later) -> later)
        .orElseGet(Digits::new);
  }

  /** The numbers from one on, up to another that is left out. */
  Digits part(int from, int to) {
    Digits part = new Digits();
    for (int i = from; i < to; i++) {
      part.add(digits.get(i), places.get(i));
    }
    return part;
  }

  private void add(String digit, int place) {
    digits.add(digit);
    places.add(place);
  }

  int size() {
    return digits.size();
  }

  /** Where the same numbers stand in a row, or -1. */
  int indexOf(Digits wanted) {
    return Collections.indexOfSubList(digits, wanted.digits);
  }

  /** The word in which a number stands. */
  int place(int index) {
    return places.get(index);
  }
}
