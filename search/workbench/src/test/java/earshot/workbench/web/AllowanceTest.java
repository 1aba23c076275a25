package earshot.workbench.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.workbench.account.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  /** A clock that a test moves. */
  private static final class Watch extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  private final Watch watch = new Watch();
  private final Allowance allowance = new Allowance(new Limits.Asked(60, 4, 20), watch);

  private int granted(long account, Cost cost) {
    int granted = 0;
    while (allowance.take(account, cost).isEmpty()) {
      granted++;
    }
    return granted;
  }

  @Test
  void aMinutesWorthMayBeAskedForAtOnceAndComesBackInAMinute() {
    assertThat(granted(1, Cost.PAGE)).isEqualTo(60);
    assertThat(allowance.take(1, Cost.PAGE)).contains(Duration.ofSeconds(1));
    watch.now = watch.now.plusSeconds(10);
    assertThat(granted(1, Cost.PAGE)).isEqualTo(10);
    watch.now = watch.now.plusSeconds(3600);
    assertThat(granted(1, Cost.PAGE)).as("no more than a minute's worth").isEqualTo(60);
  }

  @Test
  void searchesAndExportsCountForMore() {
    assertThat(granted(1, Cost.SEARCH)).isEqualTo(15);
    assertThat(granted(2, Cost.EXPORT)).isEqualTo(3);
    assertThat(allowance.take(2, Cost.EXPORT)).contains(Duration.ofSeconds(20));
    watch.now = watch.now.plusSeconds(19);
    assertThat(allowance.take(2, Cost.EXPORT)).contains(Duration.ofSeconds(1));
    assertThat(allowance.take(2, Cost.PAGE)).as("enough for a page").isEmpty();
    assertThat(allowance.take(2, Cost.EXPORT)).contains(Duration.ofSeconds(2));
  }

  @Test
  void accountsAreCountedApartAndWhatIsFreeIsAlwaysGranted() {
    granted(1, Cost.PAGE);
    assertThat(granted(2, Cost.PAGE)).isEqualTo(60);
    for (int i = 0; i < 1000; i++) {
      assertThat(allowance.take(1, Cost.NOTHING)).isEmpty();
    }
  }

  /** A search a second, a call opened, and three times to another place in it. */
  @Test
  void aFastHumanDoesNotMeetTheNumbersThatShip() {
    Allowance shipped = new Allowance(Limits.shipped().asked(), watch);
    for (int second = 0; second < 600; second++) {
      assertThat(shipped.take(1, Cost.SEARCH)).isEmpty();
      for (int i = 0; i < 6; i++) {
        assertThat(shipped.take(1, Cost.PAGE)).isEmpty();
      }
      if (second % 10 == 0) {
        assertThat(shipped.take(1, Cost.EXPORT)).isEmpty();
      }
      watch.now = watch.now.plusSeconds(1);
    }
  }

  @Test
  void aClockThatIsSetBackTakesNothingAway() {
    allowance.take(1, Cost.PAGE);
    watch.now = watch.now.minusSeconds(3600);
    assertThat(granted(1, Cost.PAGE)).isEqualTo(59);
    watch.now = watch.now.plusSeconds(1);
    assertThat(granted(1, Cost.PAGE)).isEqualTo(1);
  }

  @Test
  void manyAtOnceGetNoMoreThanOneAfterTheOther() throws Exception {
    AtomicInteger granted = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[8];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                for (int i = 0; i < 50; i++) {
                  Optional<Duration> pause = allowance.take(1, Cost.PAGE);
                  if (pause.isEmpty()) {
                    granted.incrementAndGet();
                  }
                }
              });
      threads[t].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(granted).hasValue(60);
  }

  @Test
  void zeroIsAnyNumberAndLessThanAnExportIsAMistake() {
    Allowance any = new Allowance(new Limits.Asked(0, 4, 20), watch);
    for (int i = 0; i < 10_000; i++) {
      assertThat(any.take(1, Cost.EXPORT)).isEmpty();
    }
    assertThatThrownBy(() -> new Limits.Asked(19, 4, 20)).hasMessageContaining("at least 20");
    assertThatThrownBy(() -> new Limits.Asked(-1, 4, 20)).hasMessageContaining("-1");
  }
}
