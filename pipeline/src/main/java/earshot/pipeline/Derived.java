package earshot.pipeline;

import earshot.data.DataFolder;
import earshot.index.CallIndexWriter;
import earshot.index.IndexSync;
import earshot.table.TableWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;

/**
 * Index and tables, which are made from the call records. Whoever calls this is the data folder's
 * only writer.
 */
public final class Derived {
  private static final Duration OTHER_THREAD = Duration.ofMinutes(10);

  private Derived() {}

  /** Writes what is missing or out of date in both. */
  public static void bringUpToDate(DataFolder folder) throws IOException {
    updateIndex(folder);
    new TableWriter(folder).update();
  }

  /**
   * Writes what is missing or out of date in the index; while another thread of this run does so,
   * waits for it.
   */
  static IndexSync.Outcome updateIndex(DataFolder folder) throws IOException {
    try (CallIndexWriter writer = CallIndexWriter.open(folder.index(), OTHER_THREAD)) {
      return new IndexSync(folder).sync(writer);
    }
  }

  /** Takes calls that were erased out of both, and every trace of their words. */
  public static void erased(DataFolder folder, Collection<String> callIds) throws IOException {
    try (CallIndexWriter writer = CallIndexWriter.open(folder.index())) {
      writer.erase(callIds);
    }
    bringUpToDate(folder);
  }

  /** Makes the index again; gives the number of calls. */
  public static int rebuildIndex(DataFolder folder) throws IOException {
    try (CallIndexWriter writer = CallIndexWriter.open(folder.index())) {
      writer.clear();
      return new IndexSync(folder).sync(writer).written();
    }
  }

  /** Makes all tables again; gives the number of days. */
  public static int rebuildTables(DataFolder folder, TableWriter.Text text) throws IOException {
    TableWriter.Settings usual = TableWriter.Settings.usual();
    TableWriter.Settings settings = new TableWriter.Settings(text, usual.threads());
    return new TableWriter(folder, settings).rebuildAll().written().size();
  }
}
