package earshot.score.check;

import earshot.score.fact.Hearing;
import earshot.score.phrase.LanguagePack;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of a turn that say what it is about. */
final class Content {
  private static final int SHORTEST = 3;

  private Content() {}

  /** Stems of the words that are neither function words, numbers nor names of days and months. */
  static Set<String> subject(Hearing hearing, int turn) {
    return select(hearing, turn, false);
  }

  /** The same with numbers, days and months: what an order is made of. */
  static Set<String> details(Hearing hearing, int turn) {
    return select(hearing, turn, true);
  }

  private static Set<String> select(Hearing hearing, int turn, boolean numbers) {
    LanguagePack pack = hearing.pack();
    Set<String> words = new HashSet<>();
    List<String> forms = hearing.talk().forms(turn);
    for (int i = 0; i < forms.size(); i++) {
      String form = forms.get(i);
      if (pack.isNumber(form) || pack.isA("calendar", form)) {
        if (numbers) {
          words.add(form);
        }
      } else if (form.length() >= SHORTEST && !pack.isA("function", form)) {
        List<String> stems =
            pack.language().analyse(hearing.talk().turn(turn).words().get(i).word()).stems();
        words.add(stems.isEmpty() ? form : stems.get(0));
      }
    }
    return words;
  }

  static Set<String> common(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return common;
  }
}
