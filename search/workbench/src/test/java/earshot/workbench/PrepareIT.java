package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged {@code bin/earshot-prepare}, which Java ends with a crash where it cannot. */
@Timeout(300)
class PrepareIT {
  private static final Path HOME = Path.of("target/earshot").toAbsolutePath();

  @Test
  void theClassesOfShortCommandsAreKeptForTheNextStart() throws Exception {
    ProcessBuilder command = new ProcessBuilder(HOME.resolve("bin/earshot-prepare").toString());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process prepare = command.redirectErrorStream(true).start();
    try {
      String said = new String(prepare.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = prepare.waitFor();
      assertThat(said).doesNotContain("Aborted", "fatal error");
      // A Java that was installed without its own archive cannot add to it.
      if (Files.exists(Path.of(System.getProperty("java.home"), "lib/server/classes.jsa"))) {
        assertThat(exit).as(said).isZero();
        assertThat(HOME.resolve("lib/earshot.jsa")).isNotEmptyFile();
      }
    } finally {
      prepare.destroyForcibly();
    }
  }
}
