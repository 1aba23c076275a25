package earshot.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StatsProperties {
  @Property
  void wilsonHoldsItsShareAndStaysBetween0And1(
      @ForAll @IntRange(max = 5_000) int a, @ForAll @IntRange(max = 5_000) int b) {
    Proportion proportion = new Proportion(a, (long) a + b);
    proportion
        .wilson()
        .ifPresent(
            interval -> {
              assertThat(interval.low()).isBetween(0.0, 1.0);
              assertThat(interval.high()).isBetween(0.0, 1.0);
              assertThat(interval.contains(proportion.share().orElseThrow())).isTrue();
            });
  }

  @Property
  void aSampleInTwoPartsEqualsTheWhole(
      @ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 100) Double> first,
      @ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 100) Double> second) {
    Sample whole = new Sample();
    Sample left = new Sample();
    Sample right = new Sample();
    first.forEach(whole::add);
    first.forEach(left::add);
    second.forEach(whole::add);
    second.forEach(right::add);
    left.addAll(right);
    assertThat(left.n()).isEqualTo(whole.n());
    assertThat(left.mean().orElse(-1)).isCloseTo(whole.mean().orElse(-1), within(1e-9));
    assertThat(left.deviation().orElse(-1)).isCloseTo(whole.deviation().orElse(-1), within(1e-6));
  }

  @Property
  void criticalPointsFallTowardsTheNormalOne(@ForAll @IntRange(min = 1, max = 3_000) int degrees) {
    assertThat(StudentT.critical95(degrees)).isGreaterThan(StudentT.critical95(degrees + 1));
    assertThat(StudentT.critical95(degrees)).isGreaterThan(Proportion.Z);
  }
}
