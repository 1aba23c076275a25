package earshot.transcribe.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateModelTest {
  @TempDir Path model;

  @BeforeEach
  void makeModel() throws IOException {
    Files.createDirectories(model.resolve("am"));
    Files.writeString(model.resolve("am/final.mdl"), "weights");
    Files.createDirectories(model.resolve("conf"));
    Files.writeString(model.resolve("conf/mfcc.conf"), "--num-ceps=40\n--dither=1.0\n");
    Files.writeString(model.resolve("conf/model.conf"), "--beam=10\n");
  }

  @Test
  void everythingIsThereAndDitherIsOff() throws IOException {
    try (PrivateModel copy = PrivateModel.of(model)) {
      assertThat(copy.folder().resolve("am/final.mdl")).hasContent("weights");
      assertThat(copy.folder().resolve("conf/model.conf")).hasContent("--beam=10");
      assertThat(Files.readAllLines(copy.folder().resolve("conf/mfcc.conf")))
          .containsExactly("--num-ceps=40", "--dither=0");
    }
  }

  @Test
  void closingLeavesTheModelAloneAndNothingElseBehind() throws IOException {
    Path folder;
    try (PrivateModel copy = PrivateModel.of(model)) {
      folder = copy.folder();
    }
    assertThat(folder).doesNotExist();
    assertThat(model.resolve("am/final.mdl")).hasContent("weights");
    assertThat(model.resolve("conf/mfcc.conf")).content().contains("--dither=1.0");
  }

  @Test
  void modelsOfTheFirstKindHaveTheirConfigurationOnTop() throws IOException {
    Files.move(model.resolve("conf/mfcc.conf"), model.resolve("mfcc.conf"));
    try (PrivateModel copy = PrivateModel.of(model)) {
      assertThat(Files.readAllLines(copy.folder().resolve("mfcc.conf"))).contains("--dither=0");
    }
  }

  @Test
  void anErrorNamesTheModel() {
    Path none = model.resolve("none");
    assertThatThrownBy(() -> PrivateModel.of(none))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }
}
