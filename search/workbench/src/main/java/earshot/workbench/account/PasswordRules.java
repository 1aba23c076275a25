package earshot.workbench.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a password must be: long enough, none of those that are tried first, and more than words
 * that anybody would try for this account. Nothing is asked about kinds of characters.
 */
final class PasswordRules {
  private static final int DISTINCT = 4;

  /** Shorter parts of a name occur in many words. */
  private static final int SHORTEST_PART = 3;

  private static final Pattern BETWEEN_PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Limits limits;
  private final CommonPasswords common;

  PasswordRules(Limits limits) {
    this.limits = limits;
    this.common = new CommonPasswords(limits.shortest());
  }

  /**
   * Refuses passwords that are too easy.
   *
   * @param name of the account
   * @throws IllegalArgumentException saying what is expected
   */
  void check(String name, String password) {
    int length = length(password);
    if (length < limits.shortest() || length > limits.longest()) {
      throw new IllegalArgumentException(
          "a password has "
              + limits.shortest()
              + " to "
              + limits.longest()
              + " characters (better "
              + limits.recommended()
              + " or more), this one has "
              + length);
    }
    if (password.codePoints().distinct().count() < DISTINCT) {
      throw new IllegalArgumentException(
          "a password needs at least " + DISTINCT + " different characters");
    }
    String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (common.has(plain)) {
      throw new IllegalArgumentException(
          "this password is one of those that are tried first; take a few words that do not belong"
              + " together");
    }
    String rest = without(words(name), plain);
    if (length(rest) < length(plain) && (length(rest) < limits.shortest() || common.has(rest))) {
      throw new IllegalArgumentException(
          "a password is more than the account's name, or words such as earshot, with something"
              + " added; take a few words that do not belong together");
    }
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Longest first, so that no part of a word stays when the whole would go. */
  private Set<String> words(String name) {
    Set<String> words =
        new TreeSet<>(
            (a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
    words.addAll(limits.contextWords());
    words.add(CommonPasswords.letters(name));
    for (String part : BETWEEN_PARTS.split(name)) {
      words.add(CommonPasswords.letters(part));
    }
    words.removeIf(word -> word.length() < SHORTEST_PART);
    return words;
  }

  /** Finds the words also where digits stand for letters, and leaves the rest as it was typed. */
  private static String without(Set<String> words, String text) {
    StringBuilder rest = new StringBuilder(text);
    StringBuilder letters = new StringBuilder(CommonPasswords.letters(text));
    for (String word : words) {
      for (int at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at)) {
        rest.delete(at, at + word.length());
        letters.delete(at, at + word.length());
      }
    }
    return rest.toString();
  }
}
