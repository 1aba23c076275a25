package earshot.workbench.erase;

import earshot.data.DataFolder;
import earshot.data.Tombstones;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a running workbench forget the calls that {@code earshot erase} erases meanwhile: looks at
 * the tombstones every few seconds, on a thread of its own.
 */
public final class ErasureWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ErasureWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Tombstones tombstones;
  private final ErasedCalls calls;
  private final Database database;
  private final Runnable afterwards;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread made = new Thread(work, "erasure");
            made.setDaemon(true);
            return made;
          });
  private String done = "";
  private int looks;

  /**
   * @param afterwards called when calls were forgotten
   */
  public ErasureWatch(
      DataFolder folder, ErasedCalls calls, Database database, Runnable afterwards) {
    this.tombstones = new Tombstones(folder);
    this.calls = calls;
    this.database = database;
    this.afterwards = afterwards;
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Looks twice at each change: a request that had read the call before it was erased may store
   * something about it a moment after the first.
   */
  private void look() {
    try {
      String stamp = tombstones.stamp();
      if (!stamp.equals(done)) {
        done = stamp;
        looks = 2;
      }
      if (looks > 0) {
        if (calls.forget() > 0) {
          afterwards.run();
        }
        if (database.rewriteIfDue()) {
          looks--;
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("erased calls could not be forgotten: {}", e.getClass().getName());
    }
  }

  /** Ends after what is being done; the rest is done at the next start. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("erased calls are still being forgotten");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
