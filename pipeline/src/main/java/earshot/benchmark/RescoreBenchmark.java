package earshot.benchmark;

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
  /** The first of them until the compiler of the JVM has seen the rules; they do not count. */
  private static final int WARM_UP = 20;

  private static final int ROUNDS = 20;

  private RescoreBenchmark() {}

  /**
   * Copies the calls of a folder until there are so many, without their answers, and scores them.
   *
   * @param from a data folder with calls; only read
   * @param calls of the largest folder
   */
  public static void run(DataFolder from, int calls, PrintStream out) throws Exception {
    CallCopies copies = CallCopies.of(from).unscored();
    one(copies.records(), out);
    out.printf(
        "Rescoring records without answers, reading and writing included:%n%10s %8s %10s %10s  %s%n",
        "calls", "workers", "seconds", "ms a call", "SHA-256 of all records");
    folder(copies, calls / 4, 2, out);
    folder(copies, calls / 2, 2, out);
    for (int workers : new int[] {1, 2, 4}) {
      folder(copies, calls, workers, out);
    }
  }

  private static void one(List<CallRecord> records, PrintStream out) {
    CallScorer scorer = CallScorer.standard();
    List<Double> ms = new ArrayList<>();
    int answers = 0;
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (CallRecord call : records) {
        long start = System.nanoTime();
        Scored scored = scorer.score(call);
        double took = (System.nanoTime() - start) / 1e6;
        answers += scored.scorecards().size();
        if (round >= WARM_UP) {
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

  private static void folder(CallCopies copies, int calls, int workers, PrintStream out)
      throws Exception {
    Path folder = Files.createTempDirectory("earshot-rescore");
    try {
      DataFolder data = new DataFolder(folder);
      copies.write(data, calls);
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

  private static String digest(DataFolder data) throws IOException {
    MessageDigest digest = Digests.sha256();
    for (Path file : new CallStore(data).files()) {
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }
}
