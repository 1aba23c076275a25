package earshot.pipeline;

import earshot.catalogue.AudioFiles;
import earshot.data.CallLedger;
import earshot.data.DataFolder;
import earshot.data.Tombstones;
import earshot.metadata.CallList;
import earshot.metadata.MetadataReader;
import earshot.metadata.Pseudonym;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.Wait;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Writes what the run did once everything else is done, and be it nothing. Counted from the
 * outcomes themselves, so a retried bundle counts once. Gives the path of the report.
 */
final class WriteRunReport extends PTransform<PCollection<Outcome>, PCollection<String>> {
  private static final long serialVersionUID = 1;

  private final RunSettings settings;
  private final transient List<PCollection<?>> before;

  /**
   * @param before what must be done first
   */
  WriteRunReport(RunSettings settings, List<PCollection<?>> before) {
    this.settings = settings;
    this.before = before;
  }

  @Override
  public PCollection<String> expand(PCollection<Outcome> outcomes) {
    PCollectionView<Iterable<Outcome>> all = outcomes.apply("AllOutcomes", View.asIterable());
    return outcomes
        .getPipeline()
        .apply("Run", Create.of(settings.runId()))
        .apply("WhenAllIsDone", Wait.on(before))
        .setCoder(StringUtf8Coder.of())
        .apply("WriteReport", ParDo.of(new WriteFn(settings, all)).withSideInputs(all))
        .setCoder(StringUtf8Coder.of());
  }

  private static final class WriteFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1;

    private final RunSettings settings;
    private final PCollectionView<Iterable<Outcome>> outcomes;

    WriteFn(RunSettings settings, PCollectionView<Iterable<Outcome>> outcomes) {
      this.settings = settings;
      this.outcomes = outcomes;
    }

    @ProcessElement
    public void process(ProcessContext run) throws IOException {
      RunCounts counts = RunCounts.NONE;
      Set<String> fileNames = new HashSet<>();
      for (Outcome outcome : run.sideInput(outcomes)) {
        counts = counts.plus(RunCounts.of(outcome));
        fileNames.add(AudioFiles.fileName(outcome.uri()));
      }
      run.output(RunReportFile.write(settings, counts, missing(fileNames)));
    }

    private List<String> missing(Set<String> fileNames) throws IOException {
      DataFolder folder = DataFolder.of(settings.data());
      CallList calls =
          CallLists.read(settings.metadata(), new MetadataReader(Pseudonym.open(folder)));
      Tombstones.Erased erased = new Tombstones(folder).load();
      CallLedger done = CallLedger.load(folder);
      return calls.missing(
          id -> done.byCallId(id).isPresent() || erased.containsCall(id), fileNames);
    }
  }
}
