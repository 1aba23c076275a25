package earshot.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders that are named after a day. */
final class Days {
  private static final Logger LOG = LoggerFactory.getLogger(Days.class);

  private Days() {}

  /**
   * The folders in {@code parent} whose name is {@code prefix} and a day; others are passed over.
   * Empty when there is no such parent.
   */
  static SortedMap<LocalDate, Path> folders(Path parent, String prefix) throws IOException {
    SortedMap<LocalDate, Path> days = new TreeMap<>();
    if (!Files.isDirectory(parent)) {
      return days;
    }
    try (Stream<Path> children = Files.list(parent)) {
      children
          .filter(child -> child.getFileName().toString().startsWith(prefix))
          .filter(Files::isDirectory)
          .forEach(child -> put(days, child, prefix));
    }
    return days;
  }

  private static void put(SortedMap<LocalDate, Path> days, Path child, String prefix) {
    try {
      days.put(LocalDate.parse(child.getFileName().toString().substring(prefix.length())), child);
    } catch (DateTimeParseException e) {
      LOG.warn("{} is not named after a day and is passed over", child);
    }
  }
}
