package earshot.transcribe;

import earshot.call.Word;
import earshot.model.RecognitionModel;
import earshot.transcribe.TranscriptionException.Reason;
import earshot.transcribe.vosk.WorkerCommand;
import earshot.transcribe.vosk.WorkerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognition for a whole process: one worker with one loaded model, shared by everybody who asks
 * for the same model. Thread-safe.
 *
 * <p>Whoever was in flight when a worker died is tried again alone, so that a recording which
 * brings workers down fails by itself and no other recording fails with it.
 */
public final class TranscriptionPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TranscriptionPool.class);

  private record Key(Path model, PoolSettings settings) {}

  /**
   * The one static state of this project. Runners create a transform once a thread, but a model
   * must be loaded once a machine; so pools are shared here and counted.
   */
  private static final Map<Key, TranscriptionPool> SHARED = new HashMap<>();

  private final Key key;
  private final Workers workers;
  private final ExecutorService threads;
  private int users = 1;

  private TranscriptionPool(Key key, Workers workers) {
    this.key = key;
    this.workers = workers;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "transcription");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The pool for a model, started if nobody uses it yet. Close it once for every call.
   *
   * @throws IOException when no worker starts, with what it said: the model or the machine is
   *     unfit, not a recording
   */
  public static TranscriptionPool acquire(RecognitionModel model, PoolSettings settings)
      throws IOException, InterruptedException {
    Key key = new Key(model.folder().toAbsolutePath().normalize(), settings);
    synchronized (SHARED) {
      TranscriptionPool shared = SHARED.get(key);
      if (shared != null) {
        shared.users++;
        return shared;
      }
      TranscriptionPool started = start(key, WorkerCommand.vosk());
      SHARED.put(key, started);
      return started;
    }
  }

  /** A pool of one's own whose workers are started in another way. */
  static TranscriptionPool open(Path model, PoolSettings settings, WorkerCommand command)
      throws IOException, InterruptedException {
    return start(new Key(model, settings), command);
  }

  private static TranscriptionPool start(Key key, WorkerCommand command)
      throws IOException, InterruptedException {
    Workers workers = new Workers(command, key.model(), key.settings());
    try {
      workers.warmUp();
    } catch (IOException | InterruptedException e) {
      workers.close();
      throw e;
    }
    return new TranscriptionPool(key, workers);
  }

  /**
   * Decodes several streams, at once as far as slots are free.
   *
   * @return for each source its words, with times in seconds of what it gave
   * @throws TranscriptionException for the first that failed; the others are given up too
   * @throws IOException when a source cannot be read
   */
  public List<List<Word>> recognize(List<SpeechSource> sources)
      throws TranscriptionException, IOException, InterruptedException {
    List<Future<List<Word>>> others = new ArrayList<>();
    for (SpeechSource source : sources.subList(Math.min(1, sources.size()), sources.size())) {
      others.add(threads.submit(() -> recognize(source)));
    }
    List<List<Word>> results = new ArrayList<>();
    try {
      if (!sources.isEmpty()) {
        results.add(recognize(sources.get(0)));
      }
      for (Future<List<Word>> other : others) {
        results.add(await(other));
      }
    } finally {
      others.forEach(other -> other.cancel(true));
    }
    return results;
  }

  private static List<Word> await(Future<List<Word>> result)
      throws TranscriptionException, IOException, InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof TranscriptionException failure) {
        throw failure;
      }
      if (cause instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("recognition has a defect", cause);
    }
  }

  /**
   * Decodes one stream; waits for a free slot.
   *
   * @return its words, with times in seconds of what the source gave
   * @throws TranscriptionException when recognition failed as often as the settings allow
   * @throws IOException when the source cannot be read
   */
  public List<Word> recognize(SpeechSource source)
      throws TranscriptionException, IOException, InterruptedException {
    int failures = 0;
    while (true) {
      try {
        return failures == 0 ? workers.decode(source) : workers.decodeAlone(source);
      } catch (WorkerException e) {
        if (e.kind() == WorkerException.Kind.BYSTANDER) {
          continue;
        }
        failures++;
        LOG.warn("recording {}: try {} failed: {}", source.recording(), failures, e.getMessage());
        if (failures == key.settings().tries()) {
          throw new TranscriptionException(
              reason(e.kind()),
              source.recording() + ": " + e.getMessage() + ", " + failures + " times",
              failures);
        }
      }
    }
  }

  private static Reason reason(WorkerException.Kind kind) {
    return switch (kind) {
      case TIMEOUT -> Reason.TIMEOUT;
      case REFUSED -> Reason.RECOGNIZER_FAILED;
      case NOT_STARTED -> Reason.WORKER_NOT_STARTED;
      case DIED, BYSTANDER -> Reason.WORKER_DIED;
    };
  }

  /** Process ids of the running workers, for measurements. */
  public List<Long> workerPids() {
    return workers.pids();
  }

  public PoolSettings settings() {
    return key.settings();
  }

  /** Gives the pool back; the last user's call ends the workers. */
  @Override
  public void close() {
    synchronized (SHARED) {
      users--;
      if (users > 0) {
        return;
      }
      SHARED.remove(key, this);
    }
    threads.shutdownNow();
    workers.close();
  }
}
