package earshot.table;

import earshot.call.CallRecord;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the Parquet tables equal to the call records, day by day.
 *
 * <p>A day is made anew as a whole or left alone. Each of its files is replaced by a rename, so a
 * reader sees the old or the new one; between two tables of a day it may see the new one here and
 * the old one there. Whoever calls {@link #update} or {@link #rebuild} is the data folder's only
 * writer; {@link #behind} only reads. Not thread-safe; it uses threads of its own.
 */
public final class TableWriter {
  private static final Logger LOG = LoggerFactory.getLogger(TableWriter.class);

  private final DataFolder folder;
  private final Settings settings;
  private final CallScan scan = new CallScan();

  /** Whether the turns carry what was said. */
  public enum Text {
    WITH,
    WITHOUT,
    /** As the tables that are there do; without when there are none. */
    AS_BUILT
  }

  /**
   * How tables are made.
   *
   * @param threads days that are made at the same time, 1 or more
   */
  public record Settings(Text text, int threads) {
    public Settings {
      if (threads < 1) {
        throw new IllegalArgumentException("tables need 1 thread or more, not " + threads);
      }
    }

    /** As built, one thread a processor. */
    public static Settings usual() {
      return new Settings(Text.AS_BUILT, Runtime.getRuntime().availableProcessors());
    }
  }

  /**
   * What was done.
   *
   * @param written days made anew
   * @param removed days that no longer have calls
   * @param rows written rows a table
   */
  public record Built(
      SortedSet<LocalDate> written, SortedSet<LocalDate> removed, SortedMap<String, Long> rows) {
    /** Calls in the days made anew. */
    public long calls() {
      return rows.getOrDefault(Tables.CALLS.name(), 0L);
    }
  }

  public TableWriter(DataFolder folder, Settings settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** As most callers want it: usual settings. */
  public TableWriter(DataFolder folder) {
    this(folder, Settings.usual());
  }

  /** The days whose tables are missing, out of date, or left over from calls that are gone. */
  public SortedSet<LocalDate> behind() throws IOException {
    boolean withText = withText();
    PersonAnswers people = PersonAnswers.load(folder);
    SortedMap<LocalDate, Path> calls = CallDay.folders(folder);
    SortedSet<LocalDate> behind = new TreeSet<>();
    for (LocalDate day : days(calls)) {
      if (!current(look(day, people), withText)) {
        behind.add(day);
      }
    }
    return behind;
  }

  /** Makes the days anew that are behind, and no others. */
  public Built update() throws IOException {
    return rebuild(behind());
  }

  /** Makes every day anew. */
  public Built rebuildAll() throws IOException {
    return rebuild(days(CallDay.folders(folder)));
  }

  /**
   * Makes these days anew, current or not.
   *
   * @throws IOException naming every day that failed, after the others were made
   */
  public Built rebuild(Collection<LocalDate> days) throws IOException {
    boolean withText = withText();
    PersonAnswers people = PersonAnswers.load(folder);
    Built built = new Built(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
    List<Callable<DayResult>> jobs = new ArrayList<>();
    for (LocalDate day : new TreeSet<>(days)) {
      jobs.add(() -> make(day, withText, people));
    }
    for (DayResult result : run(jobs)) {
      if (result.manifest() == null) {
        built.removed().add(result.day());
      } else {
        built.written().add(result.day());
        result.manifest().rows().forEach((table, n) -> built.rows().merge(table, n, Long::sum));
      }
    }
    LOG.info("tables: {} days written, {} removed", built.written().size(), built.removed().size());
    return built;
  }

  private record DayResult(LocalDate day, @Nullable DayManifest manifest) {}

  private DayResult make(LocalDate day, boolean withText, PersonAnswers people) throws IOException {
    CallDay found = look(day, people);
    if (found.files().isEmpty()) {
      DayWriter.remove(folder.parquet(), day);
      return new DayResult(day, null);
    }
    try (DayWriter writer = new DayWriter(folder.parquet(), found, withText)) {
      for (Path file : found.files()) {
        CallRecord call = scan.read(file);
        writer.add(people.effective(call));
      }
      return new DayResult(day, writer.commit());
    }
  }

  private List<DayResult> run(List<Callable<DayResult>> jobs) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
    List<DayResult> results = new ArrayList<>();
    IOException failure = null;
    try {
      for (Future<DayResult> future : threads.invokeAll(jobs)) {
        try {
          results.add(future.get());
        } catch (ExecutionException e) {
          failure = joined(failure, e.getCause());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while tables were made");
    } finally {
      threads.shutdownNow();
    }
    if (failure != null) {
      throw failure;
    }
    return results;
  }

  private static IOException joined(@Nullable IOException before, @Nullable Throwable cause) {
    if (cause instanceof RuntimeException bug) {
      throw bug;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    IOException failure = cause instanceof IOException io ? io : new IOException(cause);
    if (before == null) {
      return failure;
    }
    before.addSuppressed(failure);
    return before;
  }

  private boolean current(CallDay found, boolean withText) throws IOException {
    DayManifest manifest = DayManifest.read(folder.parquet(), found.day());
    if (found.files().isEmpty()) {
      return manifest == null
          && Tables.ALL.stream()
              .noneMatch(t -> Files.exists(t.dayFolder(folder.parquet(), found.day())));
    }
    return manifest != null
        && manifest.builtFrom().equals(found.stamp())
        && manifest.schema().equals(Tables.FINGERPRINT)
        && manifest.withText() == withText
        && manifest.filesAreThere(folder.parquet());
  }

  private CallDay look(LocalDate day, PersonAnswers people) throws IOException {
    return CallDay.look(day, folder.calls().resolve(day.toString()), people);
  }

  private SortedSet<LocalDate> days(SortedMap<LocalDate, Path> calls) throws IOException {
    SortedSet<LocalDate> days = new TreeSet<>(calls.keySet());
    days.addAll(DayManifest.days(folder.parquet()));
    for (Table<?> table : Tables.ALL) {
      days.addAll(table.days(folder.parquet()));
    }
    return days;
  }

  private boolean withText() throws IOException {
    return switch (settings.text()) {
      case WITH -> true;
      case WITHOUT -> false;
      case AS_BUILT -> {
        boolean with = false;
        for (LocalDate day : DayManifest.days(folder.parquet())) {
          DayManifest manifest = DayManifest.read(folder.parquet(), day);
          with |= manifest != null && manifest.withText();
        }
        yield with;
      }
    };
  }
}
