package earshot.workbench.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a PEM file (RFC 7468).
 *
 * @param label what is in it, such as {@code CERTIFICATE}
 * @param text Base64 with line breaks
 */
record PemBlock(String label, String text) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  /** A chain of certificates is a few KiB. */
  private static final int LARGEST = 1024 * 1024;

  /** First byte of what is DER instead of PEM. */
  private static final int DER = 0x30;

  /**
   * All parts of a file, in its order.
   *
   * @param option that named the file
   * @throws IOException naming the file, when it cannot be read or holds none
   */
  static List<PemBlock> read(String option, Path file) throws IOException {
    byte[] bytes = bytes(option, file);
    Matcher matcher = BLOCK.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    List<PemBlock> blocks = new ArrayList<>();
    while (matcher.find()) {
      blocks.add(new PemBlock(matcher.group(1), matcher.group(2)));
    }
    if (blocks.isEmpty()) {
      boolean der = bytes.length > 0 && bytes[0] == DER;
      throw new IOException(
          option
              + ": "
              + file
              + " is not PEM: no line -----BEGIN ...----- in it"
              + (der ? "; it looks like DER, which openssl can write as PEM" : ""));
    }
    return blocks;
  }

  private static byte[] bytes(String option, Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    } catch (NoSuchFileException e) {
      throw new IOException(option + ": there is no file " + file, e);
    } catch (IOException e) {
      throw new IOException(option + ": " + file + " cannot be read", e);
    }
    if (bytes.length > LARGEST) {
      throw new IOException(option + ": " + file + " is larger than 1 MiB");
    }
    return bytes;
  }

  /**
   * @throws IllegalArgumentException when the text is no Base64
   */
  byte[] bytes() {
    return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
  }
}
