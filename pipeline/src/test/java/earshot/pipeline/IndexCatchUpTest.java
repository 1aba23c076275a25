package earshot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.data.DataFolder;
import earshot.index.CallIndex;
import earshot.index.CallIndexWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCatchUpTest {
  @TempDir Path temporary;
  private DataFolder folder;

  @BeforeEach
  void folder() {
    folder = new DataFolder(temporary.resolve("data"));
  }

  private static Progress after(double seconds, long done) {
    return new Progress(9, done, 900, 100 * done, 60, seconds);
  }

  private int found() throws Exception {
    try (CallIndex index = CallIndex.open(folder.index())) {
      return index.calls();
    }
  }

  /** Puts the record of a call of another folder into this one, as a run that goes on does. */
  private void commit(String callId) throws Exception {
    Path inputs = temporary.resolve("in-" + callId);
    Transcripts.write(inputs, callId, "My tap drips since Monday.");
    Path other = temporary.resolve("other-" + callId);
    EarshotPipeline.transcripts(Transcripts.settings(other, false, inputs), progress -> {});
    String record = "2026-03-29/" + callId + ".json";
    Path to = folder.calls().resolve(record);
    Files.createDirectories(to.getParent());
    Files.copy(new DataFolder(other).calls().resolve(record), to);
  }

  @Test
  void aFolderCanBeSearchedFromTheStart() throws Exception {
    IndexCatchUp.start(folder);
    assertThat(found()).isZero();
  }

  @Test
  void whatIsCommittedIsFoundHalfAMinuteLater() throws Exception {
    IndexCatchUp index = IndexCatchUp.start(folder);
    commit("w1");
    index.consider(after(29, 1));
    assertThat(found()).as("too soon").isZero();
    index.consider(after(31, 1));
    assertThat(found()).isEqualTo(1);
    commit("w2");
    index.consider(after(32, 2));
    assertThat(found()).as("too soon again").isEqualTo(1);
    index.consider(after(200, 1));
    assertThat(found()).as("nothing new was told").isEqualTo(1);
    index.consider(after(200, 2));
    assertThat(found()).isEqualTo(2);
  }

  @Test
  void whoeverComesSecondWaits() throws Exception {
    IndexCatchUp.start(folder);
    commit("w1");
    CompletableFuture<Void> second;
    try (CallIndexWriter first = CallIndexWriter.open(folder.index())) {
      second =
          CompletableFuture.runAsync(
              () -> {
                try {
                  Derived.updateIndex(folder);
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      first.commit();
      assertThat(second).isNotDone();
    }
    second.get(1, TimeUnit.MINUTES);
    assertThat(found()).isEqualTo(1);
  }
}
