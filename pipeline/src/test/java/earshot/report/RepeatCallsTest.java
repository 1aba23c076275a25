package earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.stats.Proportion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepeatCallsTest {
  private static final Instant START = Instant.parse("2026-10-01T09:00:00Z");
  private static final RepeatCalls.Call LAST = call("z", Duration.ofDays(30), "yes");

  private static RepeatCalls.Call call(@Nullable String customer, Duration after, String resolved) {
    return new RepeatCalls.Call(customer, START.plus(after), 60, resolved);
  }

  private static RepeatCalls of(RepeatCalls.Call... calls) {
    return RepeatCalls.of(List.of(calls), OutcomeNumbers.shipped());
  }

  @Test
  void aCallWithinSevenDaysOfTheEndIsARepeatAndALaterOneIsNot() {
    Duration week = Duration.ofDays(7).plusSeconds(60);
    RepeatCalls within = of(call("a", Duration.ZERO, "yes"), call("a", week, "yes"), LAST);
    assertThat(within.repeated()).isEqualTo(new Proportion(1, 2));
    assertThat(within.firstResolved()).isEqualTo(new Proportion(0, 1));
    RepeatCalls after =
        of(call("a", Duration.ZERO, "yes"), call("a", week.plusSeconds(1), "no"), LAST);
    assertThat(after.repeated()).isEqualTo(new Proportion(0, 2));
    assertThat(after.firstResolved()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void aCallUnderFifteenMinutesLaterContinuesTheContactAndGivesItsOutcome() {
    Duration soon = Duration.ofMinutes(16).minusSeconds(1);
    RepeatCalls continued = of(call("a", Duration.ZERO, "no"), call("a", soon, "yes"), LAST);
    assertThat(continued.continued()).isEqualTo(1);
    assertThat(continued.repeated()).isEqualTo(new Proportion(0, 1));
    assertThat(continued.firstResolved()).isEqualTo(new Proportion(1, 1));
    RepeatCalls apart =
        of(call("a", Duration.ZERO, "no"), call("a", soon.plusSeconds(1), "yes"), LAST);
    assertThat(apart.continued()).isZero();
    assertThat(apart.repeated()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void contactsThatCannotBeFollowedUpAreInNoShare() {
    RepeatCalls late =
        of(call("a", Duration.ofDays(25), "yes"), call("a", Duration.ofDays(27), "yes"), LAST);
    assertThat(late.censored()).isEqualTo(3);
    assertThat(late.repeated().n()).isZero();
    assertThat(late.firstResolved().n()).isZero();
  }

  @Test
  void callsWithoutACustomerAreCountedOnly() {
    RepeatCalls unknown = of(call(null, Duration.ZERO, "yes"), LAST);
    assertThat(unknown.unknownCustomers()).isEqualTo(1);
    assertThat(unknown.repeated().n()).isZero();
  }

  @Test
  void anUnknownOutcomeIsNeitherResolvedNorUnresolved() {
    assertThat(of(call("a", Duration.ZERO, "unknown"), LAST).firstResolved().n()).isZero();
  }
}
