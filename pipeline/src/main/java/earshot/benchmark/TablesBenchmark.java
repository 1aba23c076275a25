package earshot.benchmark;

import com.sun.management.OperatingSystemMXBean;
import earshot.data.DataFolder;
import earshot.data.Folders;
import earshot.table.TableWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** What it costs to make the Parquet tables of many calls, and what a day more adds. */
public final class TablesBenchmark {
  private static final int DAYS = 100;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  private TablesBenchmark() {}

  /**
   * Copies the calls of a folder over a hundred days, makes the tables, adds one more day.
   *
   * @param from a data folder with calls; only read
   * @param calls of the hundred days together
   */
  public static void run(DataFolder from, int calls, PrintStream out) throws IOException {
    Path folder = Files.createTempDirectory("earshot-tables-");
    try {
      DataFolder data = new DataFolder(folder);
      CallCopies copies = CallCopies.of(from);
      long bytes = 0;
      for (int day = 0; day < DAYS; day++) {
        bytes += copies.write(data, calls / DAYS, FIRST_DAY.plusDays(day));
      }
      out.printf(
          Locale.ROOT,
          "Tables of %d calls in %d days, %.1f kB a record, heap of %d MB at most:%n",
          calls / DAYS * DAYS,
          DAYS,
          bytes / 1e3 / (calls / DAYS * DAYS),
          Runtime.getRuntime().maxMemory() >> 20);
      out.printf("%-22s %8s %10s %12s %10s%n", "", "calls", "seconds", "processor s", "heap MB");
      measure("all days", data, out);
      copies.write(data, calls / DAYS, FIRST_DAY.plusDays(DAYS));
      measure("a day added", data, out);
      measure("nothing added", data, out);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void measure(String what, DataFolder data, PrintStream out) throws IOException {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    long processor = processorNanos();
    long start = System.nanoTime();
    TableWriter.Built built = new TableWriter(data).update();
    out.printf(
        Locale.ROOT,
        "%-22s %8d %10.1f %12.1f %10d%n",
        what,
        built.calls(),
        (System.nanoTime() - start) / 1e9,
        (processorNanos() - processor) / 1e9,
        peakHeap() >> 20);
  }

  private static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Of all generations together, as if each had its peak at the same time. */
  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
