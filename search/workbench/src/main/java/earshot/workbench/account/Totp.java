package earshot.workbench.account;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with the time (RFC 6238), as authenticator apps make them: six digits of
 * HMAC-SHA-1, another code each 30 s. Apps ignore any other wish.
 */
final class Totp {
  /** RFC 4226, section 4: 160 bits are recommended. */
  static final int SECRET_BYTES = 20;

  static final int DIGITS = 6;
  static final Duration STEP = Duration.ofSeconds(30);

  /** Steps that a clock may be wrong by, either way; RFC 6238, section 5.2. */
  private static final int DRIFT = 1;

  private static final HmacOneTimePasswordGenerator CODES =
      new HmacOneTimePasswordGenerator(DIGITS);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  static byte[] secret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /**
   * The step whose code this is: the present one, or one beside it.
   *
   * @param after the last step that does not count any more
   * @return empty when it is no code of these
   */
  static OptionalLong step(byte[] secret, String code, Instant now, long after) {
    long present = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
    OptionalLong found = OptionalLong.empty();
    for (long step = present - DRIFT; step <= present + DRIFT; step++) {
      // All are looked at, so that the time taken says nothing.
      if (same(code(secret, step), code) && step > after) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static String code(byte[] secret, long step) {
    try {
      SecretKeySpec key = new SecretKeySpec(secret, "RAW");
      return CODES.generateOneTimePasswordString(key, step, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("every secret is a key of HMAC", e);
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
