package earshot.score.phrase;

import earshot.match.Language;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people say in one language, as data: families of phrases and lists of words. Immutable after
 * it is read; thread-safe.
 */
public final class LanguagePack {
  private final String code;
  private final Language language;
  private final Map<String, Family> families;
  private final PhraseBook book;
  private final Map<String, Set<String>> words;
  private final String text;

  LanguagePack(
      String code,
      Language language,
      Map<String, Family> families,
      PhraseBook book,
      Map<String, Set<String>> words,
      String text) {
    this.code = code;
    this.language = language;
    this.families = new TreeMap<>(families);
    this.book = book;
    this.words = Map.copyOf(words);
    this.text = text;
  }

  public String code() {
    return code;
  }

  /** How words of the language are compared. */
  public Language language() {
    return language;
  }

  public boolean has(String family) {
    return families.containsKey(family);
  }

  /** Names of all families, sorted. */
  public Set<String> familyNames() {
    return families.keySet();
  }

  /** What a family stands for. */
  public String meaning(String family) {
    return family(family).means();
  }

  /** Whether a word, in its form, is in one of the lists of {@code language.yaml}. */
  public boolean isA(String list, String form) {
    return words.getOrDefault(list, Set.of()).contains(form);
  }

  /** Whether a word, in its form, is a number, spoken or in digits. */
  public boolean isNumber(String form) {
    return !form.isEmpty() && (Character.isDigit(form.charAt(0)) || isA("number", form));
  }

  /** All that was read, for the hash of the rules. */
  public String text() {
    return text;
  }

  Family family(String name) {
    Family family = families.get(name);
    if (family == null) {
      throw new IllegalArgumentException(
          "language '" + code + "' has no family '" + name + "'; known are " + families.keySet());
    }
    return family;
  }

  Map<String, Family> families() {
    return families;
  }

  PhraseBook book() {
    return book;
  }
}
