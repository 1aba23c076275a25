package earshot.match;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes what Swahili puts before a word off it: person, tense and object of a verb ({@code
 * nimelipa}, {@code hujalipa} and {@code kulipa} are forms of {@code lipa}) and the plural of a
 * noun ({@code mizigo} of {@code mzigo}, {@code matatizo} of {@code tatizo}). No dictionary: roots
 * of less than four letters and what stands at the end of a verb stay as they are.
 */
final class SwahiliPrefixes {
  private static final String ROOT = "(\\p{L}{3,}[aeiou])";

  private static final Pattern VERB =
      Pattern.compile(
          "(?:(?:ni|u|a|tu|wa|i|zi|li|ya|ki|vi)(?:na|li|ta|me|ki|nge|ngali)"
              + "|m(?:na|me|nge)|n(?:a)|(?:si|hu|ha|hatu|ham|hawa|hai|hau|hazi|hali|haya)(?:ta|ja|ku|nge))"
              + "(?:ku|ni)?"
              + ROOT);

  private static final Pattern INFINITIVE = Pattern.compile("ku" + ROOT);
  private static final Pattern PLURAL = Pattern.compile("(mi|vi|wa|ma)([^aeiou]\\p{L}{2,}[aeiou])");

  private SwahiliPrefixes() {}

  static String stem(String form) {
    Matcher verb = VERB.matcher(form);
    if (verb.matches()) {
      return verb.group(1);
    }
    Matcher infinitive = INFINITIVE.matcher(form);
    if (infinitive.matches()) {
      return infinitive.group(1);
    }
    Matcher plural = PLURAL.matcher(form);
    return plural.matches() ? singular(plural.group(1)) + plural.group(2) : form;
  }

  private static String singular(String prefix) {
    return switch (prefix) {
      case "mi", "wa" -> "m";
      case "vi" -> "ki";
      default -> "";
    };
  }
}
