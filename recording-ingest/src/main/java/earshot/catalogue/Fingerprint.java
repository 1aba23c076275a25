package earshot.catalogue;

import earshot.data.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What tells the bytes of one file from those of another.
 *
 * @param sha256 64 lower-case hex digits
 * @param bytes how many
 */
public record Fingerprint(String sha256, long bytes) {
  private static final int BUFFER = 1 << 16;

  /** Reads the stream to its end, keeping nothing of it. Does not close it. */
  public static Fingerprint of(InputStream in) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
      bytes += n;
    }
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  /** The fingerprint of bytes in memory. */
  public static Fingerprint of(byte[] bytes) {
    return new Fingerprint(HexFormat.of().formatHex(Digests.sha256().digest(bytes)), bytes.length);
  }
}
