package earshot.metadata;

import earshot.data.DataFolder;
import earshot.data.KeyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a customer's telephone number or id into a pseudonym: the first 128 bits of HMAC-SHA256
 * under the data folder's own key, so that one customer is one pseudonym in one data folder, and
 * nobody without the key can try numbers out. Thread-safe.
 */
public final class Pseudonym {
  private static final String KEY_FILE = "pseudonym.key";
  private static final int KEY_BYTES = 32;
  private static final int PSEUDONYM_BYTES = 16;
  private static final String WITHOUT_IT = "or the same customer gets a second pseudonym";

  /** {@code Name <number>}, {@code tel:number}, {@code sip:number@host;parameters}. */
  private static final Pattern WRAPPED =
      Pattern.compile("^(?:.*<)?(?:(?:tel|sips?):)?([^@;<>]+)[^<>]*>?$", Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("[+]?[0-9 ()./\\u00a0\\u2010-\\u2015-]*");
  private static final int SHORTEST_NUMBER = 7;

  private final SecretKeySpec key;

  /**
   * @param key 32 bytes
   */
  public Pseudonym(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "a pseudonym key has " + KEY_BYTES + " bytes, this one has " + key.length);
    }
    this.key = new SecretKeySpec(key.clone(), "HmacSHA256");
  }

  /**
   * Opens the key of a data folder, {@code workbench/pseudonym.key}, and makes it the first time:
   * random, readable by its owner only, there whole or not at all.
   *
   * @throws IOException when it cannot be read or has not 32 bytes
   */
  public static Pseudonym open(DataFolder folder) throws IOException {
    return new Pseudonym(KeyFile.open(file(folder), KEY_BYTES, WITHOUT_IT));
  }

  /**
   * For a look before any work: the key of a data folder that has one, else a key that nobody
   * keeps.
   *
   * @throws IOException as {@link #open}
   */
  public static Pseudonym trial(DataFolder folder) throws IOException {
    return Files.exists(file(folder)) ? open(folder) : new Pseudonym(new byte[KEY_BYTES]);
  }

  private static Path file(DataFolder folder) {
    return folder.workbench().resolve(KEY_FILE);
  }

  /** The pseudonym of a customer id that the recorder gives. */
  public String ofId(String id) {
    return hmac("id:" + id.strip());
  }

  /** The pseudonym of a telephone number, whatever its spelling; empty when it is withheld. */
  public Optional<String> ofNumber(String number) {
    return normalise(number).map(n -> hmac("number:" + n));
  }

  /** The digits of a number, with {@code +} for international ones; a SIP user in lower case. */
  static Optional<String> normalise(String number) {
    Matcher wrapped = WRAPPED.matcher(number.strip());
    String inner = (wrapped.matches() ? wrapped.group(1) : number).strip();
    if (inner.isEmpty() || RecorderWords.get().value("number", inner).isPresent()) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(inner).matches()) {
      return Optional.of(inner.toLowerCase(Locale.ROOT));
    }
    // +44 (0)20 ...: the zero is dialled at home only.
    String plain = inner.startsWith("+") ? inner.replace("(0)", "") : inner;
    String digits = plain.replaceAll("[^0-9]", "");
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    boolean international = inner.startsWith("+") || digits.startsWith("00");
    return Optional.of(
        international ? "+" + (digits.startsWith("00") ? digits.substring(2) : digits) : digits);
  }

  /** Whether a text is nothing but a telephone number, as recorders write for an unknown name. */
  static boolean looksLikeNumber(String text) {
    return NUMBER.matcher(text.strip()).matches()
        && text.chars().filter(c -> c >= '0' && c <= '9').count() >= SHORTEST_NUMBER;
  }

  /**
   * Whether a text is a telephone number as it is dialled and nothing else: with a plus or an
   * international prefix. Recorders count calls in plain digits, so those alone are none.
   */
  static boolean dialled(String text) {
    String plain = text.strip();
    return looksLikeNumber(plain) && (plain.startsWith("+") || plain.startsWith("00"));
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] full = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(full, 0, PSEUDONYM_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HmacSHA256", e);
    }
  }
}
