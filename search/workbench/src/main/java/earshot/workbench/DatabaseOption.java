package earshot.workbench;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --database URL}, the same for the server and for those who look after its users. */
final class DatabaseOption {
  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = "PostgreSQL instead of the file DIR/workbench/database.",
      defaultValue = "${env:EARSHOT_DATABASE}")
  private @Nullable String url;

  /** Null for the database in the data folder. */
  @Nullable String url() {
    return url == null || url.isBlank() ? null : url;
  }
}
