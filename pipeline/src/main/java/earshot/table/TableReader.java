package earshot.table;

import earshot.data.DataFolder;
import earshot.table.parquet.RowSource;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Reads the tables, also while they are being written: a day is seen as it was before or as it is
 * after. Thread-safe; holds no state.
 */
public final class TableReader {
  private final DataFolder folder;

  public TableReader(DataFolder folder) {
    this.folder = folder;
  }

  /** The days in the period for which the table has a file. */
  public SortedSet<LocalDate> days(String table, Period period) throws IOException {
    SortedSet<LocalDate> days = new TreeSet<>(Tables.named(table).days(folder.parquet()));
    days.removeIf(day -> !period.contains(day));
    return days;
  }

  /**
   * The days that have tables, each with a stamp that changes whenever the day's tables are made
   * again: for those who keep what they read.
   */
  public SortedMap<LocalDate, String> stamps() throws IOException {
    SortedMap<LocalDate, String> stamps = new TreeMap<>();
    for (LocalDate day : DayManifest.days(folder.parquet())) {
      try {
        stamps.put(day, DayManifest.stamp(folder.parquet(), day));
      } catch (NoSuchFileException e) {
        // The day went after the folder was listed.
      }
    }
    return stamps;
  }

  /**
   * Hands over the rows of a table, day by day; files of other days are not opened.
   *
   * @param columns the columns wanted; others are not decoded
   * @throws IllegalArgumentException listing what there is, when table or column is unknown
   * @throws IOException naming the file, when one is damaged
   */
  public void read(String table, Collection<String> columns, Period period, Consumer<Row> rows)
      throws IOException {
    Table<?> known = Tables.named(table);
    Schema schema = known.only(columns);
    for (LocalDate day : days(table, period)) {
      read(known.file(folder.parquet(), day), schema, rows);
    }
  }

  private static void read(Path file, Schema schema, Consumer<Row> rows) throws IOException {
    try (RowSource source = new RowSource(file, schema)) {
      for (GenericRecord row = source.next(); row != null; row = source.next()) {
        rows.accept(new Row(row));
      }
    } catch (NoSuchFileException | FileNotFoundException e) {
      // The day went after its folder was listed: it has no rows.
    }
  }
}
