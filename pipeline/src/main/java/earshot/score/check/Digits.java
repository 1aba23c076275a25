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

  private final List<String> digits = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  private Digits() {}

  /** All numbers of a turn, runs parted by gaps. */
  static Digits all(Hearing hearing, int turn) {
    Digits all = new Digits();
    List<String> forms = hearing.talk().forms(turn);
    for (int i = 0; i < forms.size(); i++) {
      String form = forms.get(i);
      if (form.chars().allMatch(Character::isDigit)) {
        for (int c = 0; c < form.length(); c++) {
          all.add(String.valueOf(form.charAt(c)), i);
        }
      } else {
        all.add(hearing.pack().isNumber(form) ? form : GAP, i);
      }
    }
    return all;
  }

  /** The last run of at least so many numbers; empty where there is none. */
  static Digits last(Hearing hearing, int turn, int least) {
    Digits all = all(hearing, turn);
    Digits last = new Digits();
    Digits run = new Digits();
    for (int i = 0; i < all.size(); i++) {
      if (all.digits.get(i).equals(GAP)) {
        run = new Digits();
      } else {
        run.add(all.digits.get(i), all.places.get(i));
        last = run.size() >= least ? run : last;
      }
    }
    return last;
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
