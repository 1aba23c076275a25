package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Pauses an address from which sign-ins through an identity provider keep failing, as for
 * passwords. Its failures do not count for passwords, nor the other way round. Thread-safe.
 */
public final class ProviderPause {
  private final Lockout lockout;
  private final Limits limits;

  public ProviderPause(Database database, Limits limits, Clock clock) {
    this.lockout = new Lockout(database, limits, clock);
    this.limits = limits;
  }

  /** Counts a try; tells how long to wait when it is not allowed. */
  public Optional<Duration> begin(String address) {
    return lockout.begin(subject(address), limits.address());
  }

  /** The try was no failure of the one who tried. */
  public void takeBack(String address) {
    lockout.takeBack(subject(address));
  }

  private static String subject(String address) {
    return "provider:" + Tokens.derive("provider", address);
  }
}
