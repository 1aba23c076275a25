package earshot.score.phrase;

import earshot.match.Language;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** Whether {@code language.yaml} has such a list. */
  public boolean lists(String list) {
    return words.containsKey(list);
  }

  /** Whether a word, in its form, is a number, spoken or in digits. */
  public boolean isNumber(String form) {
    return !form.isEmpty() && (Character.isDigit(form.charAt(0)) || isA("number", form));
  }

  /**
   * What is searched for some families and for those they build on, as written: for telling whether
   * a rule is still the same. Families that the language lacks are left out.
   */
  public String rule(Set<String> names) {
    Set<String> wanted = new TreeSet<>();
    names.stream().filter(this::has).forEach(n -> collect(n, wanted));
    StringBuilder rule = new StringBuilder();
    wanted.forEach(n -> rule.append('#').append(n).append('\n').append(family(n).rule()));
    return rule.toString();
  }

  private void collect(String name, Set<String> wanted) {
    if (wanted.add(name)) {
      Family family = family(name);
      family.entries().forEach(e -> e.pattern().families().forEach(f -> collect(f, wanted)));
      Pattern except = family.except();
      if (except != null) {
        except.families().forEach(f -> collect(f, wanted));
      }
    }
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
