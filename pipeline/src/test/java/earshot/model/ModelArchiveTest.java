package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelArchiveTest {
  private static final ArchiveLimits LIMITS =
      new ArchiveLimits(1_000_000, 1_000_000, 5, 60, 1000, 0);
  private static final int SYMBOLIC_LINK = 0120777;

  @TempDir Path temp;

  private interface Content {
    void write(ZipArchiveOutputStream out) throws IOException;
  }

  private Path archive(Content content) throws IOException {
    Path zip = temp.resolve("a.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      content.write(out);
    }
    return zip;
  }

  private Path unpack(Path zip, DiskSpace.Free free) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("sub/unpacked"));
    new ModelArchive(LIMITS, new DiskSpace(free, 0)).unpack(zip, folder);
    return folder;
  }

  private Path unpack(Path zip) throws IOException {
    return unpack(zip, folder -> Long.MAX_VALUE);
  }

  @Test
  void filesAndFoldersAreUnpacked() throws IOException {
    Path zip =
        archive(
            out -> {
              MiniModel.entry(out, "m/", new byte[0], 0);
              MiniModel.entry(out, "m/conf/x", MiniModel.bytes("text"), 0);
            });

    assertThat(unpack(zip).resolve("m/conf/x")).hasContent("text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "m/../../evil",
        "/evil",
        "m/../../../evil",
        "..\\evil",
        "C:/evil",
        "..",
        "m/.."
      })
  void nothingLandsOutsideTheFolder(String name) throws IOException {
    Path zip = archive(out -> MiniModel.entry(out, name, MiniModel.bytes("evil"), 0));

    assertThatThrownBy(() -> unpack(zip))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("outside");
    assertThat(temp.resolve("evil")).doesNotExist();
    assertThat(temp.resolve("sub/evil")).doesNotExist();
  }

  @Test
  void symbolicLinksAreRefused() throws IOException {
    Path zip =
        archive(out -> MiniModel.entry(out, "m/link", MiniModel.bytes("/etc"), SYMBOLIC_LINK));

    assertThatThrownBy(() -> unpack(zip)).hasMessageContaining("symbolic link");
  }

  @Test
  void archiveThatGrowsTooMuchIsRefusedBeforeItIsUnpacked() throws IOException {
    Path zip = archive(out -> MiniModel.entry(out, "m/zeros", new byte[900_000], 0));

    assertThat(Files.size(zip)).isLessThan(10_000);
    assertThatThrownBy(() -> unpack(zip)).hasMessageContaining("unpacks to more than");
    assertThat(temp.resolve("sub/unpacked")).isEmptyDirectory();
  }

  @Test
  void archiveThatIsTooLargeUnpackedIsRefused() throws IOException {
    byte[] noise = new byte[1_000_001];
    new Random(1).nextBytes(noise);
    Path zip = archive(out -> MiniModel.entry(out, "m/noise", noise, 0));

    assertThatThrownBy(() -> unpack(zip)).hasMessageContaining("more than 1000000 bytes");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    Path zip =
        archive(
            out -> {
              for (int i = 0; i < 6; i++) {
                MiniModel.entry(out, "m/" + i, MiniModel.bytes("x"), 0);
              }
            });

    assertThatThrownBy(() -> unpack(zip)).hasMessageContaining("6 entries");
  }

  @Test
  void fileThatIsInItTwiceIsRefused() throws IOException {
    Path zip =
        archive(
            out -> {
              MiniModel.entry(out, "m/x", MiniModel.bytes("one"), 0);
              MiniModel.entry(out, "m/x", MiniModel.bytes("two"), 0);
            });

    assertThatThrownBy(() -> unpack(zip)).hasMessageContaining("twice");
  }

  @Test
  void archiveThatWouldNotFitIsNotStarted() throws IOException {
    Path zip = archive(out -> MiniModel.entry(out, "m/x", MiniModel.bytes("12345678"), 0));

    assertThatThrownBy(() -> unpack(zip, folder -> 7))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("7 bytes free, 8 are needed");
  }

  @Test
  void whatIsNoArchiveIsSaidSo() throws IOException {
    Path page = Files.writeString(temp.resolve("page.zip"), "<html>not found</html>");

    assertThatThrownBy(() -> unpack(page))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("page.zip");
  }
}
