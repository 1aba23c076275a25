package earshot.pipeline;

import earshot.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Copies of a data folder, so that it is made once and each test has its own to change. */
public final class Copies {
  private Copies() {}

  /**
   * Copies, and brings index and tables up to the copied records: they know a record by its time of
   * writing, which Java copies to the microsecond only.
   *
   * @param to does not exist yet
   */
  public static DataFolder of(DataFolder from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from.root())) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(from.root().relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    DataFolder copy = new DataFolder(to);
    Derived.bringUpToDate(copy);
    return copy;
  }
}
