package earshot.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code earshot score}. */
@Command(
    name = "score",
    description = "The same as run, from transcripts and without audio.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "A transcript is JSON: {\"call_id\", \"language\", \"turns\": [{\"role\", \"start\", \"end\", \"text\"}]}",
      "with roles agent, customer, announcement and hold, and times in seconds.",
      "",
      "Example:",
      "  earshot score --transcripts transcripts/ --metadata cdr.csv --data quality"
    })
public final class ScoreCommand implements Callable<Integer> {
  @Option(
      names = "--transcripts",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Transcripts: files, folders (searched recursively), globs in quotes, URIs.")
  private List<String> transcripts = List.of();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--metadata",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Sidecars (JSON, or folders of them) and call lists (CSV), found by call id.")
  private List<String> metadata = List.of();

  @Mixin private ProcessingOptions processing = new ProcessingOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return processing.run(
        processing.settings("score", data.folder(), transcripts, metadata, null), true);
  }
}
