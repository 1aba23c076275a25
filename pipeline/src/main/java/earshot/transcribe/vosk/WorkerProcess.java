package earshot.transcribe.vosk;

import earshot.transcribe.vosk.WorkerException.Kind;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A worker process, seen from the parent. Thread-safe. */
public final class WorkerProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
  private static final int MAX_LOGGED_LINES = 100;
  private static final int MAX_LOGGED_CHARS = 300;

  private final Process process;
  private final DataOutputStream out;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Map<Integer, WorkerJob> jobs = new LinkedHashMap<>();
  private volatile String lastError = "";
  private boolean started;
  private boolean retired;
  private boolean dead;
  private int nextJob = 1;
  private double audioSeconds;

  private WorkerProcess(Process process) {
    this.process = process;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 14));
  }

  /**
   * Starts a worker and waits until its model is loaded.
   *
   * @param slots streams it decodes at once
   * @throws WorkerException of kind {@code NOT_STARTED}, with what the worker said
   */
  public static WorkerProcess start(
      WorkerCommand command, Path model, int slots, Duration startLimit)
      throws WorkerException, InterruptedException {
    WorkerProcess worker;
    try {
      worker = new WorkerProcess(command.start(model, slots));
    } catch (IOException e) {
      throw new WorkerException(Kind.NOT_STARTED, "no recognition worker: " + e.getMessage());
    }
    worker.daemon("worker-errors", worker::drainErrors);
    worker.daemon("worker-frames", worker::readFrames);
    boolean answered;
    try {
      answered = worker.ready.await(startLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      worker.close();
      throw e;
    }
    synchronized (worker) {
      if (answered && worker.started && !worker.dead) {
        LOG.info("recognition worker {} is ready: {} streams", worker.pid(), slots);
        return worker;
      }
    }
    worker.close();
    throw new WorkerException(
        Kind.NOT_STARTED,
        "the recognition worker for "
            + model.getFileName()
            + (answered
                ? " did not start: " + worker.lastError
                : " was not ready after " + startLimit.toSeconds() + " s"));
  }

  /** Process id, for logs and measurements. */
  public long pid() {
    return process.pid();
  }

  /** Whether it can take another job. */
  public synchronized boolean usable() {
    return started && !dead && !retired;
  }

  /** Whether its process is there. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Audio that finished jobs have fed. */
  public synchronized double audioSeconds() {
    return audioSeconds;
  }

  /**
   * Opens a stream. No more may be open at once than the worker has slots.
   *
   * @param recording id for messages
   */
  public WorkerJob open(String recording, int sampleRateHz) throws WorkerException {
    WorkerJob job;
    synchronized (this) {
      if (dead) {
        throw new WorkerException(Kind.BYSTANDER, "the worker was gone before " + recording);
      }
      job = new WorkerJob(this, nextJob++, recording, sampleRateHz);
      jobs.put(job.id(), job);
    }
    send(Frame.open(job.id(), sampleRateHz));
    return job;
  }

  /** Takes no more jobs and ends after those it has. */
  public void retire() {
    synchronized (this) {
      retired = true;
      if (!jobs.isEmpty()) {
        return;
      }
    }
    close();
  }

  /** Ends the process if a job has used up its budget. */
  public void enforce(TimeBudget budget) {
    synchronized (this) {
      for (WorkerJob job : jobs.values()) {
        if (job.overdue(budget)) {
          LOG.warn(
              "recording {}: decoding takes too long, ending worker {}", job.recording(), pid());
          job.fail(
              new WorkerException(
                  Kind.TIMEOUT,
                  String.format(
                      "decoding took too long after %.1f s of its speech", job.fedSeconds())));
          failAll(Kind.BYSTANDER, "the worker was ended for another recording");
          break;
        }
      }
      if (!dead) {
        return;
      }
    }
    process.destroyForcibly();
  }

  @Override
  public void close() {
    synchronized (this) {
      failAll(Kind.BYSTANDER, "the worker was closed");
    }
    process.destroyForcibly();
  }

  void send(Frame frame) {
    synchronized (out) {
      try {
        frame.write(out);
      } catch (IOException e) {
        // The reader thread sees the same end and says who was in flight.
        LOG.debug("worker {} takes no more frames", pid());
      }
    }
  }

  void leave(WorkerJob job, boolean pending) {
    boolean last;
    synchronized (this) {
      jobs.remove(job.id());
      audioSeconds += job.fedSeconds();
      last = retired && jobs.isEmpty();
      pending &= !dead;
    }
    if (last) {
      close();
    } else if (pending) {
      send(Frame.of(Frame.Kind.CANCEL, job.id()));
    }
  }

  private void readFrames() {
    try (DataInputStream in = new DataInputStream(process.getInputStream())) {
      for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
        dispatch(frame);
      }
    } catch (IOException e) {
      // A process that was ended here has its stream closed; anything else is worth a line.
      synchronized (this) {
        if (!dead) {
          LOG.warn("worker {}: {}", pid(), e.getMessage());
        }
      }
    }
    process.destroyForcibly();
    synchronized (this) {
      failAll(Kind.DIED, "the recognition worker died" + ending());
    }
    ready.countDown();
  }

  private void dispatch(Frame frame) throws IOException {
    if (frame.kind() == Frame.Kind.READY) {
      synchronized (this) {
        started = true;
      }
      ready.countDown();
      return;
    }
    if (frame.job() == 0) {
      lastError = frame.message();
      return;
    }
    @Nullable WorkerJob job;
    synchronized (this) {
      job = jobs.get(frame.job());
    }
    if (job == null) {
      return;
    }
    switch (frame.kind()) {
      case CONSUMED -> job.consumed();
      case WORDS -> job.add(frame.words());
      case DONE -> job.complete();
      case FAILED -> job.fail(new WorkerException(Kind.REFUSED, frame.message()));
      default -> throw new IOException("unexpected " + frame.kind() + " frame");
    }
  }

  private void failAll(Kind kind, String message) {
    if (!dead) {
      dead = true;
      List<String> inFlight = jobs.values().stream().map(WorkerJob::recording).toList();
      if (!inFlight.isEmpty()) {
        LOG.warn("worker {} ends with {} in flight", pid(), inFlight);
      }
      jobs.values().forEach(job -> job.fail(new WorkerException(kind, message)));
    }
  }

  private String ending() {
    try {
      if (process.waitFor(5, TimeUnit.SECONDS)) {
        return " (exit code "
            + process.exitValue()
            + (lastError.isEmpty() ? ")" : "; " + lastError + ")");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "";
  }

  /** libvosk says why it ends on its error stream; no transcript is among it. */
  private void drainErrors() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      int logged = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String shown =
            line.length() > MAX_LOGGED_CHARS ? line.substring(0, MAX_LOGGED_CHARS) : line;
        if (!shown.isBlank() && lastError.isEmpty()) {
          lastError = shown;
        }
        if (logged++ < MAX_LOGGED_LINES) {
          LOG.warn("worker {}: {}", pid(), shown);
        }
      }
    } catch (IOException e) {
      LOG.debug("worker {}: its error stream ended: {}", pid(), e.getMessage());
    }
  }

  private void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name + "-" + pid());
    thread.setDaemon(true);
    thread.start();
  }
}
