package earshot.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {
  /** R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3. */
  @Test
  void wilsonEqualsNewcombesPublishedExamples() {
    assertInterval(81, 263, 0.2553, 0.3662);
    assertInterval(15, 148, 0.0624, 0.1605);
    assertInterval(0, 20, 0.0000, 0.1611);
    assertInterval(1, 29, 0.0061, 0.1718);
  }

  @Test
  void noneAndAllReachTheEndsAndNoFurther() {
    assertThat(new Proportion(0, 7).wilson().orElseThrow().low()).isEqualTo(0);
    assertThat(new Proportion(7, 7).wilson().orElseThrow().high()).isEqualTo(1);
    assertThat(new Proportion(7, 7).wilson().orElseThrow().low()).isGreaterThan(0.5);
  }

  @Test
  void nothingSeenHasNeitherShareNorInterval() {
    assertThat(new Proportion(0, 0).share()).isEmpty();
    assertThat(new Proportion(0, 0).wilson()).isEmpty();
  }

  @Test
  void moreHitsThanSeenIsRefused() {
    assertThatThrownBy(() -> new Proportion(4, 3)).hasMessageContaining("4 of 3");
  }

  private static void assertInterval(long hits, long n, double low, double high) {
    Interval interval = new Proportion(hits, n).wilson().orElseThrow();
    assertThat(interval.low()).isCloseTo(low, within(0.00005));
    assertThat(interval.high()).isCloseTo(high, within(0.00005));
  }
}
