package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  @TempDir Path temp;

  static Path shipped() {
    return Path.of(System.getProperty("earshot.root", "."))
        .resolve("pipeline/src/dist/models/vosk-model-tiny-en-callcentre-8k-0.1");
  }

  @Test
  void layoutWithFoldersIsOpenedAtItsOwnRate() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("vosk-model-small-xx-0.1"), 16000);

    assertThat(ModelFolder.open(folder))
        .isEqualTo(new RecognitionModel("vosk-model-small-xx-0.1", folder, 16000, null));
  }

  @Test
  void olderFlatLayoutIsOpened() throws IOException {
    Path folder = MiniModel.flat(temp.resolve("old"), 8000);

    assertThat(ModelFolder.open(folder).sampleRateHz()).isEqualTo(8000);
  }

  @Test
  void rateThatIsNotSaidIsTheOneKaldiAssumes() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 8000);
    Files.writeString(folder.resolve("conf/mfcc.conf"), "--use-energy=false\n");

    assertThat(ModelFolder.open(folder).sampleRateHz()).isEqualTo(16000);
  }

  @Test
  void rateWithDecimalsAndUnderscoresIsRead() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 8000);
    Files.writeString(folder.resolve("conf/mfcc.conf"), "# rate\n--sample_frequency=11025.0\n");

    assertThat(ModelFolder.open(folder).sampleRateHz()).isEqualTo(11025);
  }

  @Test
  void folderUnpackedTwiceIsFound() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("a/b/vosk-model-xx"), 8000);
    Files.createDirectories(temp.resolve("a/__MACOSX"));

    RecognitionModel model = ModelFolder.open(temp.resolve("a"));

    assertThat(model.folder()).isEqualTo(folder);
    assertThat(model.name()).isEqualTo("vosk-model-xx");
  }

  @Test
  void folderWithoutModelIsNamedWithWhatToDo() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("pictures"));
    MiniModel.write(folder, "one/a.txt", "a");
    MiniModel.write(folder, "two/b.txt", "b");

    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith(folder.toString())
        .hasMessageContaining("am/final.mdl")
        .hasMessageContaining("models install");
  }

  @Test
  void everyMissingFileIsNamed() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("half"), 8000);
    Files.delete(folder.resolve("conf/model.conf"));
    Files.delete(folder.resolve("graph/disambig_tid.int"));
    MiniModel.write(folder, "ivector/final.ie", "extractor");

    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("conf/model.conf")
        .hasMessageContaining("graph/disambig_tid.int")
        .hasMessageContaining("ivector/final.dubm");
  }

  @Test
  void missingGraphNamesBothForms() throws IOException {
    Path folder = MiniModel.flat(temp.resolve("half"), 8000);
    Files.delete(folder.resolve("HCLG.fst"));

    assertThatThrownBy(() -> ModelFolder.open(folder))
        .hasMessageContaining("HCLG.fst (or HCLr.fst with Gr.fst)");
  }

  @Test
  void archiveInsteadOfFolderIsToldToBeUnpacked() throws IOException {
    Path file = Files.writeString(temp.resolve("model.zip"), "PK");

    assertThatThrownBy(() -> ModelFolder.open(file))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("unpack");
  }

  @Test
  void folderThatIsNotThereIsSaidSo() {
    assertThatThrownBy(() -> ModelFolder.open(temp.resolve("gone")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("there is no model folder " + temp.resolve("gone"));
  }

  @Test
  void brokenConfigurationNamesFileAndLine() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 8000);
    Files.writeString(folder.resolve("conf/mfcc.conf"), "--a=b\nsample-frequency 8000\n");

    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("mfcc.conf line 2")
        .hasMessageContaining("sample-frequency 8000");
  }

  @Test
  void impossibleRateIsRefused() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("m"), 8000);
    Files.writeString(folder.resolve("conf/mfcc.conf"), "--sample-frequency=NaN\n");

    assertThatThrownBy(() -> ModelFolder.open(folder)).hasMessageContaining("'NaN'");
  }

  @Test
  void inputLevelComesFromTheCatalogueByName() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("vosk-model-tiny-en-callcentre-8k-0.1"), 8000);

    assertThat(ModelFolder.open(folder).inputLevelDbfs()).isEqualTo(-38.0);
  }

  @Test
  void settingsInTheFolderWinOverTheCatalogue() throws IOException {
    Path folder = MiniModel.folders(temp.resolve("vosk-model-tiny-en-callcentre-8k-0.1"), 8000);
    Path settings = folder.resolve(ModelFolder.SETTINGS_FILE);

    Files.writeString(settings, "input-level-dbfs = -20.5\nlanguage = nb\n");
    assertThat(ModelFolder.open(folder).inputLevelDbfs()).isEqualTo(-20.5);
    assertThat(ModelFolder.language(ModelFolder.open(folder))).contains("no");

    Files.writeString(settings, "input-level-dbfs = none\n");
    assertThat(ModelFolder.open(folder).inputLevelDbfs()).isNull();

    Files.writeString(settings, "input-level-dbfs = loud\n");
    assertThatThrownBy(() -> ModelFolder.open(folder))
        .hasMessageContaining(settings.toString())
        .hasMessageContaining("'loud'");
  }

  @Test
  void shippedModelIsOpenedAndItsFilesAreTheOnesOfTheManifest() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(shipped()));

    RecognitionModel model = ModelFolder.open(shipped());

    assertThat(model.sampleRateHz()).isEqualTo(8000);
    assertThat(model.inputLevelDbfs()).isEqualTo(-38.0);
    assertThat(ModelCheck.of(model).problems()).isEmpty();
    assertThat(ModelCheck.of(model).sums()).isNotNull();
  }
}
