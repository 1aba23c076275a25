package earshot.pipeline;

import earshot.catalogue.Admission;
import earshot.catalogue.Decision;
import earshot.catalogue.Inspection;
import earshot.catalogue.Recording;
import earshot.data.CallLedger;
import earshot.data.DataFolder;
import earshot.data.FileHashes;
import earshot.data.Quarantine;
import earshot.data.QuarantineEntry;
import earshot.data.Tombstones;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Decides for all files of the run; quarantines at once what needs no decoding to be known bad. */
final class AdmitFn extends DoFn<KV<Integer, Iterable<Inspection>>, Recording> {
  private static final long serialVersionUID = 1;

  private final RunSettings settings;

  AdmitFn(RunSettings settings) {
    this.settings = settings;
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<Inspection>> run, MultiOutputReceiver out)
      throws IOException {
    DataFolder folder = DataFolder.of(settings.data());
    Quarantine quarantine = new Quarantine(folder);
    List<Inspection> files = new ArrayList<>();
    run.getValue().forEach(files::add);
    forgetReplaced(quarantine, files);
    Tombstones.Erased erased = new Tombstones(folder).load();
    remember(folder, files, erased);
    Admission admission =
        new Admission(CallLedger.load(folder), erased, quarantine.all(), settings.retry());
    for (Decision decision : admission.decide(files)) {
      Counters.of(Counters.DISCOVERED).inc();
      if (decision instanceof Decision.Admit admit) {
        Counters.of(Counters.TO_PROCESS).inc();
        Counters.of(Counters.BYTES_TO_PROCESS).inc(admit.recording().bytes());
        out.get(DiscoverCalls.TO_PROCESS).output(admit.recording());
        continue;
      }
      if (decision instanceof Decision.Quarantined bad && !bad.again()) {
        quarantine.put(bad.uri(), bad.sha256(), bad.stage(), bad.reason(), bad.message());
      }
      Outcome outcome = DiscoverCalls.outcome(decision);
      Counters.count(outcome);
      out.get(DiscoverCalls.DECIDED).output(outcome);
    }
  }

  /**
   * So that the next run need not read the bytes of recordings that have not changed. Nothing is
   * kept of what was erased.
   */
  private static void remember(DataFolder folder, List<Inspection> files, Tombstones.Erased erased)
      throws IOException {
    List<FileHashes.Entry> hashed = new ArrayList<>();
    for (Inspection file : files) {
      if (file instanceof Inspection.Ready ready
          && !erased.contains(ready.recording().callId(), ready.sha256())) {
        hashed.add(
            new FileHashes.Entry(
                ready.uri(), ready.recording().bytes(), ready.modifiedMs(), ready.sha256()));
      }
    }
    FileHashes.load(folder).with(hashed, Instant.now()).save(folder);
  }

  /**
   * Takes out what was quarantined under bytes that are no longer there, because the file holds
   * others now: it was mended or copied anew, and the new bytes speak for themselves.
   */
  private static void forgetReplaced(Quarantine quarantine, List<Inspection> files)
      throws IOException {
    Map<String, String> bytesNow = new HashMap<>();
    for (Inspection file : files) {
      String sha256 = file.sha256();
      if (sha256 != null) {
        bytesNow.put(file.uri(), sha256);
      }
    }
    Set<String> allBytes = new HashSet<>(bytesNow.values());
    for (Map.Entry<String, QuarantineEntry> entry : quarantine.all().entrySet()) {
      String key = entry.getKey();
      String uri = entry.getValue().recording();
      boolean byBytes = !key.equals(Quarantine.key(uri, null));
      if (byBytes && bytesNow.containsKey(uri) && !allBytes.contains(key)) {
        quarantine.remove(uri, key);
      }
    }
  }
}
