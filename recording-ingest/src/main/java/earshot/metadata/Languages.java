package earshot.metadata;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Language codes in the one spelling that models and packs are named by: ISO 639-1, lower case. */
public final class Languages {
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(?:[-_.@][a-z0-9]+)*");
  private static final Map<String, String> THREE_LETTERS = threeLetters();

  private Languages() {}

  private static Map<String, String> threeLetters() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.putIfAbsent(new Locale(code).getISO3Language(), code);
    }
    return codes;
  }

  /**
   * The code of a language tag: {@code en-GB} is {@code en}, {@code nb} and {@code nn} are {@code
   * no}, {@code ell} is {@code el}. A code that is not known comes back as it is, in lower case.
   *
   * @return empty when the tag says that the language is not known
   * @throws IllegalArgumentException when it is no language tag
   */
  public static Optional<String> normalise(String tag) {
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    RecorderWords words = RecorderWords.get();
    if (words.value("language", lower).filter("none"::equals).isPresent()) {
      return Optional.empty();
    }
    if (!TAG.matcher(lower).matches()) {
      throw new IllegalArgumentException(
          "expected a language code such as en or en-GB, found '" + tag.strip() + "'");
    }
    String primary = lower.split("[-_.@]", 2)[0];
    return Optional.of(
        words.value("language", primary).orElse(THREE_LETTERS.getOrDefault(primary, primary)));
  }
}
