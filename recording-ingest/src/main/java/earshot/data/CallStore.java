package earshot.data;

import earshot.call.CallJson;
import earshot.call.CallRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes the call records of a data folder. Thread-safe; holds no state. */
public final class CallStore {
  private final DataFolder folder;

  public CallStore(DataFolder folder) {
    this.folder = folder;
  }

  /** Writes the record atomically and returns its file. */
  public Path write(CallRecord record) throws IOException {
    Path file = folder.callFile(record.localDate(), record.callId());
    AtomicFiles.write(file, CallJson.write(record));
    return file;
  }

  /**
   * Reads one record.
   *
   * @throws IOException naming the file, when it is missing or no call record
   */
  public CallRecord read(Path file) throws IOException {
    try {
      return CallJson.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IOException(file + " is no readable call record: " + FileTrouble.reason(e), e);
    }
  }

  /** Every record file, ordered by day and name. */
  public List<Path> files() throws IOException {
    if (!Files.isDirectory(folder.calls())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder.calls(), 2)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".json"))
          .filter(f -> !f.getFileName().toString().startsWith(AtomicFiles.TEMPORARY))
          .sorted()
          .toList();
    }
  }
}
