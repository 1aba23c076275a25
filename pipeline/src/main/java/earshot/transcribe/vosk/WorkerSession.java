package earshot.transcribe.vosk;

import earshot.call.Word;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The worker's side of the protocol. One thread reads frames and hands them to the thread of their
 * job; queues are bounded by the parent, which waits for {@code CONSUMED} frames.
 */
final class WorkerSession {
  /** libvosk recurses deeply over long lattices; address space, not memory. */
  private static final long STACK_BYTES = 16L << 20;

  private final WorkerMain.Engine engine;
  private final DataOutputStream out;
  private final ExecutorService decoders;
  private final Map<Integer, BlockingQueue<Frame>> jobs = new HashMap<>();

  WorkerSession(WorkerMain.Engine engine, int slots, DataOutputStream out) {
    this.engine = engine;
    this.out = out;
    this.decoders =
        Executors.newFixedThreadPool(
            slots,
            task -> {
              Thread thread = new Thread(null, task, "decoder", STACK_BYTES);
              thread.setDaemon(true);
              thread.setUncaughtExceptionHandler(WorkerSession::die);
              return thread;
            });
  }

  /** Serves until standard input ends. */
  void serve(DataInputStream in) throws IOException {
    for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
      if (frame.kind() == Frame.Kind.OPEN) {
        BlockingQueue<Frame> queue = new LinkedBlockingQueue<>();
        Frame open = frame;
        jobs.put(frame.job(), queue);
        decoders.execute(() -> decode(open, queue));
      } else {
        BlockingQueue<Frame> queue = jobs.get(frame.job());
        if (queue != null) {
          queue.add(frame);
        }
        if (frame.kind() == Frame.Kind.FINISH || frame.kind() == Frame.Kind.CANCEL) {
          jobs.remove(frame.job());
        }
      }
    }
  }

  private void decode(Frame open, BlockingQueue<Frame> queue) {
    try (StreamRecognizer recognizer = new RenewedRecognizer(engine, open.sampleRateHz())) {
      while (step(recognizer, queue.take())) {}
    } catch (RecognizerException e) {
      send(Frame.failed(open.job(), String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether more frames of this job are to come. */
  private boolean step(StreamRecognizer recognizer, Frame frame) throws RecognizerException {
    int job = frame.job();
    switch (frame.kind()) {
      case SAMPLES -> {
        short[] samples = frame.samples();
        if (recognizer.accept(samples, samples.length)) {
          sendWords(job, recognizer.result());
        }
        send(Frame.of(Frame.Kind.CONSUMED, job));
        return true;
      }
      case FLUSH -> {
        sendWords(job, recognizer.flush());
        return true;
      }
      case FINISH -> {
        sendWords(job, recognizer.flush());
        send(Frame.of(Frame.Kind.DONE, job));
        return false;
      }
      default -> {
        return false;
      }
    }
  }

  /** A defect of ours: the parent sees a death and treats it like any other. */
  private static void die(Thread thread, Throwable defect) {
    System.err.println("worker: " + thread.getName() + ": " + defect);
    Runtime.getRuntime().halt(4);
  }

  private void sendWords(int job, List<Word> words) {
    if (!words.isEmpty()) {
      send(Frame.words(job, words));
    }
  }

  private void send(Frame frame) {
    synchronized (out) {
      try {
        frame.write(out);
      } catch (IOException parentGone) {
        Runtime.getRuntime().halt(3);
      }
    }
  }
}
