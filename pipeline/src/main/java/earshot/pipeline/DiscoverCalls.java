package earshot.pipeline;

import earshot.catalogue.AudioFiles;
import earshot.catalogue.Decision;
import earshot.catalogue.Inspection;
import earshot.catalogue.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * From inputs to recordings (or transcripts) that have to be processed. What is not processed
 * leaves as an outcome: done before, the same bytes twice, erased, quarantined.
 *
 * <p>Admission sees the descriptors of a whole run at once, because which of two equal or
 * conflicting recordings counts must not depend on who was found first.
 */
final class DiscoverCalls extends PTransform<PBegin, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  static final TupleTag<Recording> TO_PROCESS =
      new TupleTag<>() {
        private static final long serialVersionUID = 1;
      };
  static final TupleTag<Outcome> DECIDED =
      new TupleTag<>() {
        private static final long serialVersionUID = 1;
      };

  /** A key a file would cost a runner more than looking at the file. */
  private static final int BUCKETS = 16;

  private final RunSettings settings;
  private final CallMakers.Kind kind;

  DiscoverCalls(RunSettings settings, CallMakers.Kind kind) {
    this.settings = settings;
    this.kind = kind;
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollectionTuple admitted =
        begin
            .apply("Inputs", Create.of(settings.data()))
            .apply("ListFiles", ParDo.of(new ListFilesFn(settings.inputs(), kind)))
            .setCoder(JsonCoder.of(SourceFile.class))
            .apply("SpreadFiles", Reshuffle.<SourceFile>viaRandomKey().withNumBuckets(BUCKETS))
            .apply("Inspect", ParDo.of(new InspectFn(settings, kind)))
            .setCoder(JsonCoder.of(Inspection.class))
            .apply(
                "OneRun",
                WithKeys.<Integer, Inspection>of(0).withKeyType(TypeDescriptors.integers()))
            .setCoder(KvCoder.of(VarIntCoder.of(), JsonCoder.of(Inspection.class)))
            .apply("GatherRun", GroupByKey.create())
            .apply(
                "Admit",
                ParDo.of(new AdmitFn(settings))
                    .withOutputTags(TO_PROCESS, TupleTagList.of(DECIDED)));
    PCollection<Recording> spread =
        admitted
            .get(TO_PROCESS)
            .setCoder(JsonCoder.of(Recording.class))
            .apply("SpreadCalls", Reshuffle.viaRandomKey());
    return PCollectionTuple.of(TO_PROCESS, spread)
        .and(DECIDED, admitted.get(DECIDED).setCoder(JsonCoder.of(Outcome.class)));
  }

  /** Expands the inputs; each file that is a recording, or a transcript, by its name, once. */
  private static final class ListFilesFn extends DoFn<String, SourceFile> {
    private static final long serialVersionUID = 1;

    private final ArrayList<String> inputs;
    private final CallMakers.Kind kind;

    ListFilesFn(List<String> inputs, CallMakers.Kind kind) {
      this.inputs = new ArrayList<>(inputs);
      this.kind = kind;
    }

    @ProcessElement
    public void process(OutputReceiver<SourceFile> out) throws IOException {
      Set<SourceFile> files = new LinkedHashSet<>();
      for (String input : inputs) {
        files.addAll(SourceFiles.expand(input));
      }
      files.stream().filter(this::wanted).forEach(out::output);
    }

    private boolean wanted(SourceFile file) {
      return kind == CallMakers.Kind.TRANSCRIPTS
          ? AudioFiles.isTranscript(file.uri())
          : AudioFiles.isRecording(file.uri());
    }
  }

  /** What a decision means for the counts; null for what goes on to be processed. */
  static Outcome outcome(Decision decision) {
    if (decision instanceof Decision.Skip skip) {
      return Outcome.skipped(
          skip.uri(), null, skip.why().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (decision instanceof Decision.Quarantined bad) {
      return Outcome.quarantined(bad.uri(), null, bad.reason());
    }
    throw new IllegalArgumentException("no outcome yet: " + decision.uri());
  }
}
