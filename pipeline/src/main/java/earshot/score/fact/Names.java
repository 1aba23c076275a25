package earshot.score.fact;

import earshot.score.phrase.LanguagePack;
import java.util.Set;

/**
 * The customer's names, in the form in which words are compared.
 *
 * @param words first names and surnames; empty when no name is known
 */
public record Names(Set<String> words) {
  public Names {
    words = Set.copyOf(words);
  }

  public boolean known() {
    return !words.isEmpty();
  }

  /** Whether a word is one of the names, give or take one misheard letter. */
  public boolean has(String form) {
    return words.stream().anyMatch(n -> Likeness.alike(form, n));
  }

  /** Whether a word could be a name at all. */
  static boolean possible(String form, LanguagePack pack) {
    return form.length() > 1
        && !pack.isA("never-name", form)
        && !pack.isA("title", form)
        && !pack.isNumber(form)
        && !form.startsWith("[")
        && Character.isLetter(form.charAt(0));
  }
}
