package earshot.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlChartTest {
  @Test
  void limitsOfValuesAreThoseOfTheirMovingRanges() {
    ControlChart chart =
        ControlChart.ofValues(List.of(50.0, 52.0, 48.0, 50.0), 0, 100).orElseThrow();
    assertThat(chart.centre()).isEqualTo(50);
    // Ranges 2, 4, 2; their mean 8/3; times 2.66.
    assertThat(chart.points().get(0).limits().high()).isCloseTo(50 + 7.0922, within(0.001));
    assertThat(chart.points()).noneMatch(point -> point.outside());
  }

  @Test
  void aLeapIsOutside() {
    List<Double> values = new java.util.ArrayList<>(Collections.nCopies(11, 50.0));
    values.set(3, 51.0);
    values.set(10, 90.0);
    ControlChart chart = ControlChart.ofValues(values, 0, 100).orElseThrow();
    assertThat(chart.points().get(10).outside()).isTrue();
    assertThat(chart.points().get(3).outside()).isFalse();
  }

  @Test
  void limitsOfSharesNarrowWithN() {
    ControlChart chart =
        ControlChart.ofShares(List.of(new Proportion(50, 100), new Proportion(200, 400)))
            .orElseThrow();
    assertThat(chart.points().get(0).limits()).isEqualTo(new Interval(0.35, 0.65));
    assertThat(chart.points().get(1).limits()).isEqualTo(new Interval(0.425, 0.575));
  }

  @Test
  void nothingGivesNoChart() {
    assertThat(ControlChart.ofValues(List.of(1.0), 0, 100)).isEmpty();
    assertThat(ControlChart.ofShares(List.of(new Proportion(0, 0)))).isEmpty();
  }

  @Test
  void newcombesPublishedExampleComesOut() {
    // R. G. Newcombe (1998), table II, example (a): 56/70 - 48/80, method 10.
    Difference difference = new Difference(new Proportion(56, 70), new Proportion(48, 80));
    Interval interval = difference.interval().orElseThrow();
    assertThat(difference.estimate().orElseThrow()).isCloseTo(0.2, within(1e-9));
    assertThat(interval.low()).isCloseTo(0.0524, within(0.0001));
    assertThat(interval.high()).isCloseTo(0.3339, within(0.0001));
  }
}
