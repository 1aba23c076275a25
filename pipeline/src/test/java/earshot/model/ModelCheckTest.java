package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {
  @TempDir Path temp;

  @Test
  void emptyFileIsAProblem() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 8000);
    Files.writeString(folder.resolve("graph/Gr.fst"), "");

    ModelCheck check = ModelCheck.of(ModelFolder.open(folder));

    assertThat(check.problems()).containsExactly(folder.resolve("graph/Gr.fst") + " is empty");
    assertThat(check.sums()).isNull();
    assertThat(check.files()).isEqualTo(7);
  }

  @Test
  void changedAndMissingFilesAreNamedWhereSumsAreKnown() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 8000);
    ModelManifest.write(folder);
    assertThat(ModelCheck.of(ModelFolder.open(folder)).well()).isTrue();

    Files.writeString(folder.resolve("graph/Gr.fst"), "gramma?");
    Files.delete(folder.resolve("graph/phones/word_boundary.int"));
    ModelCheck check = ModelCheck.of(ModelFolder.open(folder));

    assertThat(check.problems()).hasSize(2);
    assertThat(check.problems().get(0)).contains("Gr.fst was changed");
    assertThat(check.problems().get(1)).contains("word_boundary.int is missing");
  }

  @Test
  void modelUnderTheNameOfAShippedOneIsComparedWithThat() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("vosk-model-tiny-en-callcentre-8k-0.1"), 8000);

    assertThat(ModelCheck.of(ModelFolder.open(folder)).problems()).isNotEmpty();
  }
}
