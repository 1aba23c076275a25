package earshot.pipeline;

import earshot.call.CallRecord;
import earshot.catalogue.Recording;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.Quarantine;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From descriptors to committed call records. Each call is committed by itself: a killed run loses
 * what it had in hand and nothing else. What cannot become a call goes to the quarantine.
 */
final class ProcessCalls extends PTransform<PCollection<Recording>, PCollection<Outcome>> {
  private static final long serialVersionUID = 1;

  private final RunSettings settings;
  private final CallMakers.Kind kind;

  ProcessCalls(RunSettings settings, CallMakers.Kind kind) {
    this.settings = settings;
    this.kind = kind;
  }

  @Override
  public PCollection<Outcome> expand(PCollection<Recording> recordings) {
    return recordings
        .apply("MakeAndCommit", ParDo.of(new MakeAndCommitFn(settings, kind)))
        .setCoder(JsonCoder.of(Outcome.class));
  }

  /** Adapter between Beam and {@link CallMaker}. */
  private static final class MakeAndCommitFn extends DoFn<Recording, Outcome> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(ProcessCalls.class);

    private final RunSettings settings;
    private final CallMakers.Kind kind;
    private transient @Nullable CallMaker maker;

    MakeAndCommitFn(RunSettings settings, CallMakers.Kind kind) {
      this.settings = settings;
      this.kind = kind;
    }

    @ProcessElement
    public void process(@Element Recording recording, OutputReceiver<Outcome> out)
        throws IOException, InterruptedException {
      Outcome outcome = commit(recording);
      Counters.count(outcome);
      Counters.of(Counters.PROCESSED).inc();
      Counters.of(Counters.BYTES_DONE).inc(recording.bytes());
      Counters.of(Counters.AUDIO_MS_DONE).inc(Math.round(outcome.audioSeconds() * 1000));
      out.output(outcome);
    }

    private Outcome commit(Recording recording) throws IOException, InterruptedException {
      DataFolder folder = DataFolder.of(settings.data());
      Quarantine quarantine = new Quarantine(folder);
      try {
        CallRecord record = maker().make(recording);
        new CallStore(folder).write(record);
        quarantine.remove(recording.uri(), recording.sha256());
        LOG.info("call {} committed", record.callId());
        return Outcome.ok(recording.uri(), record.callId(), record.audio().seconds());
      } catch (CallException e) {
        quarantine.put(recording.uri(), recording.sha256(), e.stage(), e.reason(), e.getMessage());
        LOG.warn("call {} quarantined: {}", recording.callId(), e.reason());
        return Outcome.quarantined(recording.uri(), recording.callId(), e.reason());
      }
    }

    /** Opened at the first call, so that a run with nothing to do starts no recognizer. */
    private CallMaker maker() throws IOException {
      if (maker == null) {
        maker = CallMakers.open(kind, settings);
      }
      return maker;
    }

    @Teardown
    public void teardown() {
      if (maker != null) {
        maker.close();
        maker = null;
      }
    }
  }
}
