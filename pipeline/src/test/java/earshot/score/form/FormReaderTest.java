package earshot.score.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.score.definition.DefinitionException;
import org.junit.jupiter.api.Test;

class FormReaderTest {
  private static final String HEAD =
      """
      form: politeness
      version: 1
      title: Politeness
      gate: {recognised: 0.6, confidence: 0.5, evidence: 0.5, doubtful: 0.7}
      sections:
        - title: All
          questions:
            - id: please
              text: Does the agent say please?
              help: At least once.
              weight: 3
      """;

  @Test
  void aQuestionIsPureData() {
    Form form =
        FormReader.read(
            "politeness.yaml",
            HEAD
                + "        find: '#please OR #thanks'\n        by: agent\n        within: last 30 s\n"
                + "        'yes': Said.\n        'no': Not said.\n");
    Rule rule = form.questions().get(0).rule();
    assertThat(rule.finds()).containsExactly(java.util.Set.of("please", "thanks"));
    assertThat(rule.window()).isEqualTo(new Window.Last(30));
    assertThat(rule.expectSaid()).isTrue();
  }

  @Test
  void aWrongWindowIsNamedWithFileAndLine() {
    assertThatThrownBy(
            () ->
                FormReader.read(
                    "politeness.yaml",
                    HEAD
                        + "        find: '#please'\n        by: agent\n        within: soon\n"
                        + "        'yes': Said.\n        'no': Not said.\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("politeness.yaml:14: ")
        .hasMessageContaining("'soon'");
  }

  @Test
  void wordsBelongIntoAFamily() {
    assertThatThrownBy(
            () ->
                FormReader.read(
                    "politeness.yaml",
                    HEAD
                        + "        find: 'please'\n        by: agent\n        'yes': y\n        'no': n\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("politeness.yaml:12: ")
        .hasMessageContaining("#families");
  }

  @Test
  void anUnknownEntryListsTheKnownOnes() {
    assertThatThrownBy(
            () ->
                FormReader.read("politeness.yaml", HEAD + "        wieght: 4\n        check: x\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("'wieght' is not known here")
        .hasMessageContaining("weight");
  }

  @Test
  void brokenYamlIsNamedWithItsLine() {
    assertThatThrownBy(() -> FormReader.read("broken.yaml", "form: a\n  - b: [\n"))
        .isInstanceOf(DefinitionException.class)
        .hasMessageStartingWith("broken.yaml:2: no YAML");
  }
}
