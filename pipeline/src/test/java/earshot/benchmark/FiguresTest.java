package earshot.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddle() {
    assertThat(Figures.median(DoubleStream.of(3, 1, 2))).isEqualTo(2);
    assertThat(Figures.median(DoubleStream.of(4, 1, 2, 3))).isEqualTo(2.5);
  }

  @Test
  void ninetyFivePercentDoNotExceedTheirQuantile() {
    assertThat(Figures.quantile(IntStream.rangeClosed(1, 100).asDoubleStream(), 0.95))
        .isEqualTo(95);
    assertThat(Figures.quantile(DoubleStream.of(7), 0.95)).isEqualTo(7);
  }

  @Test
  void nothingHasNoQuantile() {
    assertThatThrownBy(() -> Figures.quantile(DoubleStream.empty(), 0.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
