package earshot.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file whose first line is a secret. */
final class SecretFile {
  private SecretFile() {}

  /**
   * The first line, without blanks around it.
   *
   * @param option that named the file
   * @throws IOException naming the file: it cannot be read, is empty, or every user of this machine
   *     may read or write it
   */
  static String firstLine(String option, Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IOException(option + ": " + file + " cannot be read");
    }
    if (open(file)) {
      throw new IOException(
          option + ": every user of this machine may use " + file + "; chmod 600 " + file);
    }
    String secret = Files.readAllLines(file).stream().findFirst().orElse("").strip();
    if (secret.isEmpty()) {
      throw new IOException(option + ": the first line of " + file + " is empty");
    }
    return secret;
  }

  /** Whether every user of this machine may read, enter or write it. */
  static boolean open(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
    return may.contains(PosixFilePermission.OTHERS_READ)
        || may.contains(PosixFilePermission.OTHERS_WRITE);
  }
}
