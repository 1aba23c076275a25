package earshot.pipeline;

import earshot.data.DataFolder;
import earshot.data.RunReport;
import earshot.data.RunReports;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fills in the report of a run that has ended. */
final class RunReportFile {
  private RunReportFile() {}

  /** Writes it and gives its path. */
  static String write(RunSettings settings, RunCounts counts, List<String> missing)
      throws IOException {
    Instant started = Instant.parse(settings.startedAt());
    Instant finished = Instant.now();
    RunReport report =
        new RunReport(
            settings.runId(),
            settings.command(),
            started,
            finished,
            counts.discovered(),
            counts.ok(),
            counts.quarantined(),
            counts.skipped(),
            missing.size(),
            missing,
            counts.quarantineReasons(),
            told(settings),
            Versions.all(),
            Map.of(
                "wall_seconds",
                Duration.between(started, finished).toMillis() / 1000.0,
                "audio_seconds",
                counts.audioSeconds()));
    return new RunReports(DataFolder.of(settings.data())).write(report).toString();
  }

  private static Map<String, String> told(RunSettings settings) {
    Map<String, String> told = new TreeMap<>();
    told.put("inputs", String.join(" ", settings.inputs()));
    told.put("language", settings.language());
    told.put("workers", Integer.toString(settings.workers()));
    told.put("retry", Boolean.toString(settings.retry()));
    if (settings.model() != null) {
      told.put("model", settings.model());
    }
    if (settings.zone() != null) {
      told.put("zone", settings.zone());
    }
    return told;
  }
}
