package earshot.data;

import earshot.call.CallJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reports of a data folder: {@code runs/<run_id>.json}. Holds no state. */
public final class RunReports {
  private static final String SUFFIX = ".json";

  private final Path folder;

  public RunReports(DataFolder data) {
    this.folder = data.runs();
  }

  public Path write(RunReport report) throws IOException {
    Path file = folder.resolve(FileNames.encode(report.runId()) + SUFFIX);
    AtomicFiles.write(
        file, CallJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    return file;
  }

  /** The report files, oldest first. */
  public List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(SUFFIX))
          .filter(f -> !f.getFileName().toString().startsWith(AtomicFiles.TEMPORARY))
          .sorted()
          .toList();
    }
  }

  public Optional<RunReport> latest() throws IOException {
    List<Path> files = files();
    return files.isEmpty() ? Optional.empty() : Optional.of(read(files.get(files.size() - 1)));
  }

  /**
   * Reads one report.
   *
   * @throws IOException naming the file, when it is none
   */
  public RunReport read(Path file) throws IOException {
    try {
      return CallJson.mapper().readValue(Files.readAllBytes(file), RunReport.class);
    } catch (IOException e) {
      throw new IOException(file + " is no readable run report: " + FileTrouble.reason(e), e);
    }
  }

  /** Takes a call's id out of the lists of missing recordings; their counts follow. */
  void forget(String callId) throws IOException {
    for (Path file : files()) {
      RunReport report = read(file);
      if (report.missingRecordingIds().contains(callId)) {
        List<String> others = new ArrayList<>(report.missingRecordingIds());
        others.removeIf(callId::equals);
        write(report.withMissing(others));
      }
    }
  }
}
