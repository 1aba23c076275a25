package earshot.command;

import earshot.data.DataFolder;
import earshot.data.Leftovers;
import earshot.data.WriterLock;
import earshot.pipeline.Derived;
import earshot.table.TableWriter;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code earshot rebuild}. */
@Command(
    name = "rebuild",
    description = "Makes the index and the tables again from the call records.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  earshot rebuild --data quality index"})
public final class RebuildCommand implements Callable<Integer> {
  /** What can be made again. */
  enum What {
    index,
    parquet
  }

  @Mixin private DataOption data = new DataOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "index|parquet",
      description = "Only this; both when not given.")
  private @Nullable What what;

  @Option(
      names = "--with-text",
      negatable = true,
      description =
          "Tables in which turns carry what was said, redacted; --no-with-text takes it out again."
              + " When not given: as the tables are.")
  private @Nullable Boolean withText;

  @Override
  public Integer call() throws IOException {
    DataFolder folder = data.existing();
    try (WriterLock lock = WriterLock.acquire(folder, "rebuild")) {
      Leftovers.clear(lock);
      if (what != What.parquet) {
        System.out.println("index: " + Derived.rebuildIndex(folder) + " calls");
      }
      if (what != What.index) {
        System.out.println("tables: " + Derived.rebuildTables(folder, text()) + " days");
      }
    }
    return 0;
  }

  private TableWriter.Text text() {
    if (withText == null) {
      return TableWriter.Text.AS_BUILT;
    }
    return withText ? TableWriter.Text.WITH : TableWriter.Text.WITHOUT;
  }
}
