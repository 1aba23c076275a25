package earshot.data;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The paths inside a data folder.
 *
 * @param root the folder given with {@code --data}
 */
public record DataFolder(Path root) {

  public static DataFolder of(String root) {
    return new DataFolder(Path.of(root));
  }

  public Path calls() {
    return root.resolve("calls");
  }

  public Path callFile(LocalDate date, String callId) {
    return calls().resolve(date.toString()).resolve(FileNames.encode(callId) + ".json");
  }

  public Path quarantine() {
    return root.resolve("quarantine");
  }

  public Path runs() {
    return root.resolve("runs");
  }

  public Path index() {
    return root.resolve("index");
  }

  public Path parquet() {
    return root.resolve("parquet");
  }

  public Path workbench() {
    return root.resolve("workbench");
  }
}
