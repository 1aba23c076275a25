package earshot.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampleTest {
  /** The table of t printed in any statistics book, column 0.975. */
  @Test
  void criticalPointsEqualThePrintedTable() {
    double[][] printed = {
      {1, 12.706}, {2, 4.303}, {3, 3.182}, {4, 2.776}, {5, 2.571}, {9, 2.262}, {10, 2.228},
      {19, 2.093}, {29, 2.045}, {30, 2.042}, {60, 2.000}, {99, 1.984}, {100, 1.984}, {120, 1.980},
      {1000, 1.962}
    };
    for (double[] row : printed) {
      assertThat(StudentT.critical95((long) row[0]))
          .as("%s degrees", row[0])
          .isCloseTo(row[1], within(0.0005));
    }
  }

  @Test
  void theSeriesMeetsTheExactSums() {
    double exact = StudentT.critical95(99);
    double series = StudentT.critical95(100);
    assertThat(exact - series).isBetween(0.0, 0.001);
    assertThat(StudentT.within(series, 100)).isCloseTo(0.95, within(1e-7));
  }

  /**
   * Michelson's first ten measurements of the speed of light in 1879, in km/s above 299,000.
   * Deviation and interval were worked out with Python's statistics module and t = 2.26216.
   */
  @Test
  void meanDeviationAndIntervalOfAKnownSample() {
    Sample sample = new Sample();
    for (double value : new double[] {850, 740, 900, 1070, 930, 850, 950, 980, 980, 880}) {
      sample.add(value);
    }
    assertThat(sample.n()).isEqualTo(10);
    assertThat(sample.mean().orElseThrow()).isCloseTo(913.0, within(1e-9));
    assertThat(sample.deviation().orElseThrow()).isCloseTo(90.927, within(0.001));
    Interval interval = sample.meanInterval().orElseThrow();
    assertThat(interval.low()).isCloseTo(847.955, within(0.01));
    assertThat(interval.high()).isCloseTo(978.045, within(0.01));
  }

  @Test
  void oneValueHasAMeanButNoInterval() {
    Sample sample = new Sample();
    assertThat(sample.mean()).isEmpty();
    sample.add(80);
    assertThat(sample.mean()).hasValue(80);
    assertThat(sample.deviation()).isEmpty();
    assertThat(sample.meanInterval()).isEmpty();
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> new Sample().add(Double.NaN)).hasMessageContaining("NaN");
  }
}
