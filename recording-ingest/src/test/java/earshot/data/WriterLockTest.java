package earshot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterLockTest {
  @TempDir Path dir;

  @Test
  void aSecondWriterInTheSameProcessIsToldWhoTheFirstIs() throws Exception {
    DataFolder folder = new DataFolder(dir.resolve("new/data"));
    try (WriterLock lock = WriterLock.acquire(folder, "run")) {
      assertThat(lock.folder()).isEqualTo(folder);
      assertThatThrownBy(() -> WriterLock.acquire(folder, "score"))
          .isInstanceOf(DataFolderBusyException.class)
          .hasMessageContaining(folder.root().toString())
          .hasMessageContaining("earshot run")
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("since ");
    }
  }

  @Test
  void anotherNameOfTheSameFolderIsTheSameFolder() throws Exception {
    Path data = Files.createDirectory(dir.resolve("data"));
    Path link = Files.createSymbolicLink(dir.resolve("link"), data);
    try (WriterLock lock = WriterLock.acquire(new DataFolder(data), "run")) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> WriterLock.acquire(new DataFolder(link), "run"))
          .isInstanceOf(DataFolderBusyException.class);
    }
  }

  @Test
  void aClosedLockIsFreeAgain() throws Exception {
    DataFolder folder = new DataFolder(dir);
    WriterLock first = WriterLock.acquire(folder, "run");
    first.close();
    WriterLock second = WriterLock.acquire(folder, "run");
    first.close();
    assertThatThrownBy(() -> WriterLock.acquire(folder, "run"))
        .as("closing the first again does not free the second")
        .isInstanceOf(DataFolderBusyException.class);
    second.close();
  }

  @Test
  void twoFoldersHaveTwoWriters() throws Exception {
    try (WriterLock a = WriterLock.acquire(new DataFolder(dir.resolve("a")), "run");
        WriterLock b = WriterLock.acquire(new DataFolder(dir.resolve("b")), "run")) {
      assertThat(a.folder()).isNotEqualTo(b.folder());
    }
  }

  @Test
  void aFileInPlaceOfTheFolderFails() throws Exception {
    Path file = Files.writeString(dir.resolve("file"), "x");
    assertThatThrownBy(() -> WriterLock.acquire(new DataFolder(file), "run"))
        .isInstanceOf(java.io.IOException.class)
        .hasMessageContaining(file.toString());
  }
}
