package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.call.Turn;
import earshot.call.Word;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single sentences of customers, answered by an agent who neither apologises nor sympathises. */
class DissatisfactionTest {
  private static final CallScorer SCORER = CallScorer.standard();

  private static final String BEFORE =
      "call x\ndirection inbound\nagent Ann\ncompany Acme\n"
          + "A: good morning acme ann speaking how can i help you\nC: ";

  private static final String AFTER =
      "\nA: right could i take your name and postcode please\nC: smith n one\n"
          + "A: thank you and what is the number of your house please\nC: seven\n"
          + "A: thank you goodbye";

  @Test
  void mostOfItIsFoundAndNeutralCallsAreNone() throws IOException {
    List<String> complaints = sentences("+ ");
    List<String> neutral = sentences("- ");
    assertThat(complaints).hasSizeGreaterThan(200);
    assertThat(neutral).hasSizeGreaterThan(200);
    assertThat(neutral).filteredOn(DissatisfactionTest::complaint).hasSizeLessThanOrEqualTo(2);
    assertThat(complaints)
        .filteredOn(DissatisfactionTest::complaint)
        .hasSizeGreaterThanOrEqualTo(complaints.size() * 9 / 10);
  }

  /** Where little is understood, a model makes up words of trouble. */
  @ParameterizedTest
  @CsvSource({"upset, 0.75, true", "upset, 0.65, false", "morning, 0.3, true"})
  void onlyWhatWasHeardClearlyIsAComplaint(String doubtful, double confidence, boolean expected) {
    CallRecord call = read("for this morning it is upset");
    CallRecord heard = call.withTurns(doubted(call.transcript().turns(), doubtful, confidence));
    assertThat(complaint(heard)).isEqualTo(expected);
    assertThat(SCORER.score(heard).scorecards())
        .filteredOn(card -> card.form().equals("complaint-handling"))
        .singleElement()
        .satisfies(card -> assertThat(card.score() != null).isEqualTo(expected));
  }

  /** A word in place of what was redacted has confidence 0. */
  @Test
  void wordsThatWereHiddenDoNotMakeASignUnclear() {
    CallRecord call = read("it is thanks to your [card-number]");
    List<Turn> hidden = doubted(call.transcript().turns(), "[card-number]", 0);
    assertThat(complaint(call.withTurns(doubted(hidden, "your", 0.75)))).isTrue();
    assertThat(complaint(call.withTurns(doubted(hidden, "thanks", 0)))).isFalse();
  }

  /** The turns, in which one word was heard with less confidence. */
  private static List<Turn> doubted(List<Turn> turns, String doubtful, double confidence) {
    return turns.stream()
        .map(
            turn ->
                turn.withText(
                    turn.text(),
                    turn.words().stream()
                        .map(
                            w ->
                                w.word().equals(doubtful)
                                    ? new Word(w.word(), w.start(), w.end(), confidence)
                                    : w)
                        .toList()))
        .toList();
  }

  private static CallRecord read(String sentence) {
    return OwnDialogues.read(BEFORE + sentence + AFTER).call();
  }

  private static boolean complaint(String sentence) {
    return complaint(read(sentence));
  }

  private static boolean complaint(CallRecord call) {
    return Boolean.TRUE.equals(SCORER.score(call).facts().complaint());
  }

  private static List<String> sentences(String mark) throws IOException {
    try (InputStream in = DissatisfactionTest.class.getResourceAsStream("dissatisfaction.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(mark))
          .map(line -> line.substring(mark.length()))
          .toList();
    }
  }
}
