package earshot.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHashesTest {
  private static final Instant NOW = Instant.parse("2026-10-09T12:00:00Z");
  private static final long HOUR_AGO = NOW.minusSeconds(3600).toEpochMilli();
  private static final String SHA = "ab".repeat(32);

  @TempDir private Path root;

  private DataFolder remembered(FileHashes.Entry... entries) throws IOException {
    DataFolder folder = new DataFolder(root);
    FileHashes.load(folder).with(List.of(entries), NOW).save(folder);
    return folder;
  }

  @Test
  void anUnchangedFileIsKnownInTheNextRun() throws IOException {
    DataFolder folder = remembered(new FileHashes.Entry("file:/a.wav", 10, HOUR_AGO, SHA));
    FileHashes known = FileHashes.load(folder);
    assertThat(known.find("file:/a.wav", 10, HOUR_AGO)).contains(SHA);
    assertThat(known.find("file:/b.wav", 10, HOUR_AGO)).isEmpty();
    assertThat(known.find("file:/a.wav", 11, HOUR_AGO)).isEmpty();
    assertThat(known.find("file:/a.wav", 10, HOUR_AGO + 1)).isEmpty();
  }

  @Test
  void aFileThatMayStillChangeIsReadAgain() throws IOException {
    long now = NOW.toEpochMilli();
    DataFolder folder =
        remembered(
            new FileHashes.Entry("file:/a.wav", 10, now - 1000, SHA),
            new FileHashes.Entry("file:/b.wav", 10, 0, SHA));
    assertThat(FileHashes.load(folder).find("file:/a.wav", 10, now - 1000)).isEmpty();
    assertThat(FileHashes.load(folder).find("file:/b.wav", 10, 0)).isEmpty();
  }

  @Test
  void whatIsForgottenIsReadAgainAndNoPathIsKept() throws IOException {
    DataFolder folder = remembered(new FileHashes.Entry("file:/442079460605.wav", 10, 5, SHA));
    assertThat(Files.readString(root.resolve("file-hashes"))).contains(SHA).doesNotContain("wav");
    FileHashes.load(folder).without(SHA).save(folder);
    assertThat(FileHashes.load(folder).find("file:/442079460605.wav", 10, 5)).isEmpty();
  }

  @Test
  void brokenLinesArePassedOver() throws IOException {
    DataFolder folder = remembered(new FileHashes.Entry("file:/a.wav", 10, HOUR_AGO, SHA));
    Path file = root.resolve("file-hashes");
    Files.writeString(file, "what\n" + Files.readString(file) + "00");
    assertThat(FileHashes.load(folder).find("file:/a.wav", 10, HOUR_AGO)).contains(SHA);
  }

  @Test
  void nothingIsWrittenWhenNothingIsNew() throws IOException {
    FileHashes.Entry entry = new FileHashes.Entry("file:/a.wav", 10, HOUR_AGO, SHA);
    remembered(entry);
    FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(root.resolve("file-hashes"), before);
    remembered(entry);
    assertThat(Files.getLastModifiedTime(root.resolve("file-hashes"))).isEqualTo(before);
  }
}
