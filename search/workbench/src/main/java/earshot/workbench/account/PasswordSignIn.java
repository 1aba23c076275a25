package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Signs in with name and password. Says neither which of the two was wrong nor whether the account
 * exists, and takes as long in every case. Thread-safe.
 */
public final class PasswordSignIn {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Lockout lockout;
  private final Limits limits;
  private final Clock clock;

  public PasswordSignIn(
      Database database, Accounts accounts, Passwords passwords, Limits limits, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.clock = clock;
    this.lockout = new Lockout(database, limits, clock);
  }

  /** What came of a try. */
  public sealed interface Outcome {
    /** Name and password are right. */
    record Welcome(Account account) implements Outcome {}

    /** They are not. */
    record Refused() implements Outcome {}

    /** Too many failures; the try was not looked at. */
    record Paused(Duration pause) implements Outcome {}
  }

  /**
   * Tries a name and password.
   *
   * @param address of the browser
   */
  public Outcome attempt(String name, String password, String address) {
    String byAddress = subject("address", address);
    String byName = subject("name", Accounts.normal(name));
    Optional<Duration> wait = lockout.begin(byAddress, limits.address());
    if (wait.isEmpty()) {
      wait = lockout.begin(byName, limits.account());
    }
    if (wait.isPresent()) {
      return new Outcome.Paused(wait.get());
    }
    Optional<Accounts.Credential> known = accounts.credential(name);
    String stored = known.map(Accounts.Credential::passwordHash).orElse(null);
    boolean right = passwords.matches(password, stored);
    if (!right || stored == null || !known.get().enabled()) {
      return new Outcome.Refused();
    }
    lockout.clear(byName);
    lockout.takeBack(byAddress);
    return new Outcome.Welcome(known.get().account());
  }

  /** How long sign-in under a name still pauses after failures; empty when it does not. */
  public Optional<Duration> paused(String name) {
    Duration left =
        Duration.between(
            clock.instant(), lockout.pausedUntil(subject("name", Accounts.normal(name))));
    return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
  }

  private static String subject(String kind, String value) {
    return kind + ":" + Tokens.derive(kind, value);
  }
}
