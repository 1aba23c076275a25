package earshot.command;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.RunReport;
import earshot.data.RunReports;
import earshot.index.CallIndex;
import earshot.verify.DataFolderCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed and started again and again loses nothing and does nothing twice. Slow: one
 * start of a JVM, of Beam and of a recognizer a kill.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KillIT {
  private static final Path SAMPLES = Path.of(System.getProperty("earshot.home"), "samples");
  private static final long SEED = 20261122;

  @TempDir Path temporary;
  private final Random random = new Random(SEED);
  private final List<ProcessHandle> workers = new ArrayList<>();
  private DataFolder folder;
  private Path log;

  /**
   * When to kill: a while after something is seen from outside.
   *
   * @param newCalls committed by this start; -1 for all that are left
   * @param appears in the data folder; empty to wait for nothing
   * @param withinMs longest while after that
   */
  private record Moment(String what, int newCalls, String appears, int withinMs) {}

  private static final List<Moment> MOMENTS =
      List.of(
          new Moment("starting", 0, "", 1500),
          new Moment("listing or loading the model", 0, "", 5000),
          new Moment("decoding", 1, "", 1500),
          new Moment("loading the model", 0, "", 5000),
          new Moment("decoding", 1, "", 3000),
          new Moment("committing", 2, "", 50),
          new Moment("decoding", 1, "", 1500),
          new Moment("all is committed", -1, "", 50),
          new Moment("indexing", -1, "index", 100),
          new Moment("writing tables", -1, "parquet/question_days", 100));

  @Test
  void tenKilledRunsAndOneThatEndsGiveEveryCallOnce() throws Exception {
    folder = new DataFolder(temporary.resolve("data"));
    log = temporary.resolve("runs.log");
    long start = System.nanoTime();
    int killed = 0;
    for (Moment moment : MOMENTS) {
      killed += killed(moment) ? 1 : 0;
      everyRecordIsWhole();
    }

    assertThat(killed).as("runs that were still going when killed").isGreaterThanOrEqualTo(7);
    Process last = begin();
    assertThat(last.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(last.exitValue()).as(Files.readString(log)).isZero();
    Ran.tell(killed + " killed runs and one whole", (System.nanoTime() - start) / 1e9);
    theFolderIsAsIfNothingHadHappened();
    workersHaveEnded();
  }

  @Test
  void anInterruptedRunSaysWhatBecomesOfItAndItsFolderCanBeSearched() throws Exception {
    folder = new DataFolder(temporary.resolve("data"));
    log = temporary.resolve("runs.log");
    Process run = begin();
    boolean ended = false;
    while (!ended && calls() < 1) {
      ended = run.waitFor(5, TimeUnit.MILLISECONDS);
    }
    assertThat(ended).as("ended before it could be interrupted").isFalse();
    run.descendants().forEach(workers::add);
    run.destroy();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(run.exitValue()).isNotZero();
    assertThat(Files.readString(log)).contains("interrupted", "same command goes on");
    try (CallIndex index = CallIndex.open(folder.index())) {
      assertThat(index.calls()).isLessThanOrEqualTo(calls());
    }
    workersHaveEnded();
  }

  private Process begin() throws IOException {
    return Ran.start(
        log,
        "--input",
        SAMPLES.toString(),
        "--data",
        folder.root().toString(),
        "--zone",
        "Europe/London",
        "--workers",
        "2");
  }

  /** Starts, waits for the moment, kills; whether there was something to kill. */
  private boolean killed(Moment moment) throws Exception {
    int before = calls();
    int until = moment.newCalls() < 0 ? samples() : Math.min(samples(), before + moment.newCalls());
    Process run = begin();
    boolean ended = false;
    while (!ended && (calls() < until || !there(moment.appears()))) {
      ended = run.waitFor(5, TimeUnit.MILLISECONDS);
    }
    int after = random.nextInt(moment.withinMs());
    ended = ended || run.waitFor(after, TimeUnit.MILLISECONDS);
    run.descendants().forEach(workers::add);
    run.destroyForcibly();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    System.out.printf(
        "%s while %s, %d ms after: %d calls before, %d after%n",
        ended ? "ended" : "killed", moment.what(), after, before, calls());
    assertThat(calls()).isGreaterThanOrEqualTo(before);
    return !ended;
  }

  private boolean there(String path) {
    return Files.exists(folder.root().resolve(path));
  }

  private int calls() throws IOException {
    return new CallStore(folder).files().size();
  }

  private static int samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return (int) files.filter(f -> f.toString().endsWith(".wav")).count();
    }
  }

  private void everyRecordIsWhole() throws IOException {
    CallStore store = new CallStore(folder);
    for (Path file : store.files()) {
      CallRecord record = store.read(file);
      assertThat(record.scorecards()).as(file.toString()).hasSize(3);
    }
  }

  private void theFolderIsAsIfNothingHadHappened() throws IOException {
    List<String> expected = new ArrayList<>();
    try (Stream<Path> files = Files.list(SAMPLES)) {
      files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.endsWith(".wav"))
          .forEach(n -> expected.add(n.replace(".wav", "")));
    }
    CallLedger ledger = CallLedger.load(folder);
    assertThat(ledger.problems()).isEmpty();
    assertThat(ledger.entries())
        .extracting(CallLedger.Entry::callId)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(new CallStore(folder).files()).hasSameSizeAs(expected);
    RunReport last = new RunReports(folder).latest().orElseThrow();
    assertThat(last.discovered()).isEqualTo(expected.size());
    assertThat(last.quarantined()).isZero();
    assertThat(DataFolderCheck.check(folder).problems()).isEmpty();
    try (Stream<Path> files = Files.walk(folder.root())) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(n -> n.startsWith(".tmp-")))
          .isEmpty();
    }
  }

  private void workersHaveEnded() throws Exception {
    assertThat(workers).as("recognizers of killed runs").isNotEmpty();
    for (ProcessHandle worker : workers) {
      worker.onExit().get(30, TimeUnit.SECONDS);
    }
  }
}
