package earshot.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * One of the tables: a folder of day folders with one file each.
 *
 * @param name the folder's name under {@code parquet/}
 * @param row what one row is, in words
 * @param schema of the files; made from the columns
 * @param <R> what a row is made from
 */
record Table<R>(String name, String row, List<Column<R>> columns, Schema schema) {
  /** The one file of a day. */
  private static final String FILE = "part-00000.parquet";

  private static final String DAY = "date=";

  Table {
    columns = List.copyOf(columns);
  }

  static <R> Table<R> of(String name, String row, List<Column<R>> columns) {
    Schema schema = Schema.createRecord(name, "One row: " + row + ".", "earshot", false);
    schema.setFields(columns.stream().map(Column::field).toList());
    return new Table<>(name, row, columns, schema);
  }

  GenericRecord record(R row) {
    GenericData.Record record = new GenericData.Record(schema);
    for (int i = 0; i < columns.size(); i++) {
      record.put(i, columns.get(i).stored(row));
    }
    return record;
  }

  /**
   * The schema with only the named columns.
   *
   * @throws IllegalArgumentException listing the columns there are, when one is unknown
   */
  Schema only(Collection<String> names) {
    List<String> known = columns.stream().map(Column::name).toList();
    for (String wanted : names) {
      if (!known.contains(wanted)) {
        throw new IllegalArgumentException(
            "table " + name + " has no column '" + wanted + "'; it has " + known);
      }
    }
    Schema part = Schema.createRecord(schema.getName(), schema.getDoc(), "earshot", false);
    part.setFields(
        columns.stream().filter(c -> names.contains(c.name())).map(Column::field).toList());
    return part;
  }

  Path folder(Path parquet) {
    return parquet.resolve(name);
  }

  Path dayFolder(Path parquet, LocalDate day) {
    return folder(parquet).resolve(DAY + day);
  }

  Path file(Path parquet, LocalDate day) {
    return dayFolder(parquet, day).resolve(FILE);
  }

  /** Deletes the files of a day. */
  void clear(Path parquet, LocalDate day) throws IOException {
    clearOthers(parquet, day);
    Files.deleteIfExists(file(parquet, day));
  }

  /** Deletes files of a day besides its one: rows of erased calls could hide in them. */
  void clearOthers(Path parquet, LocalDate day) throws IOException {
    if (!Files.isDirectory(dayFolder(parquet, day))) {
      return;
    }
    try (Stream<Path> files = Files.list(dayFolder(parquet, day))) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().equals(FILE)) {
          Files.delete(file);
        }
      }
    }
  }

  /** The days for which there are folders. */
  SortedSet<LocalDate> days(Path parquet) throws IOException {
    return new TreeSet<>(Days.folders(folder(parquet), DAY).keySet());
  }
}
