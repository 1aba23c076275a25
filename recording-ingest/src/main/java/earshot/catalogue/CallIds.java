package earshot.catalogue;

import earshot.data.FileNames;
import earshot.metadata.MetadataException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The id a call is known by. */
final class CallIds {
  /** File systems allow 255 bytes in a name; the record adds {@code .json}. */
  private static final int LONGEST_FILE_NAME = 240;

  private CallIds() {}

  /** The recorder's id, else the SHA-256. */
  static String of(@Nullable String given, String sha256) throws MetadataException {
    if (given == null) {
      return sha256;
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(given)) {
      throw new MetadataException("bad_call_id", "the call id holds half a character");
    }
    int length = FileNames.encode(given).length();
    if (length > LONGEST_FILE_NAME) {
      throw new MetadataException(
          "bad_call_id",
          "the call id takes %d characters as a file name, expected at most %d"
              .formatted(length, LONGEST_FILE_NAME));
    }
    return given;
  }
}
