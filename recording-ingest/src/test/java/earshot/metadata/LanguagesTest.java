package earshot.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource({
    "en,en", "EN,en", "en-GB,en", "en_US.UTF-8,en", "eng,en", "nb,no", "nn-NO,no", "nob,no",
        "no,no",
    "gr,el", "el-GR,el", "gre,el", "ell,el", "vi-VN,vi", "vie,vi", "slv,sl", "sl,sl", "swa,sw",
    "sw-KE,sw", "deu,de", "fr,fr", "zh-Hans-CN,zh", "qq,qq"
  })
  void aTagBecomesTheCodeOfItsLanguage(String tag, String code) {
    assertThat(Languages.normalise(tag)).contains(code);
  }

  @Test
  void anUnknownLanguageIsNone() {
    assertThat(Languages.normalise("und")).isEmpty();
    assertThat(Languages.normalise("Unknown")).isEmpty();
  }

  @Test
  void whatIsNoTagIsRefused() {
    for (String tag : new String[] {"", "e", "1", "english language", "en/GB"}) {
      assertThatThrownBy(() -> Languages.normalise(tag)).hasMessageContaining("language code");
    }
  }
}
