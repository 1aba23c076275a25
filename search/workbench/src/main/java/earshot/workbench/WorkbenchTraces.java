package earshot.workbench;

import earshot.command.Elsewhere;
import earshot.data.CallTraces;
import earshot.data.DataFolder;
import earshot.workbench.erase.ErasedCalls;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The database of the workbench, for commands that run without it. */
final class WorkbenchTraces implements CallTraces {
  private final DataFolder folder;
  private final @Nullable String jdbcUrl;

  private WorkbenchTraces(DataFolder folder, @Nullable String jdbcUrl) {
    this.folder = folder;
    this.jdbcUrl = jdbcUrl;
  }

  /** {@code --database}, for {@code erase} and {@code verify}. */
  @Command
  static final class Options implements Elsewhere {
    @Mixin private DatabaseOption database = new DatabaseOption();

    @Override
    public List<CallTraces> traces(DataFolder folder) {
      try {
        return List.of(new WorkbenchTraces(folder, database.url()));
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
    }
  }

  @Override
  public String place() {
    return "the database of the workbench";
  }

  @Override
  public void erase() throws IOException {
    if (exists()) {
      try (Database database = Database.open(folder, jdbcUrl)) {
        calls(database).forget();
        // Where a workbench is running, it is the one that does this, within seconds.
        database.rewriteIfDue();
      } catch (RuntimeException e) {
        throw new IOException(String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
      }
    }
  }

  @Override
  public List<String> leftovers() throws IOException {
    if (!exists()) {
      return List.of();
    }
    try (Database database = Database.open(folder, jdbcUrl)) {
      return calls(database).leftovers();
    }
  }

  /** A folder that was never served has no database, and needs none. */
  private boolean exists() {
    return jdbcUrl != null || Database.embeddedExists(folder);
  }

  private ErasedCalls calls(Database database) {
    return new ErasedCalls(database, folder, WorkbenchErasers.of(folder), Clock.systemUTC());
  }
}
