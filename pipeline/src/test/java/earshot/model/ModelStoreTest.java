package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
  private static final String TINY = "vosk-model-tiny-en-callcentre-8k-0.1";

  @TempDir Path temp;
  private Path shipped;
  private Path own;
  private ModelStore store;

  @BeforeEach
  void oneModelShips() throws IOException {
    shipped = temp.resolve("home/models");
    own = temp.resolve("own");
    MiniModel.folders(shipped.resolve(TINY), 8000);
    store = new ModelStore(shipped, own);
  }

  @Test
  void shippedModelStaysTheDefaultWhenABetterOneIsInstalled() throws IOException {
    MiniModel.folders(own.resolve("vosk-model-en-us-0.22"), 16000);

    assertThat(store.find("en").orElseThrow().name()).isEqualTo(TINY);
    assertThat(store.find("en-GB").orElseThrow().name()).isEqualTo(TINY);
  }

  @Test
  void defaultsFileChoosesAnother() throws IOException {
    MiniModel.folders(own.resolve("vosk-model-en-us-0.22"), 16000);
    Files.writeString(own.resolve(ModelStore.DEFAULTS_FILE), "en = vosk-model-en-us-0.22\n");

    assertThat(store.find("en").orElseThrow().name()).isEqualTo("vosk-model-en-us-0.22");
  }

  @Test
  void defaultThatIsGoneIsAnErrorAndNotAnotherModel() throws IOException {
    Files.createDirectories(own);
    Files.writeString(own.resolve(ModelStore.DEFAULTS_FILE), "en = vosk-model-en-us-0.22\n");

    assertThatThrownBy(() -> store.find("en"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("vosk-model-en-us-0.22")
        .hasMessageContaining(TINY);
  }

  @Test
  void languageWithoutModelHasNone() throws IOException {
    assertThat(store.find("sw")).isEmpty();
    assertThat(store.find("nb")).isEmpty();
  }

  @Test
  void onlyInstalledModelOfALanguageHearsIt() throws IOException {
    MiniModel.folders(own.resolve("vosk-model-small-vn-0.4"), 16000);

    assertThat(store.find("vi").orElseThrow().name()).isEqualTo("vosk-model-small-vn-0.4");
  }

  @Test
  void twoInstalledModelsOfALanguageNeedAChoice() throws IOException {
    MiniModel.folders(own.resolve("vosk-model-small-vn-0.4"), 16000);
    MiniModel.folders(own.resolve("vosk-model-vn-0.4"), 16000);

    assertThatThrownBy(() -> store.find("vi"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("vosk-model-small-vn-0.4, vosk-model-vn-0.4")
        .hasMessageContaining(own.resolve(ModelStore.DEFAULTS_FILE).toString());
  }

  @Test
  void modelIsResolvedByNameOrFolder() throws IOException {
    Path elsewhere = MiniModel.folders(temp.resolve("elsewhere/mine"), 11025);

    assertThat(store.resolve(TINY).folder()).isEqualTo(shipped.resolve(TINY));
    assertThat(store.resolve(elsewhere.toString()).sampleRateHz()).isEqualTo(11025);
  }

  @Test
  void unknownNameListsWhatIsThereAndHowToGetIt() {
    assertThatThrownBy(() -> store.resolve("vosk-model-el-gr-0.7"))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(TINY)
        .hasMessageContaining("earshot models install vosk-model-el-gr-0.7");
  }

  @Test
  void folderThatIsNoModelIsPassedOver() throws IOException {
    MiniModel.write(own, "broken/am/final.mdl", "x");
    Files.createDirectories(own.resolve(".download"));

    assertThat(store.installed()).singleElement().satisfies(m -> assertThat(m.shipped()).isTrue());
    assertThat(store.folders()).containsExactly(shipped.resolve(TINY), own.resolve("broken"));
  }

  @Test
  void shippedModelWinsOverOneOfItsName() throws IOException {
    MiniModel.folders(own.resolve(TINY), 16000);

    assertThat(store.resolve(TINY).sampleRateHz()).isEqualTo(8000);
  }

  @Test
  void folderOfModelsIsFoundInOrder() {
    Path home = Path.of("home", "u");
    Map<String, String> both = Map.of("EARSHOT_MODELS", "env", "XDG_DATA_HOME", "data");

    assertThat(ModelStore.ownFolder("property", both, home.toString()))
        .isEqualTo(Path.of("property"));
    assertThat(ModelStore.ownFolder(null, both, home.toString())).isEqualTo(Path.of("env"));
    assertThat(ModelStore.ownFolder(null, Map.of("XDG_DATA_HOME", "data"), home.toString()))
        .isEqualTo(Path.of("data", "earshot", "models"));
    assertThat(ModelStore.ownFolder(null, Map.of(), home.toString()))
        .isEqualTo(home.resolve(Path.of(".local", "share", "earshot", "models")));
  }
}
