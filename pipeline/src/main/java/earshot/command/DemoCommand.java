package earshot.command;

import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.Leftovers;
import earshot.data.RunReport;
import earshot.data.WriterLock;
import earshot.pipeline.EarshotPipeline;
import earshot.pipeline.RunSettings;
import earshot.report.Highlights;
import earshot.report.HighlightsText;
import earshot.score.CallScorer;
import earshot.score.Checklists;
import earshot.stats.Minimums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code earshot demo}. */
@Command(
    name = "demo",
    description = "Processes the sample calls that ship with Earshot and shows what came out.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  earshot demo", "  earshot demo --serve"})
public final class DemoCommand implements Callable<Integer> {
  private final Workbench workbench;

  /** Opens the workbench on a data folder and returns when it was closed. */
  @FunctionalInterface
  public interface Workbench {
    void serve(DataFolder folder) throws IOException, InterruptedException;
  }

  @Option(names = "--serve", description = "Then opens the workbench on them, at port 8080.")
  private boolean serve;

  @Option(
      names = "--data",
      defaultValue = "demo-data",
      paramLabel = "DIR",
      description = "Where the results go (default: ./${DEFAULT-VALUE}).")
  private Path data = Path.of("demo-data");

  /**
   * @param workbench opened by {@code --serve}
   */
  public DemoCommand(Workbench workbench) {
    this.workbench = workbench;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path samples = Path.of(System.getProperty("earshot.home", ".")).resolve("samples");
    if (!Files.isDirectory(samples)) {
      throw new IOException(samples + " is missing: start Earshot by its launcher");
    }
    DataFolder folder = new DataFolder(data);
    RunReport report = process(samples, folder);
    List<CallRecord> calls = new ArrayList<>();
    CallStore store = new CallStore(folder);
    for (Path file : store.files()) {
      calls.add(store.read(file));
    }
    show(report, calls);
    if (serve) {
      System.out.println();
      workbench.serve(folder);
    }
    return 0;
  }

  private RunReport process(Path samples, DataFolder folder)
      throws IOException, InterruptedException {
    System.err.println("Listening to the sample calls; this takes a minute or two.");
    ProgressPrinter progress = ProgressPrinter.standard();
    Instant now = Instant.now();
    RunSettings settings =
        new RunSettings(
            "demo",
            RunReport.newId(now),
            now.toString(),
            data.toAbsolutePath().normalize().toString(),
            List.of(samples.toString()),
            List.of(),
            "en",
            null,
            Runtime.getRuntime().availableProcessors(),
            true,
            null);
    EarshotPipeline.check(settings);
    try (WriterLock lock = WriterLock.acquire(folder, "demo");
        InterruptionNotice notice = InterruptionNotice.on(System.err)) {
      Leftovers.clear(lock);
      return EarshotPipeline.recordings(settings, progress);
    } finally {
      progress.finish();
    }
  }

  private void show(RunReport report, List<CallRecord> calls) throws IOException {
    System.out.printf("%d calls, %d of them decoded now.%n", calls.size(), report.ok());
    CallScorer scorer = Checklists.of(new DataFolder(data)).scorer();
    Highlights highlights = Highlights.of(calls, Minimums.shipped(), scorer::critical);
    HighlightsText.lines(highlights).forEach(System.out::println);
    System.out.println();
    System.out.println("Data folder: " + data.toAbsolutePath().normalize());
    System.out.println("Search it:   earshot search --data " + data + " 'agent: sorry'");
    System.out.println(
        "             earshot search --data " + data + " 'customer: (paid OR charged)'");
    System.out.println(
        "             earshot search --data " + data + " 'hold>5s AND answer.hold-thanks:NO'");
    System.out.println("Report:      earshot report --data " + data + " --by question");
    if (!serve) {
      System.out.println("Workbench:   earshot serve --data " + data);
    }
  }
}
