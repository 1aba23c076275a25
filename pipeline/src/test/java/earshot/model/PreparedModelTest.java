package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedModelTest {
  private static final Map<String, String> UPSAMPLE = Map.of("allow-upsample", "true");

  @TempDir Path temp;

  @Test
  void eachSettingGoesIntoTheFileThatKaldiReadsItFrom() throws IOException {
    RecognitionModel model = ModelFolder.open(MiniModel.folders(temp.resolve("m"), 16000));

    RecognitionModel prepared =
        model.prepared(
            temp.resolve("cache"),
            Map.of(
                "allow-upsample",
                "true",
                "beam",
                "8.0",
                "--endpoint.rule5.min-utterance-length",
                "60"));

    assertThat(prepared.folder().resolve("conf/mfcc.conf"))
        .hasContent("--sample-frequency=16000\n--num-mel-bins=40\n--allow-upsample=true\n");
    assertThat(prepared.folder().resolve("conf/model.conf"))
        .hasContent("--beam=8.0\n--max-active=2000\n--endpoint.rule5.min-utterance-length=60\n");
    assertThat(ModelConf.of(prepared).accepts(8000)).isTrue();
  }

  @Test
  void modelItselfStaysAsItIsAndKeepsItsName() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 16000);
    String before = Files.readString(folder.resolve("conf/mfcc.conf"));

    RecognitionModel prepared = ModelFolder.open(folder).prepared(temp.resolve("cache"), UPSAMPLE);

    assertThat(folder.resolve("conf/mfcc.conf")).hasContent(before);
    assertThat(prepared.name()).isEqualTo("m");
    assertThat(prepared.folder()).startsWith(temp.resolve("cache"));
    assertThat(prepared.folder().resolve("am/final.mdl"))
        .hasSameBinaryContentAs(folder.resolve("am/final.mdl"));
    assertThat(ModelLayout.FOLDERS.missing(prepared.folder())).isEmpty();
  }

  @Test
  void sameChangesGiveTheSameFolderAndOthersAnother() throws IOException {
    RecognitionModel model = ModelFolder.open(MiniModel.folders(temp.resolve("m"), 16000));
    Path cache = temp.resolve("cache");

    assertThat(model.prepared(cache, UPSAMPLE)).isEqualTo(model.prepared(cache, UPSAMPLE));
    assertThat(model.prepared(cache, Map.of("beam", "9")).folder())
        .isNotEqualTo(model.prepared(cache, UPSAMPLE).folder());
    try (Stream<Path> made = Files.list(cache)) {
      assertThat(made).hasSize(2);
    }
  }

  @Test
  void modelThatWasReplacedIsPreparedAnew() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 16000);
    Path first = ModelFolder.open(folder).prepared(temp.resolve("cache"), UPSAMPLE).folder();

    Files.writeString(folder.resolve("graph/Gr.fst"), "a longer grammar");

    assertThat(ModelFolder.open(folder).prepared(temp.resolve("cache"), UPSAMPLE).folder())
        .isNotEqualTo(first);
  }

  @Test
  void settingsThatAreThereAlreadyNeedNoCopy() throws IOException {
    RecognitionModel model = ModelFolder.open(MiniModel.folders(temp.resolve("m"), 16000));

    assertThat(model.prepared(temp.resolve("cache"), Map.of("beam", "10.0"))).isSameAs(model);
    assertThat(temp.resolve("cache")).doesNotExist();
  }

  @Test
  void flatModelBecomesOneWithFoldersSoThatItsDecoderCanBeSet() throws IOException {
    RecognitionModel model = ModelFolder.open(MiniModel.flat(temp.resolve("old"), 8000));

    RecognitionModel prepared =
        model.prepared(temp.resolve("cache"), Map.of("endpoint.rule5.min-utterance-length", "60"));

    assertThat(ModelLayout.of(prepared.folder())).contains(ModelLayout.FOLDERS);
    assertThat(ModelFolder.open(prepared.folder()).sampleRateHz()).isEqualTo(8000);
    assertThat(prepared.folder().resolve("graph/phones/word_boundary.int")).exists();
    assertThat(prepared.folder().resolve("ivector/final.dubm")).exists();
    assertThat(ModelConf.of(prepared).setting("max-active")).contains("7000");
    assertThat(ModelConf.of(prepared).setting("endpoint.rule5.min-utterance-length"))
        .contains("60");
  }
}
