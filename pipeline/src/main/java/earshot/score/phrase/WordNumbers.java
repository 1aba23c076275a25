package earshot.score.phrase;

import java.util.HashMap;
import java.util.Map;

/**
 * A number for each word of the templates of a language: numbers are compared faster than words and
 * take less room. Filled while a pack is read, then only read.
 */
final class WordNumbers {
  /** The number of every word that is in no template. */
  static final int UNKNOWN = -1;

  private final Map<String, Integer> numbers = new HashMap<>();

  /** The number of a word of a template. */
  int of(String form) {
    return numbers.computeIfAbsent(form, f -> numbers.size());
  }

  /** What somebody said, in the forms in which words are compared. */
  Words words(String[] forms) {
    int[] said = new int[forms.length];
    for (int i = 0; i < forms.length; i++) {
      said[i] = numbers.getOrDefault(forms[i], UNKNOWN);
    }
    return new Words(forms, said);
  }
}
