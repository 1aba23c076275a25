package earshot.transcribe.vosk;

import com.sun.jna.Library;
import com.sun.jna.Native;
import earshot.call.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A worker that decodes, but breaks in the way that a marker among the samples says. */
public final class FaultyWorkerMain {
  /** A chunk that begins with this sample, twice, breaks the worker. */
  public enum Fault {
    ABORT(31_001),
    HANG(31_002),
    REFUSE(31_003);

    public final short marker;

    Fault(int marker) {
      this.marker = (short) marker;
    }
  }

  /** The C library, for a real abort. */
  public interface C extends Library {
    void abort();
  }

  private FaultyWorkerMain() {}

  /** Starts this in place of the worker. */
  public static WorkerCommand command() throws Exception {
    List<Path> classPath = new ArrayList<>(WorkerCommand.vosk().classPath());
    classPath.add(
        Path.of(
            FaultyWorkerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    return new WorkerCommand(FaultyWorkerMain.class.getName(), classPath, 48);
  }

  public static void main(String[] args) {
    WorkerMain.run(
        args,
        folder -> {
          VoskModel model = VoskModel.load(folder);
          return rate -> new Faulty(model.recognizer(rate));
        });
  }

  private record Faulty(StreamRecognizer real) implements StreamRecognizer {
    @Override
    public boolean accept(short[] samples, int count) throws RecognizerException {
      if (count > 1 && samples[0] == samples[1]) {
        if (samples[0] == Fault.ABORT.marker) {
          Native.load("c", C.class).abort();
        } else if (samples[0] == Fault.HANG.marker) {
          hang();
        } else if (samples[0] == Fault.REFUSE.marker) {
          throw new RecognizerException("refused on demand");
        }
      }
      return real.accept(samples, count);
    }

    private static void hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public List<Word> result() throws RecognizerException {
      return real.result();
    }

    @Override
    public List<Word> flush() throws RecognizerException {
      return real.flush();
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
