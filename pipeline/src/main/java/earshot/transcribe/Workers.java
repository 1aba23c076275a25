package earshot.transcribe;

import earshot.call.Word;
import earshot.transcribe.vosk.VoskRecognizer;
import earshot.transcribe.vosk.WorkerCommand;
import earshot.transcribe.vosk.WorkerException;
import earshot.transcribe.vosk.WorkerJob;
import earshot.transcribe.vosk.WorkerProcess;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * The worker processes of one pool: one that takes jobs, and while it is being replaced also the
 * one before it. Thread-safe.
 */
final class Workers implements AutoCloseable {
  /** How often budgets are looked at. */
  private static final long WATCH_MILLIS = 200;

  private final WorkerCommand command;
  private final Path model;
  private final PoolSettings settings;
  private final Semaphore slots;

  /** Shared by streams decoded together; held exclusively by one that is decoded alone. */
  private final ReadWriteLock company = new ReentrantReadWriteLock(true);

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "transcription-watch");
            thread.setDaemon(true);
            return thread;
          });

  /** All that still run; the last one takes new jobs. */
  private final List<WorkerProcess> running = new CopyOnWriteArrayList<>();

  private boolean closed;

  Workers(WorkerCommand command, Path model, PoolSettings settings) {
    this.command = command;
    this.model = model;
    this.settings = settings;
    this.slots = new Semaphore(settings.slots(), true);
    this.watch.scheduleWithFixedDelay(
        this::enforceBudgets, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Starts the first worker, so that an unfit model shows before any recording is read. */
  void warmUp() throws WorkerException, InterruptedException {
    worker();
  }

  List<Word> decode(SpeechSource source) throws IOException, InterruptedException {
    return decode(source, company.readLock());
  }

  /** Decodes while no other stream is in any worker. */
  List<Word> decodeAlone(SpeechSource source) throws IOException, InterruptedException {
    return decode(source, company.writeLock());
  }

  private List<Word> decode(SpeechSource source, Lock lock)
      throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      slots.acquire();
      try (WorkerJob job = worker().open(source.recording(), source.sampleRateHz())) {
        Chunks chunks =
            new Chunks(VoskRecognizer.chunkSamples(source.sampleRateHz()), new Feed(job));
        source.readTo(chunks);
        chunks.end();
        return job.finish();
      } catch (InterruptedIOException e) {
        throw new InterruptedException(e.getMessage());
      } finally {
        slots.release();
      }
    } finally {
      lock.unlock();
    }
  }

  private synchronized WorkerProcess worker() throws WorkerException, InterruptedException {
    if (closed) {
      throw new IllegalStateException("this transcription pool is closed");
    }
    WorkerProcess newest = newest();
    if (newest != null && newest.audioSeconds() >= settings.recycleAfter().toSeconds()) {
      newest.retire();
    }
    running.removeIf(worker -> !worker.alive());
    newest = newest();
    if (newest == null || !newest.usable()) {
      newest = WorkerProcess.start(command, model, settings.slots(), settings.startLimit());
      running.add(newest);
    }
    return newest;
  }

  private @Nullable WorkerProcess newest() {
    return running.isEmpty() ? null : running.get(running.size() - 1);
  }

  private void enforceBudgets() {
    running.forEach(worker -> worker.enforce(settings.budget()));
  }

  List<Long> pids() {
    return running.stream().filter(WorkerProcess::alive).map(WorkerProcess::pid).toList();
  }

  @Override
  public void close() {
    watch.shutdownNow();
    synchronized (this) {
      closed = true;
      running.forEach(WorkerProcess::close);
    }
  }

  /** Feeds the job of a worker. */
  private record Feed(WorkerJob job) implements Chunks.Taker {
    @Override
    public void take(short[] chunk, int count) throws IOException {
      try {
        job.feed(chunk, count);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("recognition was interrupted");
      }
    }

    @Override
    public void gap() throws IOException {
      job.flush();
    }
  }
}
