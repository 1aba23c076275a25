package earshot.transcribe.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
  private final TimeBudget budget =
      new TimeBudget(Duration.ofSeconds(10), 2, Duration.ofSeconds(5));

  @Test
  void aStallEndsItWhateverIsLeft() {
    assertThat(budget.exceeded(1, 4.9, 1000)).isFalse();
    assertThat(budget.exceeded(1, 5.1, 1000)).isTrue();
  }

  @Test
  void timeGrowsWithTheAudio() {
    assertThat(budget.exceeded(29, 0, 10)).isFalse();
    assertThat(budget.exceeded(31, 0, 10)).isTrue();
  }
}
