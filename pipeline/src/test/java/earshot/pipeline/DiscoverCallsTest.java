package earshot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.catalogue.Recording;
import earshot.data.DataFolder;
import earshot.data.Quarantine;
import earshot.data.RunReports;
import earshot.verify.DataFolderCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transforms on a runner that checks coders, and that no element is changed after output. */
class DiscoverCallsTest {
  private static final Path SAMPLES = Path.of(System.getProperty("earshot.home"), "samples");

  @TempDir Path temporary;
  private Path inputs;
  private Path data;

  @BeforeEach
  void folders() throws IOException {
    inputs = Files.createDirectories(temporary.resolve("in put"));
    data = temporary.resolve("data");
  }

  private static TestPipeline strictPipeline() {
    DirectOptions options = PipelineOptionsFactory.create().as(DirectOptions.class);
    options.setRunner(DirectRunner.class);
    options.setTargetParallelism(2);
    options.setEnforceEncodability(true);
    options.setEnforceImmutability(true);
    return TestPipeline.fromOptions(options).enableAbandonedNodeEnforcement(false);
  }

  private void sample(String name, String as) throws IOException {
    Files.copy(SAMPLES.resolve(name), inputs.resolve(as));
  }

  @Test
  void recordingsAreFoundJoinedAndEachDecidedOnce() throws Exception {
    sample("c1021.wav", "c1021.wav");
    sample("c1021.json", "c1021.json");
    sample("c1020.wav", "call 1020.wav");
    sample("c1021.wav", "copy of c1021.wav");
    sample("c1003.wav", "other.wav");
    Files.writeString(inputs.resolve("other.json"), "{\"call_id\": ");
    Files.writeString(inputs.resolve("notes.txt"), "no recording");
    TestPipeline pipeline = strictPipeline();

    PCollectionTuple discovered =
        pipeline.apply(
            new DiscoverCalls(
                Transcripts.settings("run", data, false, List.of(), inputs),
                CallMakers.Kind.RECORDINGS));
    PAssert.that(discovered.get(DiscoverCalls.TO_PROCESS))
        .satisfies(
            recordings -> {
              Set<String> ids = new TreeSet<>();
              for (Recording recording : recordings) {
                ids.add(recording.callId().length() > 10 ? "by sha256" : recording.callId());
                assertThat(recording.sha256()).hasSize(64);
                assertThat(recording.bytes()).isPositive();
              }
              assertThat(ids).containsExactly("by sha256", "c1021");
              return null;
            });
    PAssert.that(discovered.get(DiscoverCalls.DECIDED))
        .satisfies(
            outcomes -> {
              List<String> decided = new ArrayList<>();
              outcomes.forEach(o -> decided.add(o.kind() + " " + o.reason()));
              assertThat(decided)
                  .containsExactlyInAnyOrder("SKIPPED same_audio", "QUARANTINED bad_json");
              return null;
            });
    pipeline.run().waitUntilFinish();

    assertThat(new Quarantine(new DataFolder(data)).all().values())
        .singleElement()
        .satisfies(entry -> assertThat(entry.recording()).endsWith("other.wav"));
  }

  @Test
  void theWholePipelineKeepsTheRulesOfTheRunner() throws Exception {
    Transcripts.write(inputs, "w1", "My tap drips since Monday.");
    Transcripts.write(inputs, "w2", "I want a refund, this is a scandal.");
    Files.writeString(inputs.resolve("broken.json"), "{");
    TestPipeline pipeline = strictPipeline();
    RunSettings settings = Transcripts.settings(data, false, inputs);

    EarshotPipeline.build(pipeline, settings, CallMakers.Kind.TRANSCRIPTS);
    pipeline.run().waitUntilFinish();

    DataFolder folder = new DataFolder(data);
    assertThat(new RunReports(folder).latest())
        .get()
        .satisfies(
            report -> {
              assertThat(report.runId()).isEqualTo(settings.runId());
              assertThat(report.ok()).isEqualTo(2);
              assertThat(report.quarantined()).isEqualTo(1);
            });
    assertThat(DataFolderCheck.check(folder).problems()).isEmpty();
  }
}
