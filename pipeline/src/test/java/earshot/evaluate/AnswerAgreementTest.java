package earshot.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Evidence;
import earshot.call.Facts;
import earshot.call.Role;
import earshot.call.Scorecard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerAgreementTest {
  @Test
  void unknownCountsOnlyInItsShare() {
    AnswerAgreement agreement = new AnswerAgreement();
    add(agreement, AnswerValue.YES, AnswerValue.YES);
    add(agreement, AnswerValue.YES, AnswerValue.UNKNOWN);
    add(agreement, AnswerValue.NO, AnswerValue.YES);
    add(agreement, AnswerValue.NA, AnswerValue.NA);
    AnswerAgreement.Row row = agreement.questions().get("greeting");
    assertThat(row.labels()).isEqualTo(4);
    assertThat(row.unknown()).isEqualTo(1);
    assertThat(row.answered().observed().hits()).isEqualTo(2);
    assertThat(row.answered().observed().n()).isEqualTo(3);
    assertThat(row.precision("YES").share()).hasValue(0.5);
    assertThat(row.recall("YES").share()).hasValue(1.0);
    assertThat(row.recall("NO").share()).hasValue(0.0);
  }

  @Test
  void disagreementsCarryTheQuote() {
    AnswerAgreement agreement = new AnswerAgreement();
    add(agreement, AnswerValue.NO, AnswerValue.YES);
    assertThat(agreement.disagreements())
        .singleElement()
        .satisfies(d -> assertThat(d.quote()).isEqualTo("hello there"));
    assertThat(AgreementTable.print(agreement, true)).contains("hello there");
    assertThat(AgreementTable.print(agreement, false)).doesNotContain("hello there");
  }

  @Test
  void truthFilesAreReadWithReasonsOrWithout(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.truth.json"),
        "{\"call_id\":\"a\",\"labels\":{\"greeting\":{\"answer\":\"YES\",\"reason\":\"r\"},"
            + "\"apologises\":\"NA\"},\"facts\":{\"complaint\":true,\"holds\":{\"count\":2}}}");
    Files.writeString(folder.resolve("other.json"), "{\"call_id\":\"b\"}");
    assertThat(Truth.readAll(folder))
        .containsExactly(
            new Truth(
                "a",
                Map.of("greeting", AnswerValue.YES, "apologises", AnswerValue.NA),
                Map.of("complaint", "true", "holds", "2")));
  }

  @Test
  void aLabelThatIsNoneNamesItsFile(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.json"), "{\"call_id\":\"a\",\"labels\":{\"greeting\":\"MAYBE\"}}");
    assertThatThrownBy(() -> Truth.readAll(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.json")
        .hasMessageContaining("MAYBE");
  }

  private static void add(AnswerAgreement agreement, AnswerValue label, AnswerValue answer) {
    Answer given =
        new Answer(
            "greeting",
            answer,
            "phrase",
            1,
            "Because.",
            List.of(new Evidence(Role.AGENT, 0, 1, "hello there")),
            null,
            null);
    Scorecard card = new Scorecard("courtesy", 1, "h", null, 0, false, List.of(given));
    agreement.add(
        "c",
        new Facts(null, null, "unknown", null, 0, 0, null),
        List.of(card),
        new Truth("c", Map.of("greeting", label), Map.of()));
  }
}
