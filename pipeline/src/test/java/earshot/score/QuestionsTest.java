package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small dialogues, question by question: found, not found, not applicable. */
class QuestionsTest {
  private static final CallScorer SCORER = CallScorer.standard();

  /** Speech that says nothing any question looks for, so that a form applies. */
  private static final String FILLER =
      "\nA: the leaflet is green and the second page has a picture of a boat on it"
          + "\nC: mhm mhm go ahead"
          + "\nA: on the third page there is a list of towns and villages with opening hours";

  private static final String COMPLAINT =
      "\nC: this is ridiculous the lamp you delivered is a complete disgrace and i am furious";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          greeting | good morning you are through to the library desk | YES
          greeting | lamp desk yes | NO
          self-introduction | hello anna at quayside lamps here | YES
          self-introduction | hello quayside lamps | NO
          self-introduction | hello anna here | NO
          offer-of-help | hello what can i do for you | YES
          offer-of-help | i can't help you | NO
          magic-words | thank you and sorry about that | YES
          magic-words | thanks and thank you | NO
          no-rude-words | you are an idiot | NO
          no-rude-words | silly me i am an idiot sometimes | YES
          no-calm-down | you really need to calm down | NO
          no-calm-down | choose the calm wash programme | YES
          on-topic | did you watch the match on saturday | NO
          on-topic | the delay is due to the bad weather | YES
          never-new | sorry it's my first day here | NO
          never-new | are you a new customer here | YES
          recording-notice | please note that calls are recorded | YES
          recording-notice | our records are kept in a shed | NO
          no-card-readback | so that is [card-number] | NO
          no-card-readback | the card ending in one one one one | YES
          """)
  void agentSaysAtTheStart(String question, String said, AnswerValue expected) {
    assertThat(answer(question, "\nA: " + said + FILLER).answer()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acknowledges | i completely understand how annoying that is | YES
          acknowledges | it says here it was delivered | NO
          apologises | i am so sorry about that | YES
          apologises | sorry what was the name | NO
          apologises | sorry but we can't do that | NO
          clarifying-question | which part of it is broken | YES
          clarifying-question | what is your postcode | NO
          restates | so the lamp that was delivered is a disgrace have i got that right | YES
          restates | i see a delivery on the tenth | NO
          ownership | i will get this sorted for you | YES
          ownership | somebody ought to look at it | NO
          no-deflection | that is not my department | NO
          no-deflection | that is not your fault at all | YES
          next-step | we will refund the money | YES
          next-step | someone will ring you by friday | YES
          next-step | someone will ring you at some point | NO
          next-step | you need to call back tomorrow | NO
          reference | your reference is four four one seven | YES
          reference | do you have a reference number | NO
          satisfaction-check | would that be acceptable to you | YES
          satisfaction-check | when does it flicker | NO
          """)
  void agentSaysAfterTheComplaint(String question, String said, AnswerValue expected) {
    assertThat(answer(question, FILLER + COMPLAINT + "\nA: " + said + FILLER).answer())
        .isEqualTo(expected);
  }

  @Test
  void complaintQuestionsDoNotApplyWithoutAComplaint() {
    assertThat(answer("apologises", "\nA: hello" + FILLER).answer()).isEqualTo(AnswerValue.NA);
  }

  @Test
  void anAgentWhoQuotesDissatisfactionDoesNotComplain() {
    assertThat(SCORER.score(call("\nA: i am not happy you had to wait" + FILLER)).facts())
        .satisfies(f -> assertThat(f.complaint()).isFalse());
  }

  @Test
  void aNeutralReportOfAFaultIsNoComplaint() {
    String talk = "\nA: hello\nC: the lamp on the landing does not turn on any more" + FILLER;
    assertThat(SCORER.score(call(talk)).facts().complaint()).isFalse();
    assertThat(SCORER.score(call(talk)).facts().callType()).isEqualTo("technical");
  }

  @Test
  void anApologyInTheFourthTurnIsTooLate() {
    String late =
        "\nA: please go on\nC: it flickers all day\nA: please go on\nC: and it hums too\nA: please go on\nC: that is all\nA: i am sorry";
    assertThat(answer("apologises", FILLER + COMPLAINT + late).answer()).isEqualTo(AnswerValue.NO);
  }

  @Test
  void soundsTooShortToBeATurnAreNotCounted() {
    String sounds = "\nA: mhm\nC: it flickers all day and all night\nA: i see why that is annoying";
    assertThat(answer("acknowledges", FILLER + COMPLAINT + sounds + FILLER).answer())
        .isEqualTo(AnswerValue.YES);
  }

  @Test
  void holdNeedsAQuestionBeforeAndThanksAfter() {
    String asked =
        "\nA: hello may i put you on hold please\nC: yes\nH: 8\nA: thank you for waiting";
    String told = "\nA: hold on\nH: 8\nA: so the lamp is green";
    assertThat(answer("hold-permission", asked + FILLER).answer()).isEqualTo(AnswerValue.YES);
    assertThat(answer("hold-thanks", asked + FILLER).answer()).isEqualTo(AnswerValue.YES);
    assertThat(answer("hold-permission", told + FILLER).answer()).isEqualTo(AnswerValue.NO);
    assertThat(answer("hold-thanks", told + FILLER).answer()).isEqualTo(AnswerValue.NO);
    assertThat(answer("hold-permission", FILLER).answer()).isEqualTo(AnswerValue.NA);
  }

  @Test
  void musicBeforeTheAgentAnswersIsNoHold() {
    assertThat(answer("hold-permission", "\nH: 20\nA: hello" + FILLER).answer())
        .isEqualTo(AnswerValue.NA);
  }

  @Test
  void everyHoldMustBeAskedFor() {
    String twice =
        "\nA: hello may i put you on hold please\nC: yes\nH: 8\nA: thank you for waiting"
            + "\nC: okay\nA: hang on\nH: 9\nA: thank you for waiting";
    Answer answer = answer("hold-permission", twice + FILLER);
    assertThat(answer.answer()).isEqualTo(AnswerValue.NO);
    assertThat(answer.nearMiss()).isNotNull();
    assertThat(answer.nearMiss().quote()).contains("hang on");
  }

  @Test
  void theNameMustBeUsedTwice() {
    String once = "\nA: hello\nC: my name is joan barker\nA: thank you joan" + FILLER;
    assertThat(answer("customer-name", once).answer()).isEqualTo(AnswerValue.NO);
    assertThat(answer("customer-name", once + "\nC: yes\nA: right joan").answer())
        .isEqualTo(AnswerValue.YES);
    assertThat(answer("customer-name", "\nA: hello" + FILLER).answer()).isEqualTo(AnswerValue.NA);
  }

  @Test
  void anotherFormOfAnEverydayWordIsNoName() {
    String once = "\nA: hello\nC: my name is bill barker\nA: thank you bill" + FILLER;
    assertThat(answer("customer-name", once + "\nA: the billing was billed").answer())
        .isEqualTo(AnswerValue.NO);
  }

  @Test
  void identityMustBeAskedBeforeTheRecordIsTold() {
    String asked = "\nA: may i have your account number please\nC: seven seven one\n";
    String told = "A: your balance is forty pounds";
    assertThat(answer("identity-check", asked + told + FILLER).answer()).isEqualTo(AnswerValue.YES);
    assertThat(answer("identity-check", "\n" + told + "\nC: oh" + asked + FILLER).answer())
        .isEqualTo(AnswerValue.NO);
    assertThat(answer("identity-check", FILLER).answer()).isEqualTo(AnswerValue.NA);
  }

  @Test
  void anOrderIsReadBackWithItsDetails() {
    String order = "\nA: hello\nC: i'd like to book a table for six on friday please";
    assertThat(
            answer("order-readback", order + "\nA: so that's a table for six on friday" + FILLER)
                .answer())
        .isEqualTo(AnswerValue.YES);
    assertThat(answer("order-readback", order + "\nA: that is booked" + FILLER).answer())
        .isEqualTo(AnswerValue.NO);
    assertThat(answer("order-readback", FILLER).answer()).isEqualTo(AnswerValue.NA);
  }

  @Test
  void aTransferNeedsAddresseeAndReason() {
    String said =
        "\nA: i'd like to put you through to our repairs team because they can see the stock";
    assertThat(answer("announces-transfer", FILLER + COMPLAINT + said).answer())
        .isEqualTo(AnswerValue.YES);
    assertThat(
            answer("announces-transfer", FILLER + COMPLAINT + "\nA: i'll put you through").answer())
        .isEqualTo(AnswerValue.NO);
    assertThat(answer("anything-else", FILLER + COMPLAINT + said).answer())
        .isEqualTo(AnswerValue.NA);
  }

  @Test
  void theCloseNeedsBothGoodWishAndGoodbye() {
    String before = FILLER + FILLER + "\nC: fine";
    assertThat(answer("positive-closing", before + "\nA: have a nice day goodbye").answer())
        .isEqualTo(AnswerValue.YES);
    assertThat(answer("positive-closing", before + "\nA: right bye").answer())
        .isEqualTo(AnswerValue.NO);
    assertThat(answer("positive-closing", before + "\nA: take care").answer())
        .isEqualTo(AnswerValue.NO);
  }

  @Test
  void aCallThatBreaksOffIsNoBadClose() {
    assertThat(answer("positive-closing", FILLER + "\nC: how dare you speak to me like").answer())
        .isEqualTo(AnswerValue.NA);
  }

  @Test
  void talkingOverTheComplaintCountsThereAndElsewhere() {
    String over = FILLER + COMPLAINT + "\nA+: the lamp is fine there is nothing wrong with it";
    assertThat(answer("no-interruption", over).answer()).isEqualTo(AnswerValue.NO);
    assertThat(answer("lets-finish", over).answer()).isEqualTo(AnswerValue.NO);
    assertThat(answer("lets-finish", FILLER + COMPLAINT + FILLER).answer())
        .isEqualTo(AnswerValue.YES);
  }

  @Test
  void paceIsMeasuredOverTheAgentsTurns() {
    Answer answer = answer("clear-pace", FILLER + FILLER);
    assertThat(answer.answer()).isEqualTo(AnswerValue.YES);
    assertThat(answer.reason()).contains("words a minute");
  }

  @Test
  void loudnessIsUnknownWithoutAudio() {
    assertThat(answer("calm-voice", FILLER + FILLER + FILLER).answer())
        .isEqualTo(AnswerValue.UNKNOWN);
  }

  @Test
  void aTurnEightDecibelsAboveTheMedianIsNotCalm() {
    CallRecord call = call(FILLER + FILLER + FILLER);
    assertThat(answer(levels(call, -24), "calm-voice").answer()).isEqualTo(AnswerValue.YES);
    assertThat(answer(levels(call, -18), "calm-voice").answer()).isEqualTo(AnswerValue.NO);
  }

  @Test
  void speechWithoutRecognisedWordsMakesAbsenceUnknown() {
    CallRecord call = call("\nA: lamp desk yes" + FILLER);
    List<Turn> turns = new ArrayList<>();
    call.transcript().turns().forEach(t -> turns.add(t.withText("", List.of())));
    Answer answer = answer(with(call, turns), "greeting");
    assertThat(answer.answer()).isEqualTo(AnswerValue.UNKNOWN);
    assertThat(answer.reason()).isNotBlank();
  }

  @Test
  void aPhraseWithOneDoubtfulWordIsUnknownAndNotAbsent() {
    CallRecord call =
        call("\nA: lamp desk yes" + FILLER + "\nC: no\nA: is there anything helps\nC: bye");
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : call.transcript().turns()) {
      List<Word> words = new ArrayList<>();
      for (Word word : turn.words()) {
        words.add(
            word.word().equals("helps") ? new Word("helps", word.start(), word.end(), 0.3) : word);
      }
      turns.add(turn.withText(turn.text(), words));
    }
    Answer answer = answer(with(call, turns), "anything-else");
    assertThat(answer.answer()).isEqualTo(AnswerValue.UNKNOWN);
    assertThat(answer.nearMiss()).isNotNull();
  }

  @Test
  void absenceNamesWhereWasLookedAndTheNearestThing() {
    Answer answer = answer("greeting", FILLER + FILLER + FILLER + "\nC: yes\nA: hello");
    assertThat(answer.answer()).isEqualTo(AnswerValue.NO);
    assertThat(answer.searched()).isNotNull();
    assertThat(answer.searched().role()).isEqualTo(Role.AGENT);
    assertThat(answer.searched().to()).isEqualTo(20);
    assertThat(answer.nearMiss().quote()).contains("hello");
  }

  @Test
  void oneChannelWithoutClearSpeakersIsUnknown() {
    CallRecord call = call("\nA: hm\nC: hm");
    List<Turn> turns =
        call.transcript().turns().stream().map(t -> t.withRole(Role.UNKNOWN)).toList();
    Scored scored =
        SCORER.score(Dialogues.record("m", turns, List.of(), 5, call.metadata(), Layout.MONO));
    assertThat(scored.facts().complaint()).isNull();
    assertThat(scored.scorecards()).allSatisfy(c -> assertThat(c.score()).isNull());
    assertThat(scored.scorecards().get(0).answers())
        .filteredOn(a -> a.question().equals("no-interruption"))
        .allSatisfy(a -> assertThat(a.answer()).isEqualTo(AnswerValue.NA));
  }

  @Test
  void courtesyNeedsTenSecondsOfAgentSpeech() {
    assertThat(answer("greeting", "\nA: hello\nC: hello").answer()).isEqualTo(AnswerValue.NA);
  }

  private static Answer answer(String question, String lines) {
    return answer(call(lines), question);
  }

  private static Answer answer(CallRecord call, String question) {
    return SCORER.score(call).scorecards().stream()
        .flatMap(c -> c.answers().stream())
        .filter(a -> a.question().equals(question))
        .findFirst()
        .orElseThrow();
  }

  private static CallRecord call(String lines) {
    return OwnDialogues.read(
            "call t\ndirection inbound\nagent Anna\ncompany Quayside Lamps" + lines)
        .call();
  }

  private static CallRecord with(CallRecord call, List<Turn> turns) {
    Transcript old = call.transcript();
    return Dialogues.record(
        call.callId(),
        new Transcript(old.language(), old.engine(), old.model(), turns).turns(),
        call.events(),
        call.audio().seconds(),
        call.metadata(),
        Layout.TRANSCRIPT);
  }

  /** All turns at -26 dBFS, the last of the agent at another level. */
  private static CallRecord levels(CallRecord call, double last) {
    List<Turn> turns = new ArrayList<>();
    List<Turn> old = call.transcript().turns();
    for (int i = 0; i < old.size(); i++) {
      Turn t = old.get(i);
      double level = i == old.size() - 1 ? last : -26;
      turns.add(
          new Turn(
              t.role(),
              t.channel(),
              t.start(),
              t.end(),
              t.text(),
              t.confidence(),
              t.words(),
              level));
    }
    return with(call, turns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seven three one | perfect seven three one | NO
          [card-number] | [card-digits] okay that has gone through | NO
          [security-code] | thank you so the one ending in four two four two | YES
          [card-number] | that will be one hundred twenty pounds | YES
          """)
  void codesAreSaidBackInWordsOrHidden(String told, String said, AnswerValue expected) {
    String asked = "A: and the three numbers on the back of the card";
    String call = String.join("\n", FILLER, asked, "C: let me look it says " + told, "A: " + said);
    assertThat(answer("no-card-readback", call).answer()).isEqualTo(expected);
  }

  @Test
  void aLongTurnThatBeginsWithNoAndBreaksOffIsCutOff() {
    String last = "A: no anybody can let him in and there is one more thing i must ask about the";
    String call = String.join("\n", FILLER, COMPLAINT.strip(), last);
    assertThat(answer("anything-else", call).answer()).isEqualTo(AnswerValue.NA);
  }
}
