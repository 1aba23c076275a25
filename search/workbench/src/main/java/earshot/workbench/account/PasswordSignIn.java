package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with name and password. Says neither which of the two was wrong nor whether the account
 * exists, and takes as long in every case. Failures pause a name and an address; tries from a
 * browser in which that account signed in before are counted by themselves, so that nobody can be
 * locked out there by others. Thread-safe.
 */
public final class PasswordSignIn {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Lockout lockout;
  private final KnownDevices devices;
  private final Limits limits;
  private final Clock clock;

  public PasswordSignIn(
      Database database, Accounts accounts, Passwords passwords, Limits limits, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.clock = clock;
    this.lockout = new Lockout(database, limits, clock);
    this.devices = new KnownDevices(database, limits, clock);
  }

  /** What came of a try. */
  public sealed interface Outcome {
    /**
     * Name and password are right.
     *
     * @param device secret by which the browser is known from now on
     */
    record Welcome(Account account, String device) implements Outcome {}

    /** They are not. */
    record Refused() implements Outcome {}

    /** Too many failures; the try was not looked at. */
    record Paused(Duration pause) implements Outcome {}
  }

  /** Tries a name and password from a browser that nobody knows. */
  public Outcome attempt(String name, String password, String address) {
    return attempt(name, password, address, null);
  }

  /**
   * Tries a name and password.
   *
   * @param address of the browser
   * @param device secret of the browser; null when it has none
   */
  public Outcome attempt(String name, String password, String address, @Nullable String device) {
    String normal = Accounts.normal(name);
    boolean known = devices.knows(device, normal);
    String byAddress = subject("address", address);
    String byName = known ? subject("device", normal + "\n" + device) : subject("name", normal);
    Optional<Duration> wait = known ? Optional.empty() : lockout.begin(byAddress, limits.address());
    if (wait.isEmpty()) {
      wait = lockout.begin(byName, limits.account());
    }
    if (wait.isPresent()) {
      return new Outcome.Paused(wait.get());
    }
    Optional<Accounts.Credential> credential = accounts.credential(name);
    String stored = credential.map(Accounts.Credential::passwordHash).orElse(null);
    boolean right = passwords.matches(password, stored);
    if (!right || stored == null || !credential.get().enabled()) {
      return new Outcome.Refused();
    }
    lockout.clear(byName);
    if (!known) {
      lockout.takeBack(byAddress);
    }
    Account account = credential.get().account();
    return new Outcome.Welcome(account, devices.remember(device, account));
  }

  /**
   * Puts another password in place of the present one, which is tried as at sign-in: a wrong one
   * counts as a failure there. All sessions of the account end.
   *
   * @throws IllegalArgumentException saying what is wrong with the new one; nothing was tried then
   */
  public Outcome change(
      Account account, String present, String chosen, String address, @Nullable String device) {
    passwords.check(account.name(), chosen);
    if (chosen.equals(present)) {
      throw new IllegalArgumentException("the new password is the present one; choose another");
    }
    Outcome outcome = attempt(account.name(), present, address, device);
    if (!(outcome instanceof Outcome.Welcome welcome)) {
      return outcome;
    }
    accounts.choosePassword(account, chosen);
    return new Outcome.Welcome(account, devices.remember(welcome.device(), account));
  }

  /** How long a browser stays known without sign-in. */
  public Duration deviceKnown() {
    return limits.device();
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
