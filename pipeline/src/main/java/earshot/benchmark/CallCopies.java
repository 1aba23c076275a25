package earshot.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Many calls out of a few: the same records again under other ids and, where wanted, days. */
public final class CallCopies {
  private final List<CallRecord> records;
  private final int agents;

  private CallCopies(List<CallRecord> records, int agents) {
    this.records = records;
    this.agents = agents;
  }

  /**
   * Copies of the calls of a data folder.
   *
   * @param from only read
   */
  public static CallCopies of(DataFolder from) throws IOException {
    CallStore store = new CallStore(from);
    List<CallRecord> records = new ArrayList<>();
    for (Path file : store.files()) {
      records.add(store.read(file));
    }
    if (records.isEmpty()) {
      throw new IOException(from.root() + " holds no calls to copy");
    }
    return new CallCopies(records, 1);
  }

  /** The same without their answers. */
  CallCopies unscored() {
    return new CallCopies(
        records.stream().map(c -> c.withScores(c.facts(), List.of(), List.of())).toList(), agents);
  }

  /** The same, with so many agents in the place of each: their copies take turns. */
  public CallCopies byMoreAgents(int inPlaceOfEach) {
    return new CallCopies(records, inPlaceOfEach);
  }

  List<CallRecord> records() {
    return records;
  }

  /** Writes so many calls, each on the day of the call it copies. */
  void write(DataFolder into, int calls) throws IOException {
    for (int i = 0; i < calls; i++) {
      CallRecord call = records.get(i % records.size());
      write(into, call, call.callId() + "-" + i, call.metadata().startedAt(), agent(i));
    }
  }

  /**
   * Writes so many calls on one day, each at the time of day of the call it copies.
   *
   * @return how many bytes
   */
  public long write(DataFolder into, int calls, LocalDate day) throws IOException {
    long bytes = 0;
    for (int i = 0; i < calls; i++) {
      CallRecord call = records.get(i % records.size());
      OffsetDateTime start = call.metadata().startedAt();
      String id = call.callId() + "-" + day + "-" + i;
      bytes += write(into, call, id, start.with(day), agent(i));
    }
    return bytes;
  }

  private int agent(int copy) {
    return copy / records.size() % agents;
  }

  private static long write(
      DataFolder into, CallRecord call, String id, OffsetDateTime start, int agent)
      throws IOException {
    ObjectNode root = (ObjectNode) CallJson.mapper().readTree(CallJson.write(call));
    root.put("call_id", id);
    ObjectNode metadata = root.withObject("/metadata");
    metadata.put("started_at", start.toString());
    if (agent > 0) {
      metadata.put("agent_id", call.metadata().agentId() + "-" + agent);
      metadata.put("agent_name", call.metadata().agentName() + " " + agent);
    }
    Path file = into.callFile(start.toLocalDate(), id);
    Files.createDirectories(file.resolveSibling(""));
    byte[] bytes = CallJson.mapper().writeValueAsBytes(root);
    Files.write(file, bytes);
    return bytes.length;
  }
}
