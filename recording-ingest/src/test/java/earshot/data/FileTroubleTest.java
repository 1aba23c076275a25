package earshot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {
  @TempDir Path folder;

  @Test
  void whatTheFileSystemRefusesIsSaidInWords() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path none = folder.resolve("none");

    assertThat(said(() -> Files.createDirectories(file)))
        .isEqualTo(file + ": it is a file, not a folder");
    assertThat(said(() -> Files.createDirectory(folder))).isEqualTo(folder + ": it exists already");
    assertThat(said(() -> Files.newDirectoryStream(file).close()))
        .isEqualTo(file + ": it is a file, not a folder");
    assertThat(said(() -> Files.size(none))).isEqualTo(none + ": there is no such file or folder");
    assertThat(said(() -> Files.delete(folder))).isEqualTo(folder + ": the folder is not empty");
    assertThat(said(() -> Files.readString(file.resolve("below"))))
        .isEqualTo(file.resolve("below") + ": a part of the path is a file, not a folder");
  }

  private interface Use {
    void use() throws IOException;
  }

  private static String said(Use use) {
    return FileTrouble.words(catchThrowableOfType(IOException.class, use::use));
  }

  @Test
  void whatATestCannotRefuseIsSaidInWordsToo() {
    assertThat(FileTrouble.words(new AccessDeniedException("/data")))
        .isEqualTo("/data: permission denied");
    assertThat(FileTrouble.words(new FileSystemException("/data", null, "Read-only file system")))
        .isEqualTo("/data: the file system is read-only");
    assertThat(FileTrouble.words(new FileSystemException("/data", null, "Text file busy")))
        .isEqualTo("/data: Text file busy");
    assertThat(FileTrouble.words(new UncheckedIOException(new AccessDeniedException("/in"))))
        .isEqualTo("/in: permission denied");
  }

  @Test
  void anErrorOfOurOwnKeepsItsWordsAndOneWithoutWordsItsName() {
    assertThat(FileTrouble.words(new IOException("the call list is empty")))
        .isEqualTo("the call list is empty");
    assertThat(FileTrouble.words(new EOFException())).isEqualTo("EOFException");
  }
}
