package earshot.pipeline;

import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.index.CallIndexWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Makes the index equal to the call records: adds what is new or changed, removes what is gone. */
final class IndexUpdate {
  private IndexUpdate() {}

  /** What was done; calls that were in the index as they are do not count. */
  record Result(int written, int removed) {}

  static Result bringUpToDate(DataFolder folder) throws IOException {
    CallStore store = new CallStore(folder);
    int written = 0;
    int removed = 0;
    try (CallIndexWriter index = CallIndexWriter.open(folder)) {
      Map<String, String> gone = new HashMap<>(index.stamps());
      for (CallLedger.Entry call : CallLedger.load(folder).entries()) {
        String stamp = stamp(call);
        if (!stamp.equals(gone.remove(call.callId()))) {
          index.put(store.read(call.file()), stamp);
          written++;
        }
      }
      for (String callId : gone.keySet()) {
        index.remove(callId);
        removed++;
      }
      if (written + removed > 0) {
        index.commit();
      }
    }
    return new Result(written, removed);
  }

  /** Changes whenever the record file is replaced. */
  static String stamp(CallLedger.Entry call) {
    return call.bytes() + "-" + call.modified();
  }
}
