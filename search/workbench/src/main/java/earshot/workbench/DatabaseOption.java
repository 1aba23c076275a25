package earshot.workbench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --database URL}, the same for the server and for those who look after its users. */
final class DatabaseOption {
  private static final String FILE = "--database-password-file";
  private static final Pattern PASSWORD = Pattern.compile("[?&]password=");

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = "PostgreSQL instead of the file DIR/workbench/database.",
      defaultValue = "${env:EARSHOT_DATABASE}")
  private @Nullable String url;

  @Option(
      names = FILE,
      paramLabel = "FILE",
      description = "Holds the password of the database in its first line.",
      defaultValue = "${env:EARSHOT_DATABASE_PASSWORD_FILE}")
  private @Nullable Path passwordFile;

  /**
   * Null for the database in the data folder.
   *
   * @throws IOException when the password cannot be read, others may read it, or it is given twice
   */
  @Nullable String url() throws IOException {
    String given = url;
    if (given == null || given.isBlank()) {
      return null;
    }
    Path file = passwordFile;
    if (file == null) {
      return given;
    }
    if (PASSWORD.matcher(given).find()) {
      throw new IOException(FILE + ": the JDBC URL has a password already");
    }
    String password = URLEncoder.encode(SecretFile.firstLine(FILE, file), StandardCharsets.UTF_8);
    return given + (given.contains("?") ? "&" : "?") + "password=" + password;
  }
}
