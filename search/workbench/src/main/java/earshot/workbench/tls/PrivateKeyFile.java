package earshot.workbench.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads the key of the server. No message quotes what is in the file. */
final class PrivateKeyFile {
  private static final String OPTION = "--tls-key";
  private static final String PASSWORD = "--tls-key-password-file";

  private PrivateKeyFile() {}

  /**
   * @throws IOException naming the file and what to do
   */
  static PrivateKey read(TlsFiles files) throws IOException {
    Path file = files.key();
    List<PemBlock> blocks = PemBlock.read(OPTION, file);
    Optional<PemBlock> open = labelled(blocks, "PRIVATE KEY");
    try {
      if (open.isPresent()) {
        return key(file, new PKCS8EncodedKeySpec(open.get().bytes()));
      }
      Optional<PemBlock> locked = labelled(blocks, "ENCRYPTED PRIVATE KEY");
      if (locked.isPresent()) {
        return key(file, unlocked(files, locked.get().bytes()));
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(OPTION + ": " + file + " is damaged: not Base64", e);
    }
    boolean old = blocks.stream().anyMatch(block -> block.label().endsWith(" PRIVATE KEY"));
    throw new IOException(
        OPTION
            + ": "
            + file
            + (old
                ? " is not PKCS#8; write it anew: openssl pkcs8 -topk8 -nodes -in OLD -out NEW"
                : " holds no private key"));
  }

  private static Optional<PemBlock> labelled(List<PemBlock> blocks, String label) {
    return blocks.stream().filter(block -> block.label().equals(label)).findFirst();
  }

  private static PrivateKey key(Path file, PKCS8EncodedKeySpec spec) throws IOException {
    for (String algorithm : List.of("RSA", "EC")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException e) {
        // The next one.
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IOException(OPTION + ": " + file + " holds neither an RSA nor an EC key");
  }

  private static PKCS8EncodedKeySpec unlocked(TlsFiles files, byte[] locked) throws IOException {
    Path file = files.key();
    Path holder =
        files
            .keyPassword()
            .orElseThrow(
                () -> new IOException(OPTION + ": " + file + " has a password; give " + PASSWORD));
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(locked);
      // Of PBES2, the parameters know which one of its algorithms it is.
      String algorithm = info.getAlgParameters().toString();
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password(holder))),
          info.getAlgParameters());
      return info.getKeySpec(cipher);
    } catch (GeneralSecurityException e) {
      throw new IOException(
          PASSWORD
              + ": the first line of "
              + holder
              + " does not open "
              + file
              + ", or that is locked in a way that Java does not know (AES by PBES2 is known)",
          e);
    }
  }

  private static char[] password(Path file) throws IOException {
    try {
      return Files.readAllLines(file).stream().findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      throw new IOException(PASSWORD + ": " + file + " cannot be read", e);
    }
  }

  /** Whether any user of this machine may read the file. */
  static boolean open(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
    return may.contains(PosixFilePermission.OTHERS_READ);
  }
}
