package earshot.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.Digests;
import earshot.data.Folders;
import earshot.data.PersonAnswers;
import earshot.pipeline.Rescore;
import earshot.score.CallScorer;
import earshot.score.Checklists;
import earshot.score.Scored;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What scoring costs: a call, and all calls of a folder again, by their number and by workers. */
public final class RescoreBenchmark {
  private static final int ROUNDS = 5;

  private RescoreBenchmark() {}

  /**
   * Copies the calls of a folder until there are so many, without their answers, and scores them.
   *
   * @param from a data folder with calls; only read
   * @param calls of the largest folder
   */
  public static void run(DataFolder from, int calls, PrintStream out) throws Exception {
    List<CallRecord> records = records(from);
    if (records.isEmpty()) {
      throw new IOException(from.root() + " holds no calls to score");
    }
    one(records, out);
    out.printf(
        "Rescoring records without answers, reading and writing included:%n%10s %8s %10s %10s  %s%n",
        "calls", "workers", "seconds", "ms a call", "SHA-256 of all records");
    folder(records, calls / 4, 2, out);
    folder(records, calls / 2, 2, out);
    for (int workers : new int[] {1, 2, 4}) {
      folder(records, calls, workers, out);
    }
  }

  private static List<CallRecord> records(DataFolder from) throws IOException {
    CallStore store = new CallStore(from);
    List<CallRecord> records = new ArrayList<>();
    for (Path file : store.files()) {
      CallRecord call = store.read(file);
      records.add(call.withScores(call.facts(), List.of(), List.of()));
    }
    return records;
  }

  private static void one(List<CallRecord> records, PrintStream out) {
    CallScorer scorer = CallScorer.standard();
    List<Double> ms = new ArrayList<>();
    int answers = 0;
    for (int round = 0; round <= ROUNDS; round++) {
      for (CallRecord call : records) {
        long start = System.nanoTime();
        Scored scored = scorer.score(call);
        double took = (System.nanoTime() - start) / 1e6;
        answers += scored.scorecards().size();
        if (round > 0) {
          ms.add(took);
        }
      }
    }
    double[] sorted = ms.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "Scoring a call on one core: %.2f ms (median), %.2f ms (95 %%); %d calls, %d scorecards%n",
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)],
        records.size(),
        answers);
  }

  private static void folder(List<CallRecord> records, int calls, int workers, PrintStream out)
      throws Exception {
    Path folder = Files.createTempDirectory("earshot-rescore");
    try {
      DataFolder data = new DataFolder(folder);
      for (int i = 0; i < calls; i++) {
        CallRecord call = records.get(i % records.size());
        String id = call.callId() + "-" + i;
        Path file = data.callFile(call.localDate(), id);
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, renamed(call, id));
      }
      Rescore rescore = new Rescore(data, Checklists.of(data), PersonAnswers.none(), null);
      long start = System.nanoTime();
      rescore.apply(workers);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          Locale.ROOT,
          "%10d %8d %10.1f %10.2f  %s%n",
          calls,
          workers,
          seconds,
          1000 * seconds / calls,
          digest(data));
    } finally {
      Folders.delete(folder);
    }
  }

  private static byte[] renamed(CallRecord call, String id) throws IOException {
    ObjectNode root = (ObjectNode) CallJson.mapper().readTree(CallJson.write(call));
    return CallJson.mapper().writeValueAsBytes(root.put("call_id", id));
  }

  private static String digest(DataFolder data) throws IOException {
    MessageDigest digest = Digests.sha256();
    for (Path file : new CallStore(data).files()) {
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }
}
