package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.score.form.Form;
import earshot.score.form.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallScorerTest {
  private static final CallScorer SCORER = CallScorer.standard();

  @Test
  void theSameCallGivesTheSameScorecards() {
    CallScorer another = CallScorer.standard();
    for (OwnDialogues dialogue : OwnDialogues.all()) {
      Scored first = SCORER.score(dialogue.call());
      assertThat(another.score(dialogue.call())).isEqualTo(first);
      CallRecord scored = dialogue.call().withScores(first.facts(), first.scorecards(), List.of());
      assertThat(SCORER.score(scored)).isEqualTo(first);
    }
  }

  @Test
  void allThreeFormsAreAnsweredInFull() {
    Scored scored = SCORER.score(OwnDialogues.all().get(0).call());
    assertThat(scored.scorecards())
        .extracting(Scorecard::form)
        .containsExactly("courtesy", "complaint-handling", "compliance");
    for (int i = 0; i < SCORER.forms().size(); i++) {
      assertThat(scored.scorecards().get(i).answers())
          .extracting(Answer::question)
          .containsExactlyElementsOf(
              SCORER.forms().get(i).questions().stream().map(Question::id).toList());
    }
  }

  @Test
  void weightsAddUpAsInTheChecklists() {
    assertThat(SCORER.forms())
        .extracting(f -> f.questions().stream().mapToInt(Question::weight).sum())
        .containsExactly(96, 100, 50);
    assertThat(SCORER.forms().stream().flatMap(f -> f.questions().stream()))
        .filteredOn(Question::critical)
        .extracting(Question::id)
        .containsExactly("no-rude-words", "no-card-readback");
  }

  @Test
  void aScoreIsTheWeightOfYesOverYesAndNo() {
    Form form = SCORER.forms().get(2);
    Scorecard card =
        Scores.card(
            form,
            "hash",
            List.of(
                answer(AnswerValue.YES),
                answer(AnswerValue.UNKNOWN),
                answer(AnswerValue.NO),
                answer(AnswerValue.NA)),
            question -> false);
    assertThat(card.score()).isEqualTo(40.0);
    assertThat(card.coverage()).isEqualTo(0.625);
    assertThat(card.autoFailProposed()).isTrue();
  }

  @Test
  void nothingAnsweredIsNoScore() {
    Form form = SCORER.forms().get(2);
    Answer na = answer(AnswerValue.NA);
    Scorecard card = Scores.card(form, "hash", List.of(na, na, na, na), question -> false);
    assertThat(card.score()).isNull();
    assertThat(card.coverage()).isZero();
  }

  @Test
  void everyAnswerHasAReasonAndWhatItRestsOn() {
    for (OwnDialogues dialogue : OwnDialogues.all()) {
      for (Scorecard card : SCORER.score(dialogue.call()).scorecards()) {
        for (Answer answer : card.answers()) {
          assertThat(answer.reason()).as(answer.question()).endsWith(".");
          if (answer.answer() == AnswerValue.NO) {
            assertThat(!answer.evidence().isEmpty() || answer.searched() != null)
                .as(dialogue.call().callId() + " " + answer.question())
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void aLanguageWithoutAPackIsUnknown() {
    CallRecord call =
        OwnDialogues.read("call x\ndirection inbound\nA: hello there\nC: hello").call();
    CallRecord other =
        new CallRecord(
            call.schema(),
            call.callId(),
            call.audio(),
            call.metadata(),
            new earshot.call.Transcript("xx", "transcript", null, call.transcript().turns()),
            call.events(),
            call.metrics(),
            call.facts(),
            List.of(),
            List.of(),
            List.of());
    assertThat(SCORER.score(other).scorecards().get(0).answers())
        .extracting(Answer::answer)
        .containsOnly(AnswerValue.UNKNOWN);
  }

  @Test
  void rulesHashesDifferByForm() {
    Scored scored = SCORER.score(OwnDialogues.all().get(0).call());
    assertThat(scored.scorecards()).extracting(Scorecard::rulesHash).doesNotHaveDuplicates();
    assertThat(scored.scorecards())
        .allSatisfy(c -> assertThat(c.rulesHash()).matches("[0-9a-f]{64}"));
  }

  private static Answer answer(AnswerValue value) {
    return new Answer("q", value, "phrase", 1, "Because.", List.of(), null, null);
  }
}
