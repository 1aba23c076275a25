package earshot.index;

import com.sun.management.OperatingSystemMXBean;
import earshot.call.CallRecord;
import earshot.query.QuerySyntaxException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures the index on generated calls of 40 turns: turns indexed a second of processor time,
 * size, and how long the queries of the {@link QueryLog} take, each with its total and 20
 * highlighted calls. Of each query the median time of several rounds counts, so that other work on
 * the machine weighs less, and its mean processor time on all cores together; percentiles are over
 * queries.
 */
public final class IndexBenchmark {
  private static final int TURNS = 40;
  private static final int VOCABULARY = 5000;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 11;
  private static final int SHOWN = 20;
  private static final int SLOWEST = 5;

  private IndexBenchmark() {}

  /** Takes the number of calls; 25,000, a million turns, by default. */
  public static void main(String[] args) throws IOException, QuerySyntaxException {
    run(args.length == 0 ? 25_000 : Integer.parseInt(args[0]), System.out);
  }

  /** Makes an index of generated calls in a temporary folder, measures, and removes it. */
  public static void run(int calls, PrintStream out) throws IOException, QuerySyntaxException {
    Path folder = Files.createTempDirectory("earshot-index-");
    try {
      index(folder, calls, out);
      try (CallIndex index = CallIndex.open(folder)) {
        query(index, QueryLog.load(), out);
      }
    } finally {
      delete(folder);
    }
  }

  private static void index(Path folder, int calls, PrintStream out) throws IOException {
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < VOCABULARY; i++) {
      vocabulary.add("w" + i);
    }
    GeneratedCalls generated = new GeneratedCalls(42, vocabulary, TURNS, "en");
    long turns = 0;
    long generating = 0;
    long start = processNanos();
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      for (int i = 0; i < calls; i++) {
        long before = threadNanos();
        CallRecord record = generated.next("g" + i);
        generating += threadNanos() - before;
        turns += record.transcript().turns().size();
        writer.put(record, "1");
      }
      writer.commit();
    }
    double seconds = (processNanos() - start - generating) / 1e9;
    out.printf(
        Locale.ROOT,
        "indexed %d calls, %d turns: %.0f turns/s of processor time, merges and the JVM's own"
            + " threads included; %.1f MB%n",
        calls,
        turns,
        turns / seconds,
        size(folder) / 1e6);
  }

  /** How long one query takes, ms: by the clock and on all processors together. */
  private record Cost(String query, double wall, double processor) {}

  private static void query(CallIndex index, QueryLog log, PrintStream out) throws IOException {
    Map<String, List<Cost>> byKind = new TreeMap<>();
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < WARM_UP; i++) {
      for (QueryLog.Entry entry : log.entries()) {
        index.search(entry.query(), SHOWN);
      }
    }
    for (QueryLog.Entry entry : log.entries()) {
      Cost cost = cost(index, entry);
      byKind.computeIfAbsent(entry.kind(), k -> new ArrayList<>()).add(cost);
      all.add(cost);
    }
    out.printf(
        Locale.ROOT,
        "%-12s %4s  %24s  %24s%n%-12s %4s  %8s%8s%8s  %8s%8s%8s%n",
        "",
        "",
        "ms by the clock",
        "ms of processor time",
        "kind",
        "n",
        "p50",
        "p95",
        "p99",
        "p50",
        "p95",
        "p99");
    byKind.forEach((kind, costs) -> row(kind, costs, out));
    row("all", all, out);
    out.println("slowest by the clock:");
    all.stream()
        .sorted(Comparator.comparingDouble(Cost::wall).reversed())
        .limit(SLOWEST)
        .forEach(c -> out.printf(Locale.ROOT, "%8.1f ms  %s%n", c.wall(), c.query()));
  }

  private static Cost cost(CallIndex index, QueryLog.Entry entry) throws IOException {
    double[] wall = new double[ROUNDS];
    long used = processNanos();
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      index.search(entry.query(), SHOWN);
      wall[i] = (System.nanoTime() - start) / 1e6;
    }
    double processor = (processNanos() - used) / 1e6 / ROUNDS;
    Arrays.sort(wall);
    return new Cost(entry.text(), wall[ROUNDS / 2], processor);
  }

  private static void row(String kind, List<Cost> costs, PrintStream out) {
    double[] wall = costs.stream().mapToDouble(Cost::wall).sorted().toArray();
    double[] processor = costs.stream().mapToDouble(Cost::processor).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "%-12s %4d  %8.1f%8.1f%8.1f  %8.1f%8.1f%8.1f%n",
        kind,
        costs.size(),
        at(wall, 50),
        at(wall, 95),
        at(wall, 99),
        at(processor, 50),
        at(processor, 95),
        at(processor, 99));
  }

  private static double at(double[] sorted, int percent) {
    return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
  }

  private static long threadNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              f -> {
                try {
                  Files.delete(f);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
