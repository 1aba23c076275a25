package earshot.score.fact;

import earshot.match.Language;
import earshot.score.phrase.LanguagePack;
import java.util.Set;

/**
 * The customer's names, in the form in which words are compared.
 *
 * @param words first names and surnames; empty when no name is known
 * @param language whose word forms are one name: a name in the vocative or another case is the name
 */
public record Names(Set<String> words, Language language) {
  /** Languages that put names into cases; elsewhere "billing" is no Bill. */
  private static final Set<String> NAMES_IN_CASES = Set.of("el", "sl");

  private static final int SHORTEST_STEM = 2;

  public Names {
    words = Set.copyOf(words);
  }

  public boolean known() {
    return !words.isEmpty();
  }

  /** Whether a word is one of the names, in any case, give or take one misheard letter. */
  public boolean has(String form) {
    return words.stream()
        .anyMatch(n -> Likeness.alike(form, n) || sameStem(form, n) || called(form, n));
  }

  /** Greek names lose their last letter when they are called. */
  private static boolean called(String form, String name) {
    return name.equals(form + "σ") || name.equals(form + "ς");
  }

  private boolean sameStem(String form, String name) {
    if (!NAMES_IN_CASES.contains(language.code())) {
      return false;
    }
    String stem = language.stem(name);
    return stem.length() >= SHORTEST_STEM && stem.equals(language.stem(form));
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
