package earshot.index;

import earshot.call.CallRecord;
import earshot.query.QueryParser;
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
import java.util.stream.Stream;

/**
 * Measures the index on generated calls: turns indexed a second of processor time, and the
 * processor time of queries. Both run on one thread; merges run beside it and do not count.
 */
public final class IndexBenchmark {
  private static final int TURNS = 40;
  private static final int ROUNDS = 20;
  private static final int SHOWN = 20;
  private static final List<String> QUERIES =
      List.of(
          "w300",
          "w20 w400",
          "\"w5 w9\"",
          "\"w2 w3 w5\"",
          "w12 NEAR/4 w90",
          "w30 THEN w31",
          "w7 THEN w8",
          "w15 NOT IN \"w15 w3\"",
          "agent:w40 @first 30s",
          "w25 @last 20s",
          "w11*",
          "silence>10s w60",
          "w80 team:north score.courtesy<60",
          "w33 NOT w2",
          "(w50 OR w51 OR \"w8 w9\") customer:w70 date:2026-10-02..2026-10-03");

  private IndexBenchmark() {}

  /** Takes the number of calls; default 10,000. */
  public static void main(String[] args) throws IOException, QuerySyntaxException {
    run(args.length == 0 ? 10_000 : Integer.parseInt(args[0]), System.out);
  }

  /** Makes an index of generated calls in a temporary folder, measures, and removes it. */
  public static void run(int calls, PrintStream out) throws IOException, QuerySyntaxException {
    Path folder = Files.createTempDirectory("earshot-index-");
    try {
      index(folder, calls, out);
      try (CallIndex index = CallIndex.open(folder)) {
        query(index, out);
      }
    } finally {
      delete(folder);
    }
  }

  private static void index(Path folder, int calls, PrintStream out) throws IOException {
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      vocabulary.add("w" + i);
    }
    GeneratedCalls generated = new GeneratedCalls(42, vocabulary, TURNS, "en");
    long turns = 0;
    long nanos = 0;
    try (CallIndexWriter writer = CallIndexWriter.open(folder)) {
      for (int i = 0; i < calls; i++) {
        CallRecord record = generated.next("g" + i);
        turns += record.transcript().turns().size();
        long start = cpuNanos();
        writer.put(record, "1");
        nanos += cpuNanos() - start;
      }
      long start = cpuNanos();
      writer.commit();
      nanos += cpuNanos() - start;
    }
    out.printf(
        Locale.ROOT,
        "indexed %d calls, %d turns: %.0f turns/s of processor time, %.1f MB%n",
        calls,
        turns,
        turns / (nanos / 1e9),
        size(folder) / 1e6);
  }

  private static void query(CallIndex index, PrintStream out)
      throws IOException, QuerySyntaxException {
    List<Double> all = new ArrayList<>();
    for (String text : QUERIES) {
      double[] ms = new double[ROUNDS];
      long total = 0;
      for (int i = -3; i < ROUNDS; i++) {
        long start = cpuNanos();
        total = index.search(QueryParser.parse(text), SHOWN).total();
        if (i >= 0) {
          ms[i] = (cpuNanos() - start) / 1e6;
          all.add(ms[i]);
        }
      }
      Arrays.sort(ms);
      out.printf(Locale.ROOT, "  %8.1f ms median, %7d calls  %s%n", ms[ROUNDS / 2], total, text);
    }
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "queries, processor time: p50 %.1f ms, p99 %.1f ms%n",
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100]);
  }

  /** Processor time of this thread: other work on the machine does not count. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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
