package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts tries to sign in, with a password or a code: by name and by address, or by themselves from
 * a browser in which that account signed in before. Thread-safe.
 */
final class Tries {
  private final Lockout lockout;
  private final KnownDevices devices;
  private final Limits limits;
  private final Clock clock;

  Tries(Database database, Limits limits, Clock clock) {
    this.lockout = new Lockout(database, limits, clock);
    this.devices = new KnownDevices(database, limits, clock);
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * A try. It counts as failed until something else is said.
   *
   * @param pause how long to wait; the try is not looked at then, and not counted
   * @param byName the count of the name, or of the known browser
   * @param byAddress null for a known browser
   * @param device secret of the browser; null when it has none
   */
  record Try(
      Optional<Duration> pause,
      String byName,
      @Nullable String byAddress,
      @Nullable String device) {}

  Try begin(String name, String address, @Nullable String device) {
    String normal = Accounts.normal(name);
    boolean known = devices.knows(device, normal);
    String byAddress = known ? null : subject("address", address);
    String byName = known ? subject("device", normal + "\n" + device) : subject("name", normal);
    Optional<Duration> wait =
        byAddress == null ? Optional.empty() : lockout.begin(byAddress, limits.address());
    if (wait.isEmpty()) {
      wait = lockout.begin(byName, limits.account());
    }
    return new Try(wait, byName, byAddress, device);
  }

  /**
   * Somebody proved who they are: the count starts again.
   *
   * @return secret by which the browser is known from now on
   */
  String succeeded(Try one, Account account) {
    lockout.clear(one.byName());
    takeBackByAddress(one);
    return devices.remember(one.device(), account);
  }

  /** Right so far, and not enough: neither a failure, nor an end to those of before. */
  void goesOn(Try one) {
    lockout.takeBack(one.byName());
    takeBackByAddress(one);
  }

  private void takeBackByAddress(Try one) {
    String byAddress = one.byAddress();
    if (byAddress != null) {
      lockout.takeBack(byAddress);
    }
  }

  /** The account's browsers were forgotten; this one is known again. */
  String remember(@Nullable String device, Account account) {
    return devices.remember(device, account);
  }

  /** How long sign-in under a name still pauses for strangers; empty when it does not. */
  Optional<Duration> paused(String name) {
    Duration left =
        Duration.between(
            clock.instant(), lockout.pausedUntil(subject("name", Accounts.normal(name))));
    return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
  }

  private static String subject(String kind, String value) {
    return kind + ":" + Tokens.derive(kind, value);
  }
}
