package earshot.command;

import earshot.benchmark.Benchmark;
import earshot.benchmark.RescoreBenchmark;
import earshot.benchmark.TablesBenchmark;
import earshot.data.DataFolder;
import earshot.data.Folders;
import earshot.index.IndexBenchmark;
import earshot.model.ModelStore;
import earshot.model.RecognitionModel;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earshot benchmark}. */
@Command(
    name = "benchmark",
    description = "Measures speed, accuracy and memory on this machine and prints tables.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  earshot benchmark --part speed --part word-times",
      "  earshot benchmark --calls labelled/ --rounds 5"
    })
public final class BenchmarkCommand implements Callable<Integer> {
  /** What can be measured; names as on the command line. */
  enum Part {
    speed(Benchmark.Part.SPEED),
    word_errors(Benchmark.Part.WORD_ERRORS),
    word_times(Benchmark.Part.WORD_TIMES),
    memory(Benchmark.Part.MEMORY),
    second_run(Benchmark.Part.SECOND_RUN),
    index(null),
    rescore(null),
    tables(null),
    pages(null);

    private final Benchmark.@Nullable Part recognition;

    Part(Benchmark.@Nullable Part recognition) {
      this.recognition = recognition;
    }

    @Override
    public String toString() {
      return name().replace('_', '-');
    }
  }

  private static final Set<Part> COPIES = EnumSet.of(Part.rescore, Part.tables, Part.pages);

  @Option(
      names = "--part",
      paramLabel = "PART",
      description = "What to measure, may be repeated: ${COMPLETION-CANDIDATES} (default: all).")
  private Set<Part> parts = EnumSet.allOf(Part.class);

  @Option(
      names = "--calls",
      paramLabel = "DIR",
      description = "Labelled calls to measure on (default: the samples that ship).")
  private @Nullable Path calls;

  @Option(names = "--model", paramLabel = "NAME|DIR", description = "Recognition model.")
  private @Nullable String model;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      paramLabel = "N",
      description = "Rounds of the speed table, whose median is printed (default: 3).")
  private int rounds = 3;

  @Option(
      names = "--index-calls",
      defaultValue = "25000",
      paramLabel = "N",
      description =
          "Generated calls of the index benchmark (default: 25000, about a million turns).")
  private int indexCalls = 25000;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Data folder whose calls the parts rescore, tables and pages copy; it is only read (default: the"
              + " samples that ship, scored from their transcripts).")
  private @Nullable Path data;

  @Option(
      names = "--rescore-calls",
      defaultValue = "10000",
      paramLabel = "N",
      description = "Calls of the rescore benchmark (default: 10000).")
  private int rescoreCalls = 10_000;

  @Option(
      names = "--table-calls",
      defaultValue = "100000",
      paramLabel = "N",
      description =
          "Calls of the tables benchmark (default: 100000, which takes about 3 GB of disk meanwhile).")
  private int tableCalls = 100_000;

  @Option(
      names = "--page-calls",
      defaultValue = "100000",
      paramLabel = "N",
      description =
          "Calls of the pages benchmark (default: 100000, which takes about 3 GB of disk meanwhile).")
  private int pageCalls = 100_000;

  private final Pages pages;

  /** Measures the pages of the workbench, which this module cannot know. */
  @FunctionalInterface
  public interface Pages {
    /**
     * @param from data folder whose calls are copied; only read
     * @param calls how many copies
     */
    void measure(DataFolder from, int calls, PrintStream out) throws Exception;
  }

  public BenchmarkCommand(Pages pages) {
    this.pages = pages;
  }

  @Override
  public Integer call() throws Exception {
    Set<Benchmark.Part> recognition = EnumSet.noneOf(Benchmark.Part.class);
    for (Part part : parts) {
      if (part.recognition != null) {
        recognition.add(part.recognition);
      }
    }
    if (!recognition.isEmpty()) {
      new Benchmark(folder(), recogniser()).run(System.out, recognition, rounds);
    }
    if (parts.contains(Part.index)) {
      IndexBenchmark.run(indexCalls, System.out);
    }
    if (parts.stream().anyMatch(COPIES::contains)) {
      copied();
    }
    return 0;
  }

  /** The parts that need many calls, made out of those of a data folder. */
  private void copied() throws Exception {
    Path given = data;
    Path made = given == null ? Files.createTempDirectory("earshot-benchmark-") : given;
    try {
      if (given == null) {
        scoreSamples(made);
      }
      if (parts.contains(Part.rescore)) {
        RescoreBenchmark.run(new DataFolder(made), rescoreCalls, System.out);
      }
      if (parts.contains(Part.tables)) {
        TablesBenchmark.run(new DataFolder(made), tableCalls, System.out);
      }
      if (parts.contains(Part.pages)) {
        pages.measure(new DataFolder(made), pageCalls, System.out);
      }
    } finally {
      if (given == null) {
        Folders.delete(made);
      }
    }
  }

  private void scoreSamples(Path into) throws IOException {
    int exit =
        new CommandLine(new ScoreCommand())
            .setOut(new PrintWriter(Writer.nullWriter()))
            .execute(
                "--transcripts",
                folder().resolve("truth").toString(),
                "--metadata",
                folder().toString(),
                "--data",
                into.toString());
    if (exit != 0) {
      throw new IOException("the sample calls in " + folder() + " could not be scored");
    }
  }

  private Path folder() {
    Path given = calls;
    return given != null
        ? given
        : Path.of(System.getProperty("earshot.home", ".")).resolve("samples");
  }

  private RecognitionModel recogniser() throws IOException {
    ModelStore store = ModelStore.ofThisMachine();
    String named = model;
    if (named != null) {
      return store.resolve(named);
    }
    return store
        .find("en")
        .orElseThrow(() -> new IOException("there is no English model; see: earshot models list"));
  }
}
