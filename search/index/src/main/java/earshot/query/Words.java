package earshot.query;

import java.util.Locale;

/** What a word of a query may be made of, so that it can be printed and parsed again. */
final class Words {
  private static final String RESERVED = "()\":<>=*\u201c\u201d\u201e";

  private Words() {}

  /** Lower-cased, with straight apostrophes. */
  static String word(String text) {
    String word = text.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    if (lettersAndDigits(word) == 0) {
      throw new IllegalArgumentException("'" + text + "' has no letter or digit to search for");
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isWhitespace(c) || RESERVED.indexOf(c) >= 0) {
        throw new IllegalArgumentException("'" + c + "' cannot be part of the word '" + text + "'");
      }
    }
    if ("@#-~".indexOf(word.charAt(0)) >= 0) {
      throw new IllegalArgumentException("a word cannot begin with '" + word.charAt(0) + "'");
    }
    return word;
  }

  /** A word, a beginning with an asterisk, or the sign for any word. */
  static String phraseWord(String text) {
    if (text.equals("*") || text.equals(Query.Phrase.ANY)) {
      return Query.Phrase.ANY;
    }
    String plain = text.endsWith("*") ? text.substring(0, text.length() - 1) : text;
    String word = plain.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    if (lettersAndDigits(word) == 0) {
      throw new IllegalArgumentException("'" + text + "' has no letter or digit to search for");
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isWhitespace(c) || "*()|".indexOf(c) >= 0 || Scanner.quote(c)) {
        throw new IllegalArgumentException(
            "'" + c + "' cannot be part of the word '" + text + "' in a phrase");
      }
    }
    return text.endsWith("*") ? word + "*" : word;
  }

  static int lettersAndDigits(String text) {
    return (int) text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
