package earshot.workbench.account;

import earshot.data.DataFolder;
import earshot.data.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets that the server has to read again: AES-256-GCM with {@code
 * DIR/workbench/second-step.key}, made at first use. A copy of the database alone opens nothing.
 * Thread-safe.
 */
public final class Seal {
  private static final String KEY_FILE = "second-step.key";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final DataFolder folder;
  private final SecureRandom random = new SecureRandom();
  private @Nullable SecretKeySpec key;

  public Seal(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * Seals.
   *
   * @param purpose and owner: a seal for one does not open as another
   * @return hexadecimal
   */
  String close(byte[] secret, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return HexFormat.of().formatHex(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** What was sealed; empty when it was with another key, for another purpose, or changed. */
  Optional<byte[]> open(String sealed, String purpose) {
    try {
      byte[] all = HexFormat.of().parseHex(sealed);
      if (all.length <= NONCE_BYTES) {
        return Optional.empty();
      }
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES), purpose);
      return Optional.of(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private synchronized SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      try {
        byte[] bytes =
            KeyFile.open(
                folder.workbench().resolve(KEY_FILE),
                KEY_BYTES,
                "or take the second step off every account (earshot users second-step --off)");
        known = new SecretKeySpec(bytes, "AES");
        key = known;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return known;
  }
}
