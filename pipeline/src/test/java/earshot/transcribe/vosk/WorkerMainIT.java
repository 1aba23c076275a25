package earshot.transcribe.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WorkerMainIT {
  private static final Path MODEL =
      Path.of(
          System.getProperty("earshot.root"),
          "pipeline/src/dist/models/vosk-model-tiny-en-callcentre-8k-0.1");

  private static Process start(long parent) throws Exception {
    return WorkerCommand.vosk()
        .builder(MODEL, 1, parent)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void awaitReady(Process worker) throws Exception {
    Frame frame = Frame.read(new DataInputStream(worker.getInputStream()));
    assertThat(frame).isNotNull();
    assertThat(frame.kind()).isEqualTo(Frame.Kind.READY);
  }

  @Test
  void itEndsWhenItsInputEnds() throws Exception {
    Process worker = start(ProcessHandle.current().pid());
    awaitReady(worker);
    worker.getOutputStream().close();
    assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void itEndsWithTheProcessItWatchesThoughItsInputStaysOpen() throws Exception {
    Process watched =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jshell").toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Process worker = start(watched.pid());
    try {
      awaitReady(worker);
      assertThat(worker.isAlive()).isTrue();
      watched.destroyForcibly();
      assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      watched.destroyForcibly();
      worker.destroyForcibly();
    }
  }
}
