package earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.stats.Minimums;
import earshot.table.CallRecords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HighlightsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
  private final CallRecords invented = new CallRecords(3);

  @Test
  void theWeakestQuestionComesWithAQuoteAndItsTime() {
    List<CallRecord> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      calls.add(call(i, i == 4 ? "i cannot hear you any more" : null, false));
    }
    Highlights highlights = highlights(calls);
    assertThat(highlights.weakest()).isNotEmpty();
    Highlights.WeakQuestion weakest = highlights.weakest().get(0);
    assertThat(weakest.row().question()).isEqualTo("anything-else");
    assertThat(weakest.row().n()).isEqualTo(12);
    assertThat(weakest.callId()).isEqualTo("c100004");
    assertThat(HighlightsText.lines(highlights))
        .contains("  anything-else (courtesy): YES 0 %, 0 to 24 % at 95 %, n 12")
        .contains("      1:15 agent: \"i cannot hear you any more\"");
  }

  @Test
  void proposedFailsComeBeforeLowScoresAndSayWhy() {
    List<CallRecord> calls = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      calls.add(call(i, null, i == 5));
    }
    Highlights highlights = highlights(calls);
    assertThat(highlights.worthHearing()).hasSize(5);
    Highlights.NotableCall first = highlights.worthHearing().get(0);
    assertThat(first.call().callId()).isEqualTo("c100005");
    assertThat(first.autoFail()).isTrue();
    assertThat(first.reasons().get(0).question()).isEqualTo("no-rude-words");
    assertThat(String.join("\n", HighlightsText.lines(highlights)))
        .contains("c100005", "AUTOMATIC FAIL PROPOSED", "no-rude-words: ");
  }

  @Test
  void noCallsAreSaidToBeNone() {
    assertThat(HighlightsText.lines(highlights(List.of())))
        .containsExactly("0 calls, 0:00 minutes in all");
  }

  @Test
  void inventedCallsOfAllKindsGiveLinesThatFit() {
    List<CallRecord> calls = invented.calls(60, DAY, 2, ZoneId.of("UTC"));
    assertThat(HighlightsText.lines(highlights(calls)))
        .hasSizeGreaterThan(30)
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
  }

  private static Highlights highlights(List<CallRecord> calls) {
    return Highlights.of(
        calls, Minimums.shipped(), (form, question) -> question.equals("no-rude-words"));
  }

  /** Everything YES but anything-else, and no-rude-words where rude. */
  private CallRecord call(int number, String quote, boolean rude) {
    List<Answer> answers = new ArrayList<>();
    for (CallRecords.Question question : CallRecords.QUESTIONS) {
      if (question.form().equals("courtesy")) {
        boolean no =
            question.id().equals("anything-else")
                || (rude && question.id().equals("no-rude-words"));
        List<Evidence> evidence =
            no && quote != null ? List.of(new Evidence(Role.AGENT, 75.5, 77, quote)) : List.of();
        answers.add(
            new Answer(
                question.id(),
                no ? AnswerValue.NO : AnswerValue.YES,
                "phrase",
                0.9,
                "what was looked for was not heard",
                evidence,
                null,
                null));
      }
    }
    Scorecard card = CallRecords.scored("courtesy", 1, answers);
    CallRecord call = invented.call(number, DAY, ZoneId.of("UTC"));
    return call.withScores(call.facts(), List.of(card), List.of());
  }
}
