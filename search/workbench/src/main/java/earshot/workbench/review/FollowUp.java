package earshot.workbench.review;

import earshot.data.DataFolder;
import earshot.data.DataFolderBusyException;
import earshot.data.WriterLock;
import earshot.pipeline.Derived;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings records, index and tables after what people decided, on one thread, several decisions at a
 * time. While another process writes the data folder it waits for its turn: what was decided lies
 * in the database and is not lost. Thread-safe.
 */
public final class FollowUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

  /** Index and tables of a day take less; longer means that another command writes. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final long DEBOUNCE_MS = 300;
  private static final long BUSY_MS = 1_000;
  private static final long FAILED_MS = 15_000;

  private final DataFolder folder;
  private final RecordChanges changes;
  private final Copies copies;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong done = new AtomicLong();
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread made = new Thread(work, "follow-up");
            made.setDaemon(true);
            return made;
          });

  /** What was copied out of records and has to change with them: clips. */
  @FunctionalInterface
  public interface Copies {
    void follow(String callId) throws IOException;
  }

  public FollowUp(DataFolder folder, RecordChanges changes, Copies copies) {
    this.folder = folder;
    this.changes = changes;
    this.copies = copies;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Asks for it; returns at once. */
  public void ask() {
    asked.incrementAndGet();
    later(DEBOUNCE_MS);
  }

  /**
   * Asks for it after a change of a record, without delay. Its copies have followed when this
   * returns; one that could not is gone.
   */
  public void askFor(String callId) {
    try {
      copies.follow(callId);
    } catch (IOException e) {
      LOG.error("copies of a call could not follow: {}", e.getClass().getName());
    }
    asked.incrementAndGet();
    later(0);
  }

  /** Waits until what was asked for so far is done, but no longer than so; tells whether it is. */
  boolean await(Duration most) {
    long until = asked.get();
    long deadline = System.nanoTime() + most.toNanos();
    synchronized (done) {
      while (done.get() < until) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        try {
          done.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return true;
    }
  }

  /** Whether index and tables are still behind. */
  public boolean behind() {
    return done.get() < asked.get();
  }

  private void later(long milliseconds) {
    if (!thread.isShutdown()) {
      var unused = thread.schedule(this::run, milliseconds, TimeUnit.MILLISECONDS);
    }
  }

  private void run() {
    long until = asked.get();
    if (done.get() >= until) {
      return;
    }
    try (WriterLock lock = WriterLock.acquire(folder, "serve")) {
      List<String> changed = changes.waitingCalls();
      List<String> redacted = changes.apply(lock.folder());
      if (redacted.isEmpty()) {
        Derived.bringUpToDate(folder);
      } else {
        Derived.erased(folder, redacted);
      }
      for (String callId : changed) {
        copies.follow(callId);
      }
      changes.followed();
      synchronized (done) {
        done.set(until);
        done.notifyAll();
      }
    } catch (DataFolderBusyException e) {
      later(BUSY_MS);
    } catch (IOException | RuntimeException e) {
      LOG.error("index and tables could not follow: {}", e.getClass().getName());
      later(FAILED_MS);
    }
  }

  /** Ends after what is being written; the rest is done at the next start. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("index and tables are still being written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
