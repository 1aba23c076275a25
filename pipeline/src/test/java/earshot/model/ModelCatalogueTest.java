package earshot.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelCatalogueTest {
  private final ModelCatalogue catalogue = ModelCatalogue.load();

  @Test
  void oneModelShipsAndItIsEnglish() {
    assertThat(catalogue.models().stream().filter(PublishedModel::shipped))
        .singleElement()
        .satisfies(
            model -> {
              assertThat(model.language()).isEqualTo("en");
              assertThat(model.sampleRateHz()).isEqualTo(8000);
              assertThat(model.inputLevelDbfs()).isEqualTo(-38.0);
            });
  }

  @Test
  void officialModelsNormaliseTheLevelThemselves() {
    assertThat(catalogue.models().stream().filter(m -> !m.shipped()))
        .isNotEmpty()
        .allSatisfy(model -> assertThat(model.inputLevelDbfs()).isNull());
  }

  @Test
  void languagesWithoutModelHaveNone() {
    assertThat(catalogue.languagesWithoutModel()).containsExactly("no", "sl", "sw");
    assertThat(catalogue.models())
        .noneMatch(m -> catalogue.languagesWithoutModel().contains(m.language()));
  }

  @Test
  void namesAreListedOnce() {
    assertThat(catalogue.models()).extracting(PublishedModel::name).doesNotHaveDuplicates();
  }

  @Test
  void languageCodesOfCallsAndOfModelNamesAreUnderstood() {
    assertThat(catalogue.language("en-GB")).isEqualTo("en");
    assertThat(catalogue.language("nb")).isEqualTo("no");
    assertThat(catalogue.language("NN_no")).isEqualTo("no");
    assertThat(catalogue.languageOf("vosk-model-small-vn-0.4")).contains("vi");
    assertThat(catalogue.languageOf("vosk-model-vn-9.9")).contains("vi");
    assertThat(catalogue.languageOf("vosk-model-small-cn-9")).contains("zh");
    assertThat(catalogue.languageOf("vosk-model-fr-0.6-linto-2.2.0")).contains("fr");
    assertThat(catalogue.languageOf("vosk-model-spk-0.4")).isEmpty();
    assertThat(catalogue.languageOf("model")).isEmpty();
  }
}
