package earshot.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A stream that fails when no byte comes for a while: the HTTP client has a time-out for the
 * headers, none for the body. A watching thread closes the stream, which wakes the reader. Time in
 * which the reader does other things does not count.
 */
final class StallGuard extends FilterInputStream {
  private final Duration stall;
  private final ScheduledExecutorService watch;
  private volatile boolean waiting;
  private volatile long waitingSinceNanos;
  private volatile boolean stalled;

  StallGuard(InputStream in, Duration stall) {
    super(in);
    this.stall = stall;
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "download-watch");
              thread.setDaemon(true);
              return thread;
            });
    long period = Math.max(1, stall.toMillis() / 4);
    var unused = watch.scheduleAtFixedRate(this::look, period, period, TimeUnit.MILLISECONDS);
  }

  private void look() {
    if (waiting && System.nanoTime() - waitingSinceNanos > stall.toNanos()) {
      stalled = true;
      try {
        in.close();
      } catch (IOException e) {
        // The reader is told anyway.
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    waitingSinceNanos = System.nanoTime();
    waiting = true;
    try {
      int n = in.read(buffer, offset, length);
      if (!stalled) {
        return n;
      }
    } catch (IOException e) {
      if (!stalled) {
        // The HTTP client says "closed" itself; what happened is in the cause.
        Throwable reason = e.getCause() == null ? e : e.getCause();
        throw new IOException("the connection broke: " + reason.getMessage(), e);
      }
    } finally {
      waiting = false;
    }
    throw new IOException("no byte came for " + stall.toMillis() / 1000.0 + " s");
  }

  @Override
  public void close() throws IOException {
    watch.shutdownNow();
    super.close();
  }
}
