package earshot.command;

import earshot.data.RunReport;
import earshot.pipeline.RunSettings;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run says when it has ended. */
final class RunSummary {
  private static final int IDS_SHOWN = 5;

  private RunSummary() {}

  static void print(RunReport report, RunSettings settings, boolean transcripts, PrintStream out) {
    String what = transcripts ? "transcripts" : "recordings";
    out.printf(
        Locale.ROOT,
        "%d %s found: %d done now, %d done before or the same, %d quarantined.%n",
        report.discovered(),
        what,
        report.ok(),
        report.skipped(),
        report.quarantined());
    double audio = report.timings().getOrDefault("audio_seconds", 0.0);
    double wall = report.timings().getOrDefault("wall_seconds", 0.0);
    if (report.ok() == 0) {
      out.println("Nothing new was " + (transcripts ? "scored." : "decoded."));
    } else if (!transcripts) {
      out.printf(
          Locale.ROOT,
          "%.1f minutes of audio in %s, %.1f times real time.%n",
          audio / 60,
          ProgressPrinter.duration(wall),
          wall > 0 ? audio / wall : 0);
    }
    if (report.quarantined() > 0) {
      out.println(
          "Quarantined: "
              + report.quarantineReasons().entrySet().stream()
                  .map(e -> e.getValue() + " " + e.getKey())
                  .collect(Collectors.joining(", "))
              + " (see "
              + settings.data()
              + "/quarantine; once mended: --retry)");
    }
    if (report.missingRecordings() > 0) {
      out.println(
          report.missingRecordings()
              + " calls of the call list have no recording: "
              + report.missingRecordingIds().stream()
                  .limit(IDS_SHOWN)
                  .collect(Collectors.joining(", "))
              + (report.missingRecordings() > IDS_SHOWN ? ", ..." : ""));
    }
    out.println("Data folder: " + settings.data() + "  (run " + report.runId() + ")");
  }
}
