package earshot.redact;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a redaction hides. */
public enum Kind {
  /** A payment card number, or a customer's part of one. */
  CARD_NUMBER("card-number"),
  /** A few digits of a card number that an agent repeats: hidden, but no full number. */
  CARD_DIGITS("card-digits"),
  /** The last four digits, said as such ("ending in ..."); hidden only when the policy says so. */
  CARD_ENDING("card-ending"),
  /** CVV, CVC, the digits on the back; PIN and one-time codes of a card too. */
  SECURITY_CODE("security-code"),
  CARD_EXPIRY("card-expiry"),
  /** Sort code, account number, routing number, IBAN. */
  BANK_ACCOUNT("bank-account"),
  NATIONAL_ID("national-id"),
  DATE_OF_BIRTH("date-of-birth"),
  PHONE_NUMBER("phone-number"),
  E_MAIL("e-mail"),
  POSTAL_ADDRESS("postal-address");

  private static final Map<String, Kind> BY_TOKEN = new HashMap<>();

  static {
    for (Kind kind : values()) {
      BY_TOKEN.put(kind.token(), kind);
    }
  }

  private final String id;

  Kind(String id) {
    this.id = id;
  }

  /** The name in call records, policies and on screen, such as {@code card-number}. */
  public String id() {
    return id;
  }

  /** The word that stands in text and words, such as {@code [card-number]}. */
  public String token() {
    return "[" + id + "]";
  }

  /** The kind whose token this word is, or null. */
  public static @Nullable Kind ofToken(String word) {
    return BY_TOKEN.get(word);
  }

  /** Whether it is a number read out digit by digit. */
  boolean digits() {
    return switch (this) {
      case CARD_NUMBER, SECURITY_CODE, BANK_ACCOUNT, NATIONAL_ID, PHONE_NUMBER -> true;
      case CARD_DIGITS, CARD_ENDING, CARD_EXPIRY, DATE_OF_BIRTH, E_MAIL, POSTAL_ADDRESS -> false;
    };
  }

  boolean card() {
    return this == CARD_NUMBER || this == CARD_DIGITS;
  }
}
