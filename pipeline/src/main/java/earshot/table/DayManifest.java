package earshot.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import earshot.call.CallJson;
import earshot.data.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of one day were made from: {@code parquet/_days/<day>.json}, written after them.
 *
 * @param builtFrom hash over the stamps of the day's call records
 * @param schema fingerprint of the tables' schemas
 * @param withText whether the turns carry their text
 * @param rows rows a table
 * @param bytes size of a table's file, by which a lost or cut one is noticed
 */
record DayManifest(
    LocalDate day,
    String builtFrom,
    String schema,
    boolean withText,
    SortedMap<String, Long> rows,
    SortedMap<String, Long> bytes) {
  private static final String FOLDER = "_days";
  private static final String SUFFIX = ".json";

  DayManifest {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    bytes = Collections.unmodifiableSortedMap(new TreeMap<>(bytes));
  }

  /** The manifest of a day; null when there is none that can be read. */
  static @Nullable DayManifest read(Path parquet, LocalDate day) throws IOException {
    try {
      return CallJson.mapper().readValue(Files.readAllBytes(file(parquet, day)), DayManifest.class);
    } catch (NoSuchFileException | JsonProcessingException e) {
      return null;
    }
  }

  /** The days that have a manifest. */
  static SortedSet<LocalDate> days(Path parquet) throws IOException {
    SortedSet<LocalDate> days = new TreeSet<>();
    Path folder = parquet.resolve(FOLDER);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("\\d{4}-\\d\\d-\\d\\d\\.json"))
            .forEach(name -> days.add(LocalDate.parse(name.substring(0, 10))));
      }
    }
    return days;
  }

  /** Changes whenever the manifest of a day is written; it is written after the day's tables. */
  static String stamp(Path parquet, LocalDate day) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(file(parquet, day), BasicFileAttributes.class);
    return attributes.size() + "@" + attributes.lastModifiedTime();
  }

  void write(Path parquet) throws IOException {
    AtomicFiles.write(file(parquet, day), CallJson.mapper().writeValueAsBytes(this));
  }

  static void delete(Path parquet, LocalDate day) throws IOException {
    Files.deleteIfExists(file(parquet, day));
  }

  /** Whether every table's file is there with its size. */
  boolean filesAreThere(Path parquet) throws IOException {
    for (Table<?> table : Tables.ALL) {
      Path file = table.file(parquet, day);
      Long size = bytes.get(table.name());
      if (size == null || !Files.exists(file) || Files.size(file) != size) {
        return false;
      }
    }
    return true;
  }

  private static Path file(Path parquet, LocalDate day) {
    return parquet.resolve(FOLDER).resolve(day + SUFFIX);
  }
}
