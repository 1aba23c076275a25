package earshot.command;

import earshot.data.DataFolder;
import earshot.data.Leftovers;
import earshot.data.RunReport;
import earshot.data.WriterLock;
import earshot.metadata.Languages;
import earshot.pipeline.EarshotPipeline;
import earshot.pipeline.RunSettings;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code run} and {@code score} have in common. */
final class ProcessingOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--language",
      defaultValue = "en",
      paramLabel = "CODE",
      description = "Language of calls whose metadata names none (default: ${DEFAULT-VALUE}).")
  private String language = "en";

  @Option(
      names = "--zone",
      paramLabel = "ID",
      description =
          "Zone of times without one, such as Europe/London (default: this machine's zone).")
  private @Nullable String zone;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Calls worked on at a time (default: the number of processors).")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(names = "--retry", description = "Try the quarantined again.")
  private boolean retry;

  @Option(names = "--strict", description = "Exit with 3 when something was quarantined.")
  private boolean strict;

  RunSettings settings(
      String command,
      DataFolder data,
      List<String> inputs,
      List<String> metadata,
      @Nullable String model) {
    Instant now = Instant.now();
    return new RunSettings(
        command,
        RunReport.newId(now),
        now.toString(),
        data.root().toAbsolutePath().normalize().toString(),
        inputs,
        metadata,
        checkedLanguage(),
        model,
        checkedWorkers(),
        retry,
        checkedZone());
  }

  private String checkedLanguage() {
    try {
      return Languages.normalise(language)
          .orElseThrow(() -> wrong("--language must be a code such as en, is '" + language + "'"));
    } catch (IllegalArgumentException e) {
      throw wrong("--language '" + language + "': " + e.getMessage());
    }
  }

  private int checkedWorkers() {
    if (workers < 1) {
      throw wrong("--workers must be 1 or more, is " + workers);
    }
    return workers;
  }

  private @Nullable String checkedZone() {
    try {
      return zone == null ? null : ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw wrong("--zone must be an id such as Europe/London or +02:00, is '" + zone + "'");
    }
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException("options are used without a command");
    }
    return new ParameterException(spec.commandLine(), message);
  }

  /** Runs under the writer's lock, prints the summary, gives the exit code. */
  int run(RunSettings settings, boolean transcripts) throws IOException, InterruptedException {
    EarshotPipeline.check(settings);
    ProgressPrinter progress = ProgressPrinter.standard();
    RunReport report;
    try (WriterLock lock = WriterLock.acquire(DataFolder.of(settings.data()), settings.command());
        InterruptionNotice notice = InterruptionNotice.on(System.err)) {
      Leftovers.clear(lock);
      report =
          transcripts
              ? EarshotPipeline.transcripts(settings, progress)
              : EarshotPipeline.recordings(settings, progress);
    } finally {
      progress.finish();
    }
    RunSummary.print(report, settings, transcripts, System.out);
    return strict && report.quarantined() > 0 ? 3 : 0;
  }
}
