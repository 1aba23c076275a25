package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  private static boolean complaint(String sentence) {
    Boolean found =
        SCORER.score(OwnDialogues.read(BEFORE + sentence + AFTER).call()).facts().complaint();
    return Boolean.TRUE.equals(found);
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
