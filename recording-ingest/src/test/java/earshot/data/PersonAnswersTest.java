package earshot.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.data.PersonAnswers.PersonAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonAnswersTest {
  private static final Evidence SORRY = new Evidence(Role.AGENT, 3, 4, "sorry");

  @TempDir private Path root;
  private DataFolder folder;
  private CallRecord call;

  @BeforeEach
  void aCallWithOneScorecard() {
    folder = new DataFolder(root);
    Scorecard card =
        Scorecard.of(
            "courtesy",
            1,
            "h",
            List.of(
                answer("greeting", AnswerValue.YES).weighing(3, false),
                answer("apologises", AnswerValue.NO).weighing(1, false),
                answer("no-rude-words", AnswerValue.YES).weighing(4, true)));
    CallRecord bare = Records.of("c 1/2", "2026-10-09T10:00:00+02:00", 1);
    call = bare.withScores(bare.facts(), List.of(card), List.of());
  }

  private static Answer answer(String question, AnswerValue value) {
    return new Answer(question, value, "phrase", 0.8, "Heard.", List.of(SORRY), null, null);
  }

  private static PersonAnswer person(String question, AnswerValue value) {
    return new PersonAnswer(
        "courtesy", question, value, "rita", Instant.parse("2026-10-10T08:00:00Z"), "I listened.");
  }

  @Test
  void nobodyAnsweredInAFreshFolder() throws IOException {
    PersonAnswers people = PersonAnswers.load(folder);
    assertThat(people.effective(call)).isSameAs(call);
    assertThat(people.stamp(call.callId())).isEmpty();
  }

  @Test
  void aPersonsAnswerStandsAboveTheMachinesAndCountsInTheScore() throws IOException {
    assertThat(call.scorecards().get(0).score()).isEqualTo(87.5);
    PersonAnswers.publish(folder, call.callId(), List.of(person("no-rude-words", AnswerValue.NO)));
    CallRecord effective = PersonAnswers.load(folder).effective(call);
    Scorecard card = effective.scorecards().get(0);
    assertThat(card.score()).isEqualTo(37.5);
    assertThat(card.autoFailProposed()).isTrue();
    assertThat(card.answers().get(2).layer()).isEqualTo(Answer.PERSON);
    assertThat(card.answers().get(2).reason()).isEqualTo("I listened.");
    assertThat(card.answers().get(2).evidence()).isEmpty();
    assertThat(card.answers().get(0)).isEqualTo(call.scorecards().get(0).answers().get(0));
  }

  @Test
  void whereBothSayTheSameTheMachinesEvidenceStays() throws IOException {
    PersonAnswers.publish(folder, call.callId(), List.of(person("greeting", AnswerValue.YES)));
    Answer answer = PersonAnswers.load(folder).effective(call).scorecards().get(0).answers().get(0);
    assertThat(answer.layer()).isEqualTo(Answer.PERSON);
    assertThat(answer.evidence()).containsExactly(SORRY);
  }

  @Test
  void theLastAnswerToAQuestionCounts() throws IOException {
    PersonAnswers.publish(
        folder,
        call.callId(),
        List.of(person("apologises", AnswerValue.YES), person("apologises", AnswerValue.NA)));
    assertThat(
            PersonAnswers.load(folder)
                .effective(call)
                .scorecards()
                .get(0)
                .answers()
                .get(1)
                .answer())
        .isEqualTo(AnswerValue.NA);
  }

  @Test
  void theStampChangesWithTheAnswersAndGoesWithThem() throws IOException {
    PersonAnswers.publish(folder, call.callId(), List.of(person("greeting", AnswerValue.NO)));
    String first = PersonAnswers.load(folder).stamp(call.callId());
    PersonAnswers.publish(folder, call.callId(), List.of(person("greeting", AnswerValue.NA)));
    String second = PersonAnswers.load(folder).stamp(call.callId());
    assertThat(first).isNotEmpty().isNotEqualTo(second);
    PersonAnswers.publish(folder, call.callId(), List.of());
    assertThat(PersonAnswers.load(folder).stamp(call.callId())).isEmpty();
  }

  @Test
  void aBrokenFileIsNamedInsteadOfForgotten() throws IOException {
    PersonAnswers.publish(folder, call.callId(), List.of(person("greeting", AnswerValue.NO)));
    Path file = folder.workbench().resolve("answers/c%201%2F2.json");
    Files.writeString(file, "{\"call_id\"");
    assertThatThrownBy(() -> PersonAnswers.load(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("backup");
  }
}
