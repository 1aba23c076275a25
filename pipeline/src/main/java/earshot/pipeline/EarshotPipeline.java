package earshot.pipeline;

import earshot.data.DataFolder;
import earshot.data.RunReport;
import earshot.data.RunReports;
import earshot.metadata.MetadataReader;
import earshot.metadata.Pseudonym;
import earshot.model.ModelStore;
import earshot.score.Checklists;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.joda.time.Duration;

/**
 * The whole way of a run: discover, process and commit each call, then index, tables and report.
 * Runs on Beam's direct runner; the transforms use nothing that only that one has.
 */
public final class EarshotPipeline {
  private static final long POLL_MS = 500;

  private EarshotPipeline() {}

  /**
   * Looks, before any work and without writing anything, for what would fail a run as a whole.
   *
   * @throws IOException an input that is not there, a call list or a checklist that is none, a
   *     model that nobody knows
   */
  public static void check(RunSettings settings) throws IOException {
    for (String input : settings.inputs()) {
      SourceFiles.expand(input);
    }
    if (settings.model() != null) {
      ModelStore.ofThisMachine().resolve(settings.model());
    }
    DataFolder folder = DataFolder.of(settings.data());
    Checklists.check(folder);
    CallLists.read(settings.metadata(), new MetadataReader(Pseudonym.trial(folder)));
  }

  /**
   * Recordings to calls. Whoever calls this is the data folder's only writer.
   *
   * @param progress told about twice a second, from this thread
   * @throws IOException when the run as a whole cannot be done: what {@link #check} finds, a model
   *     that does not load, a full disk
   */
  public static RunReport recordings(RunSettings settings, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    return run(settings, CallMakers.Kind.RECORDINGS, progress);
  }

  /** Transcripts to calls; else as {@link #recordings}. */
  public static RunReport transcripts(RunSettings settings, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    return run(settings, CallMakers.Kind.TRANSCRIPTS, progress);
  }

  private static RunReport run(
      RunSettings settings, CallMakers.Kind kind, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    PipelineOptions options = options(settings.workers());
    FileSystems.setDefaultPipelineOptions(options);
    DataFolder folder = DataFolder.of(settings.data());
    IndexCatchUp index = IndexCatchUp.start(folder);
    Pipeline pipeline = Pipeline.create(options);
    build(pipeline, settings, kind);
    execute(pipeline, progress, index);
    RunReports reports = new RunReports(folder);
    return reports.read(folder.runs().resolve(settings.runId() + ".json"));
  }

  static void build(Pipeline pipeline, RunSettings settings, CallMakers.Kind kind) {
    PCollectionTuple discovered = pipeline.apply("Discover", new DiscoverCalls(settings, kind));
    PCollection<Outcome> processed =
        discovered
            .get(DiscoverCalls.TO_PROCESS)
            .apply(
                kind == CallMakers.Kind.RECORDINGS ? "Transcribe" : "Score",
                new ProcessCalls(settings, kind));
    PCollection<Outcome> outcomes =
        PCollectionList.of(discovered.get(DiscoverCalls.DECIDED))
            .and(processed)
            .apply("Outcomes", Flatten.pCollections());
    PCollection<Integer> indexed = outcomes.apply("Index", new UpdateIndex(settings.data()));
    PCollection<String> tables = outcomes.apply("Tables", new UpdateTables(settings.data()));
    outcomes.apply("Report", new WriteRunReport(settings, List.of(indexed, tables)));
  }

  private static PipelineOptions options(int workers) {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(workers);
    options.setBlockOnRun(false);
    options.setEnforceEncodability(false);
    options.setEnforceImmutability(false);
    return options;
  }

  private static void execute(Pipeline pipeline, Consumer<Progress> progress, IndexCatchUp index)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      PipelineResult result = pipeline.run();
      PipelineResult.State state = null;
      while (state == null || !state.isTerminal()) {
        state = result.waitUntilFinish(Duration.millis(POLL_MS));
        Map<String, Long> counted = Counters.read(result);
        Progress now = Counters.progress(counted, (System.nanoTime() - start) / 1e9);
        progress.accept(now);
        if (state == null) {
          index.consider(now);
        }
      }
    } catch (Pipeline.PipelineExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
