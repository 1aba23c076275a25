package earshot.transcribe.vosk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A worker process: loads one model, then decodes the streams that come in on standard input.
 *
 * <p>Arguments: folder of the model, number of streams decoded at once, process id of the parent.
 * It ends, at once and whatever it is doing, when standard input ends or the parent is gone.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /** Makes recognizers from a model's folder; tests put others in its place. */
  interface Engine {
    StreamRecognizer recognizer(int sampleRateHz) throws RecognizerException;
  }

  /** Loads an engine. */
  interface EngineLoader {
    Engine load(Path folder) throws IOException;
  }

  public static void main(String[] args) {
    run(args, folder -> VoskModel.load(folder)::recognizer);
  }

  static void run(String[] args, EngineLoader loader) {
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 14));
    // Standard output carries frames; nothing else may be printed to it.
    System.setOut(System.err);
    endWith(Long.parseLong(args[2]));
    try {
      Engine engine = loader.load(Path.of(args[0]));
      Frame.of(Frame.Kind.READY, 0).write(out);
      DataInputStream in =
          new DataInputStream(
              new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
      new WorkerSession(engine, Integer.parseInt(args[1]), out).serve(in);
      Runtime.getRuntime().halt(0);
    } catch (IOException | LinkageError e) {
      giveUp(out, String.valueOf(e.getMessage()));
    }
  }

  private static void giveUp(DataOutputStream out, String message) {
    try {
      Frame.failed(0, message).write(out);
    } catch (IOException parentGone) {
      System.err.println("worker: nobody to tell: " + message);
    }
    Runtime.getRuntime().halt(1);
  }

  private static void endWith(long parentPid) {
    ProcessHandle.of(parentPid)
        .ifPresentOrElse(
            parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(2)),
            () -> Runtime.getRuntime().halt(2));
  }
}
