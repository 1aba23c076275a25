package earshot.command;

import earshot.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data DIR}, shared by the commands that need it. */
public final class DataOption {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The data folder: call records, index, tables, what people decided.")
  private Path data = Path.of("");

  /** The data folder, there or not. */
  public DataFolder folder() {
    return new DataFolder(data);
  }

  /**
   * The data folder.
   *
   * @throws IOException saying what to do, when it holds no calls
   */
  public DataFolder existing() throws IOException {
    if (!Files.isDirectory(folder().calls())) {
      throw new IOException(
          data
              + " is no data folder with calls; make one with: earshot run --input FOLDER --data "
              + data);
    }
    return folder();
  }
}
