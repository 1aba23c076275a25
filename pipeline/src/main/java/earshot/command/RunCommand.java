package earshot.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code earshot run}. */
@Command(
    name = "run",
    description = "Recordings in; call records, search index and tables out.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "What is done is not done again: run it as often as recordings arrive.",
      "",
      "Examples:",
      "  earshot run --input recordings/ --data quality",
      "  earshot run --input recordings/ --metadata cdr.csv --zone Europe/London --data quality"
    })
public final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Recordings: files, folders (searched recursively), globs in quotes, URIs.")
  private List<String> inputs = List.of();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--metadata",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Call lists of the switch (CSV); JSON beside a recording is found by itself.")
  private List<String> metadata = List.of();

  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      description = "Recognition model for --language; see earshot models list.")
  private @Nullable String model;

  @Mixin private ProcessingOptions processing = new ProcessingOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return processing.run(
        processing.settings("run", data.folder(), inputs, metadata, model), false);
  }
}
