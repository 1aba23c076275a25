package earshot.transcribe.vosk;

import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream in a worker, seen from the parent. One thread feeds it; the worker's reader thread
 * reports to it; the pool's watch looks at its budget.
 */
public final class WorkerJob implements AutoCloseable {
  /** Chunks on their way to the worker: enough to keep it busy, little enough to forget. */
  private static final int MAX_QUEUED = 25;

  private final WorkerProcess worker;
  private final int id;
  private final String recording;
  private final int sampleRateHz;
  private final List<Word> words = new ArrayList<>();
  private long fedSamples;
  private int queued;
  private boolean finishing;
  private boolean done;
  private long busyNanos;
  private long progressNanos;
  private @Nullable WorkerException failure;

  WorkerJob(WorkerProcess worker, int id, String recording, int sampleRateHz) {
    this.worker = worker;
    this.id = id;
    this.recording = recording;
    this.sampleRateHz = sampleRateHz;
    this.progressNanos = System.nanoTime();
  }

  int id() {
    return id;
  }

  String recording() {
    return recording;
  }

  /**
   * Feeds the next samples; waits while the worker is behind.
   *
   * @param count {@link VoskRecognizer#chunkSamples}, fewer only at the end
   */
  public void feed(short[] samples, int count) throws WorkerException, InterruptedException {
    synchronized (this) {
      while (queued >= MAX_QUEUED && failure == null) {
        wait();
      }
      throwFailure();
      busy();
      queued++;
      fedSamples += count;
    }
    worker.send(Frame.samples(id, samples, count));
  }

  /** Says that something was left out of the stream here. */
  public void flush() {
    worker.send(Frame.of(Frame.Kind.FLUSH, id));
  }

  /** Ends the stream and waits for its words; their times are seconds of fed audio. */
  public List<Word> finish() throws WorkerException, InterruptedException {
    synchronized (this) {
      throwFailure();
      busy();
      finishing = true;
    }
    worker.send(Frame.of(Frame.Kind.FINISH, id));
    synchronized (this) {
      while (!done && failure == null) {
        wait();
      }
      throwFailure();
      return List.copyOf(words);
    }
  }

  public synchronized double fedSeconds() {
    return (double) fedSamples / sampleRateHz;
  }

  /** Leaves the worker, which forgets the stream if it was not finished. */
  @Override
  public void close() {
    boolean pending;
    synchronized (this) {
      pending = !done;
    }
    worker.leave(this, pending);
  }

  synchronized void consumed() {
    progress();
    queued--;
    notifyAll();
  }

  synchronized void add(List<Word> more) {
    progress();
    words.addAll(more);
  }

  synchronized void complete() {
    progress();
    queued = 0;
    finishing = false;
    done = true;
    notifyAll();
  }

  synchronized void fail(WorkerException reason) {
    if (!done && failure == null) {
      failure = reason;
      notifyAll();
    }
  }

  synchronized boolean overdue(TimeBudget budget) {
    if (done || failure != null || (queued == 0 && !finishing)) {
      return false;
    }
    long waiting = System.nanoTime() - progressNanos;
    return budget.exceeded((busyNanos + waiting) / 1e9, waiting / 1e9, fedSeconds());
  }

  /** The worker starts to owe something: its clock runs from here. */
  private void busy() {
    if (queued == 0) {
      progressNanos = System.nanoTime();
    }
  }

  private void progress() {
    long now = System.nanoTime();
    if (queued > 0 || finishing) {
      busyNanos += now - progressNanos;
    }
    progressNanos = now;
  }

  private void throwFailure() throws WorkerException {
    WorkerException reason = failure;
    if (reason != null) {
      throw reason;
    }
  }
}
