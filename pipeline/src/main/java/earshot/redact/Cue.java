package earshot.redact;

/**
 * What a phrase announces about the numbers that follow it. The names are keys of the YAML files.
 */
enum Cue {
  CARD_NUMBER,
  /** A card is spoken of, without asking for its number. */
  CARD,
  SECURITY_CODE,
  /** "The code": a security code only where a card was just given. */
  CODE,
  CARD_EXPIRY,
  /** "Ending in", "the last four". */
  LAST_FOUR,
  BANK_ACCOUNT,
  /** "Account number": a bank's only by its length or where a bank was spoken of. */
  ACCOUNT,
  NATIONAL_ID,
  DATE_OF_BIRTH,
  PHONE_NUMBER,
  E_MAIL,
  POSTAL_ADDRESS,
  /** Numbers that stay: orders, references, meters, flights, codes of other kinds. */
  ORDINARY;

  /** Whether the cue speaks of a card without settling what the next digits are. */
  boolean weak() {
    return this == CARD || this == CODE;
  }
}
