package earshot.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OrphanIT {
  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void aWorkerEndsWithItsParentEvenWhenThatIsKilledInMidDecoding() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dearshot.root=" + System.getProperty("earshot.root"),
                "-cp",
                System.getProperty("java.class.path"),
                WorkerParent.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      String pid = lines.readLine();
      while (pid != null && !pid.matches("\\d+")) {
        pid = lines.readLine();
      }
      assertThat(pid).isNotNull();
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      assertThat(lines.lines().anyMatch("fed"::equals)).isTrue();
      assertThat(worker.isAlive()).isTrue();
      parent.destroyForcibly();
      worker.onExit().get(30, TimeUnit.SECONDS);
    } finally {
      parent.destroyForcibly();
    }
  }
}
