package earshot.match;

import java.util.List;

/**
 * Takes the endings of case, number and gender off Slovenian words, so that {@code paketa}, {@code
 * paketov} and {@code paketih} are forms of {@code paket}, and {@code poklicala} and {@code
 * poklicali} of {@code poklical}. No dictionary: vowels that come and go ({@code znesek}, {@code
 * zneska}) and the persons of verbs keep words apart.
 */
final class SlovenianEndings {
  /** Longest first; at least so many letters stay before one of several letters. */
  private static final List<String> LONG =
      List.of(
          "ami", "ama", "oma", "ema", "ega", "emu", "imi", "ima", "ih", "im", "em", "om", "ov",
          "ev", "ah", "am");

  private static final int STAYS_BEFORE_LONG = 4;
  private static final int STAYS_BEFORE_VOWEL = 3;

  private SlovenianEndings() {}

  /** Again and again, since "sistema" only becomes "sistem", whose end looks like an ending too. */
  static String stem(String form) {
    String stem = form;
    for (String shorter = once(stem); !shorter.equals(stem); shorter = once(stem)) {
      stem = shorter;
    }
    return stem;
  }

  private static String once(String form) {
    for (String ending : LONG) {
      if (form.endsWith(ending) && form.length() - ending.length() >= STAYS_BEFORE_LONG) {
        return form.substring(0, form.length() - ending.length());
      }
    }
    boolean vowel = !form.isEmpty() && "aeiou".indexOf(form.charAt(form.length() - 1)) >= 0;
    return vowel && form.length() > STAYS_BEFORE_VOWEL
        ? form.substring(0, form.length() - 1)
        : form;
  }
}
