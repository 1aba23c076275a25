package earshot.redact;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One language of redaction as it lies in {@code /earshot/redaction/<code>.yaml}. Several words in
 * one value are separated by blanks; case and diacritics do not matter.
 *
 * @param digits digit to the words for it
 * @param weakDigits digit to words that mean it beside other digits only
 * @param exactDigits digit to words that mean it with their diacritics, and beside other digits
 *     without
 * @param teens two digits to words
 * @param tens {@code 20} to words
 * @param scales zeros to words: {@code 00} is hundred
 * @param multipliers how often the next digit is said, to words ("double")
 * @param compound how tens and digit make one word, such as {@code {tens}{digit}}; null when they
 *     do not
 * @param units what makes the number before it a measure
 * @param measureBefore what makes the number after it a measure: currency signs, "at" of a time
 * @param joiners words between hundreds, tens and digits ("and")
 * @param cues name of a {@link Cue} to phrases
 * @param months twelve, each with its spellings
 * @param monthWord what a month's number follows where months have no names; null where they do
 * @param ordinals first, second, ... each with its spellings
 */
record LanguageFile(
    Map<String, String> digits,
    Map<String, String> weakDigits,
    Map<String, String> exactDigits,
    Map<String, String> teens,
    Map<String, String> tens,
    Map<String, String> scales,
    Map<String, String> multipliers,
    @Nullable String compound,
    List<String> joiners,
    List<String> fillers,
    List<String> repairs,
    List<String> units,
    List<String> measureBefore,
    Map<String, List<String>> cues,
    List<String> months,
    @Nullable String monthWord,
    List<String> ordinals,
    Email email,
    Address address,
    Shapes shapes) {

  LanguageFile {
    weakDigits = weakDigits == null ? Map.of() : weakDigits;
    exactDigits = exactDigits == null ? Map.of() : exactDigits;
    scales = scales == null ? Map.of() : scales;
    multipliers = multipliers == null ? Map.of() : multipliers;
    ordinals = ordinals == null ? List.of() : ordinals;
  }

  /**
   * Spoken e-mail addresses.
   *
   * @param sign other signs inside an address: underscore, dash
   * @param end last parts: com, co, uk
   * @param stop words before an address that are no part of it
   */
  record Email(
      List<String> at, List<String> dot, List<String> sign, List<String> end, List<String> stop) {}

  /** Words beside a street's name: "fourteen abbey <b>walk</b>", "<b>calle</b> mayor tres". */
  record Address(List<String> afterName, List<String> beforeName) {}

  /**
   * Lengths in digits, inclusive.
   *
   * @param phone a telephone number said without any cue
   * @param phoneStarts what such a number starts with
   * @param nationalId an identity number where one was asked for
   */
  record Shapes(Range phone, List<String> phoneStarts, Range nationalId) {}

  /** From {@code min} to {@code max}, both included. */
  record Range(int min, int max) {
    boolean holds(int length) {
      return length >= min && length <= max;
    }
  }
}
