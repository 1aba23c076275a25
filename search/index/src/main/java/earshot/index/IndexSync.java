package earshot.index;

import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the index of a data folder up to its call records. */
public final class IndexSync {
  private static final Logger LOG = LoggerFactory.getLogger(IndexSync.class);

  private final DataFolder folder;

  public IndexSync(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * What a sync did.
   *
   * @param written calls that were new or had changed
   * @param removed calls whose record is gone
   * @param unchanged calls left as they were; written + unchanged = calls in the index
   */
  public record Outcome(int written, int removed, int unchanged) {}

  /**
   * Writes calls whose record file or people's answers are others than when they were last indexed.
   */
  public Outcome sync(CallIndexWriter writer) throws IOException {
    return sync(writer, CallLedger.load(folder));
  }

  /** The same over a ledger that has been read already. */
  public Outcome sync(CallIndexWriter writer, CallLedger ledger) throws IOException {
    Map<String, String> stamps = writer.stamps();
    Set<String> gone = new HashSet<>(stamps.keySet());
    CallStore store = new CallStore(folder);
    PersonAnswers people = PersonAnswers.load(folder);
    int written = 0;
    int unchanged = 0;
    for (CallLedger.Entry entry : ledger.entries()) {
      gone.remove(entry.callId());
      String stamp = stamp(entry, people);
      if (stamp.equals(stamps.get(entry.callId()))) {
        unchanged++;
      } else {
        writer.put(people.effective(store.read(entry.file())), stamp);
        written++;
      }
    }
    for (String callId : gone) {
      writer.remove(callId);
    }
    writer.commit();
    LOG.info("index: {} written, {} removed, {} unchanged", written, gone.size(), unchanged);
    return new Outcome(written, gone.size(), unchanged);
  }

  /** Changes whenever the record file is written or people answer otherwise. */
  public static String stamp(CallLedger.Entry entry, PersonAnswers people) {
    String version = people.stamp(entry.callId());
    return entry.bytes() + "@" + entry.modified() + (version.isEmpty() ? "" : "#" + version);
  }
}
