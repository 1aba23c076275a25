package earshot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock between processes. */
class WriterLockIT {
  @TempDir Path dir;
  private Process writer;
  private BufferedReader said;

  /** Another process that writes until it is killed or its input ends. */
  static final class Writer {
    public static void main(String[] args) throws Exception {
      try (WriterLock lock = WriterLock.acquire(new DataFolder(Path.of(args[0])), "run")) {
        System.out.println("writing " + lock.folder().root());
        System.in.read();
      }
    }
  }

  @BeforeEach
  void startWriter() throws Exception {
    writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                dir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    said = writer.inputReader();
    assertThat(said.readLine()).startsWith("writing");
  }

  @AfterEach
  void stopWriter() throws Exception {
    writer.destroyForcibly().waitFor();
  }

  @Test
  void aWriterInAnotherProcessIsNamed() {
    assertThatThrownBy(() -> WriterLock.acquire(new DataFolder(dir), "score"))
        .isInstanceOf(DataFolderBusyException.class)
        .hasMessageContaining("earshot run (process " + writer.pid());
  }

  @Test
  void aRefusedAttemptDoesNotFreeTheLock() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> WriterLock.acquire(new DataFolder(dir), "score"))
          .isInstanceOf(DataFolderBusyException.class);
    }
  }

  @Test
  void whoAsksLearnsOfAWriterWhileItLives() throws Exception {
    DataFolder folder = new DataFolder(dir);
    assertThat(WriterLock.writing(folder))
        .hasValueSatisfying(
            holder -> {
              assertThat(holder.command()).isEqualTo("run");
              assertThat(holder.pid()).isEqualTo(writer.pid());
            });
    writer.destroyForcibly().waitFor();
    assertThat(dir.resolve("writer.json")).as("left over by the killed process").exists();
    assertThat(WriterLock.writing(folder)).isEmpty();
  }

  @Test
  void aKilledWriterLeavesTheFolderFree() throws Exception {
    writer.destroyForcibly().waitFor();
    assertThat(dir.resolve("writer.json")).as("left over by the killed process").exists();
    try (WriterLock lock = WriterLock.acquire(new DataFolder(dir), "run")) {
      assertThat(dir.resolve("writer.json")).content().contains("" + ProcessHandle.current().pid());
      assertThat(lock).isNotNull();
    }
  }
}
