package earshot.workbench.review;

import static earshot.workbench.review.SpokenCalls.call;
import static earshot.workbench.review.SpokenCalls.turn;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Scorecard;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanRedactionTest {
  /** Said from 6 to 16 s, a word a second. */
  private static final String SAID = "my bill is wrong and my flat is nineteen zebra";

  private static Scorecard card(Evidence evidence, Evidence near) {
    Answer answer =
        new Answer(
            "restates",
            AnswerValue.NO,
            "rule",
            0.9,
            "nothing said back of: " + SAID,
            List.of(evidence),
            null,
            near);
    return new Scorecard("complaint-handling", 1, "hash", 0.0, 1.0, false, List.of(answer));
  }

  private static CallRecord scored() {
    CallRecord spoken = call(turn(0, 6, 16, SAID), turn(1, 17, 19, "a zebra is not my department"));
    Evidence whole = new Evidence(Role.CUSTOMER, 7, 9, SAID);
    Evidence later = new Evidence(Role.AGENT, 18, 19, "a zebra is not my department");
    return spoken.withScores(
        spoken.facts(), List.of(card(whole, later)), List.of(card(later, whole)));
  }

  private static String json(CallRecord call) throws Exception {
    return new String(CallJson.write(call), StandardCharsets.UTF_8);
  }

  /** The words that are evidence are at 7 s, what goes is at 14 s: the quote shows both. */
  @Test
  void aQuoteThatReachesFurtherThanItsEvidenceLosesTheWordsToo() throws Exception {
    CallRecord redacted = new SpanRedaction(0, 14, 16).apply(scored());

    String quote = "my bill is wrong and my flat is [redacted]";
    assertThat(redacted.transcript().turns().get(0).text()).isEqualTo(quote);
    Answer now = redacted.scorecards().get(0).answers().get(0);
    assertThat(now.evidence().get(0).quote()).isEqualTo(quote);
    assertThat(now.reason()).doesNotContain("nineteen", "zebra");
    assertThat(redacted.history().get(0).answers().get(0).nearMiss())
        .isEqualTo(new Evidence(Role.CUSTOMER, 7, 9, quote));
    assertThat(json(redacted)).doesNotContain("nineteen");
  }

  @Test
  void whatSomebodyElseSaidStays() {
    CallRecord redacted = new SpanRedaction(0, 14, 16).apply(scored());
    assertThat(redacted.history().get(0).answers().get(0).evidence().get(0).quote())
        .isEqualTo("a zebra is not my department");
    assertThat(redacted.transcript().turns().get(1).text())
        .isEqualTo("a zebra is not my department");
  }

  @Test
  void appliedAgainItChangesNothing() throws Exception {
    SpanRedaction span = new SpanRedaction(null, 14, 16);
    CallRecord once = span.apply(scored());
    assertThat(json(span.apply(once))).isEqualTo(json(once));
  }
}
