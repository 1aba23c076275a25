package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelConfTest {
  @TempDir Path temp;

  @Test
  void lowerRateIsAcceptedOnlyWhereUpsamplingIsAllowed() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 16000);
    ModelConf conf = ModelConf.of(ModelFolder.open(folder));

    assertThat(conf.accepts(16000)).isTrue();
    assertThat(conf.accepts(8000)).isFalse();
    assertThat(conf.changesFor(8000)).isEqualTo(Map.of("allow-upsample", "true"));
    assertThat(conf.accepts(44100)).isTrue();

    Files.writeString(
        folder.resolve("conf/mfcc.conf"), "--sample-frequency=16000\n--allow-upsample\n");
    ModelConf allowing = ModelConf.of(ModelFolder.open(folder));
    assertThat(allowing.accepts(8000)).isTrue();
    assertThat(allowing.changesFor(8000)).isEmpty();
  }

  @Test
  void settingsOfBothFilesAreReadWithoutTheirComments() throws IOException {
    ModelConf conf = ModelConf.of(ModelFolder.open(MiniModel.folders(temp.resolve("m"), 8000)));

    assertThat(conf.setting("beam")).contains("10.0");
    assertThat(conf.setting("num_mel_bins")).contains("40");
    assertThat(conf.setting("lattice-beam")).isEmpty();
  }

  @Test
  void flatLayoutHasTheDecoderSettingsBuiltIntoLibvosk() throws IOException {
    ModelConf conf = ModelConf.of(ModelFolder.open(MiniModel.flat(temp.resolve("m"), 8000)));

    assertThat(conf.setting("max-active")).contains("7000");
  }
}
