package earshot.redact;

/** The check digit of ISO/IEC 7812 (Annex B), which payment card numbers carry. */
final class Luhn {
  private Luhn() {}

  /** Whether the digits, all of them ASCII, end in their own check digit. */
  static boolean valid(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0 && !digits.isEmpty();
  }

  /** Whether the digits are a whole card number already, so that what follows is another number. */
  static boolean complete(CharSequence digits) {
    return digits.length() >= 16
        || (digits.length() == 15 && digits.charAt(0) == '3' && valid(digits));
  }

  /** Whether the digits have the length and the check digit of a payment card. */
  static boolean card(CharSequence digits) {
    return digits.length() >= 13 && digits.length() <= 19 && valid(digits);
  }
}
