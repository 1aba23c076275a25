package earshot.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MinimumsTest {
  @Test
  void theShippedNumbersMeanWhatTheirFileSays() {
    Minimums minimums = Minimums.shipped();
    assertThat(StudentT.critical95(minimums.scores() - 1L) * 15 / Math.sqrt(minimums.scores()))
        .isCloseTo(10.7, within(0.05));
    Interval half =
        new Proportion(minimums.answers() / 2, minimums.answers()).wilson().orElseThrow();
    assertThat(half.low()).isCloseTo(0.24, within(0.005));
    assertThat(half.high()).isCloseTo(0.76, within(0.005));
  }

  @Test
  void aMeanOfOneScoreIsNoMinimum() {
    assertThatThrownBy(() -> new Minimums(1, 10, 0.5)).hasMessageContaining("1 and 10");
  }
}
