package earshot.pipeline;

import earshot.data.DataFolder;
import earshot.table.TableWriter;
import java.io.IOException;

/**
 * Index and tables, which are made from the call records. Whoever calls this is the data folder's
 * only writer.
 */
public final class Derived {
  private Derived() {}

  /** Writes what is missing or out of date in both. */
  public static void bringUpToDate(DataFolder folder) throws IOException {
    IndexUpdate.bringUpToDate(folder);
    new TableWriter(folder).update();
  }

  /** Makes the index again; gives the number of calls. */
  public static int rebuildIndex(DataFolder folder) throws IOException {
    return IndexUpdate.rebuild(folder);
  }

  /** Makes all tables again; gives the number of days. */
  public static int rebuildTables(DataFolder folder) throws IOException {
    return new TableWriter(folder).rebuildAll().written().size();
  }
}
