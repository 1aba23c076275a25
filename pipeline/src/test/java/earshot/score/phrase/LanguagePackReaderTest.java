package earshot.score.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.score.definition.DefinitionException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguagePackReaderTest {
  private static final String LANGUAGE =
      "code: en\nname: English\nshort-forms:\n  i'm: [i am]\nwords:\n  number: one two\n";

  @Test
  void shortFormsStandForTheirLongForms() {
    LanguagePack pack = pack("  tired:\n    means: Tired.\n    find: ['\"i''m tired\"']\n");
    assertThat(PhrasesTest.said(pack, "well i am tired").all("tired")).hasSize(1);
    assertThat(PhrasesTest.said(pack, "well i'm tired").all("tired")).hasSize(1);
  }

  @Test
  void aFindThatSharesAWordWithAnExceptionDoesNotCount() {
    LanguagePack pack =
        pack("  sorry:\n    means: s\n    find: [sorry]\n    except: ['\"not sorry\"']\n");
    assertThat(PhrasesTest.said(pack, "i am not sorry").all("sorry")).isEmpty();
    assertThat(PhrasesTest.said(pack, "i am so sorry").all("sorry")).hasSize(1);
  }

  @Test
  void anOpenBracketIsNamedWithFileAndLine() {
    assertThatThrownBy(() -> pack("  a:\n    means: a\n    find:\n      - '\"good (morning\"'\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("families.yaml:5: ")
        .hasMessageContaining("not closed");
  }

  @Test
  void whoSpeaksIsNotSaidInAPattern() {
    assertThatThrownBy(() -> pack("  a:\n    means: a\n    find: ['agent: hello']\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("a pattern may hold");
  }

  @Test
  void aFamilyThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> pack("  a:\n    means: a\n    find: ['#b']\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("no family 'b'");
  }

  private static LanguagePack pack(String families) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("language.yaml", LANGUAGE);
    files.put("families.yaml", "families:\n" + families);
    return LanguagePackReader.read(files);
  }
}
