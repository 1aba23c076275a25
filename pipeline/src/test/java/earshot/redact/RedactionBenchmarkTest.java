package earshot.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Floors under the figures of {@link RedactionBenchmark}; a change that lowers them is a defect.
 */
class RedactionBenchmarkTest {
  private static final int CALLS = 5_000;
  private final Redactor redactor = Redactor.standard();

  private RedactionBenchmark.Figures measure(
      String name, long seed, double errors, boolean written) {
    RedactionBenchmark.Figures figures =
        RedactionBenchmark.measure(redactor, seed, CALLS, errors, written);
    System.out.println(figures.line(name));
    return figures;
  }

  @Test
  void spokenNumbersAreFoundAndOrdinaryOnesStay() {
    RedactionBenchmark.Figures figures = measure("spoken, heard right", 21, 0, false);
    assertThat(figures.numberRecall()).isGreaterThan(0.995);
    assertThat(figures.codeRecall()).isGreaterThan(0.985);
    assertThat(figures.precision()).isGreaterThan(0.99);
    assertThat(figures.ordinaryKept()).isGreaterThan(0.99);
  }

  @Test
  void writtenNumbersAreFoundAndOrdinaryOnesStay() {
    RedactionBenchmark.Figures figures = measure("written", 22, 0, true);
    assertThat(figures.numberRecall()).isGreaterThan(0.995);
    assertThat(figures.codeRecall()).isGreaterThan(0.985);
    assertThat(figures.precision()).isGreaterThan(0.99);
  }

  @Test
  void aFifthOfTheDigitsMisheardHidesNearlyAsMuch() {
    RedactionBenchmark.Figures figures = measure("spoken, 20 % misheard", 23, 0.2, false);
    assertThat(figures.numberRecall()).isGreaterThan(0.97);
    assertThat(figures.codeRecall()).isGreaterThan(0.96);
    assertThat(figures.precision()).isGreaterThan(0.98);
  }

  @Test
  void aLongCallTakesLessThanAMillisecond() {
    double micros =
        RedactionBenchmark.microsPerCall(redactor, RedactionBenchmark.longCall(24), 1_500);
    System.out.printf("a call of 40 turns or more: %.0f microseconds%n", micros);
    // Ten times what it takes, so that a busy machine does not fail it.
    assertThat(micros).isLessThan(5_000);
  }
}
