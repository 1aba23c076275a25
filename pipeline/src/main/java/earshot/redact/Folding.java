package earshot.redact;

import java.text.Normalizer;
import java.util.Locale;

/** Words without case and diacritics, so that one spelling in a language file is enough. */
final class Folding {
  private Folding() {}

  static String fold(String word) {
    boolean plain = true;
    for (int i = 0; i < word.length() && plain; i++) {
      char c = word.charAt(i);
      plain = c < 128 && !(c >= 'A' && c <= 'Z');
    }
    return plain ? word : foldSlowly(word);
  }

  private static String foldSlowly(String word) {
    String decomposed = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      switch (c) {
        case '\u00f8' -> folded.append('o'); // o with stroke
        case '\u00e6' -> folded.append("ae");
        case '\u0111' -> folded.append('d'); // d with stroke
        case '\u0142' -> folded.append('l'); // l with stroke
        case '\u00df' -> folded.append("ss");
        case '\u03c2' -> folded.append('\u03c3'); // final sigma
        case '\u2019', '\u02bc' -> folded.append('\'');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            folded.append(c);
          }
        }
      }
    }
    return folded.toString();
  }
}
