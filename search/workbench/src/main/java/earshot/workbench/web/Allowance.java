package earshot.workbench.web;

import earshot.workbench.account.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much an account may ask for: a minute's worth at once, and as much again in the course of
 * each minute. In memory: a restart fills it up. Thread-safe.
 */
public final class Allowance {
  private static final double SECONDS = 60;

  private final Limits.Asked limits;
  private final Clock clock;
  private final Map<Long, Left> accounts = new ConcurrentHashMap<>();

  /**
   * What an account had left at a time.
   *
   * @param pause how long until it has enough for what was asked for; zero when that was granted
   */
  private record Left(double requests, Instant at, Duration pause) {}

  public Allowance(Limits.Asked limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Takes what a request costs.
   *
   * @return how long to wait, when there is not enough; nothing was taken then
   */
  Optional<Duration> take(long account, Cost cost) {
    int price = price(cost);
    if (limits.unlimited() || price == 0) {
      return Optional.empty();
    }
    Left left = accounts.compute(account, (id, before) -> taken(before, price));
    return left.pause().isZero() ? Optional.empty() : Optional.of(left.pause());
  }

  private Left taken(@Nullable Left before, int price) {
    Instant now = clock.instant();
    double most = limits.aMinute();
    double perSecond = most / SECONDS;
    double there = most;
    if (before != null) {
      double passed = Math.max(0, Duration.between(before.at(), now).toNanos() / 1e9);
      there = Math.min(most, before.requests() + passed * perSecond);
    }
    if (there >= price) {
      return new Left(there - price, now, Duration.ZERO);
    }
    long ms = (long) Math.ceil(1000 * (price - there) / perSecond);
    return new Left(there, now, Duration.ofMillis(ms));
  }

  private int price(Cost cost) {
    return switch (cost) {
      case NOTHING -> 0;
      case PAGE -> 1;
      case SEARCH -> limits.search();
      case EXPORT -> limits.export();
    };
  }
}
