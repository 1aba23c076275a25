package earshot.workbench.account;

import earshot.workbench.account.Tries.Try;
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
  private final Tries tries;
  private final Limits limits;

  public PasswordSignIn(
      Database database, Accounts accounts, Passwords passwords, Limits limits, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.tries = new Tries(database, limits, clock);
  }

  /** What came of a try. */
  public sealed interface Outcome {
    /**
     * Somebody proved who they are.
     *
     * @param device secret by which the browser is known from now on
     */
    record Welcome(Account account, String device) implements Outcome {}

    /** Name and password are right; the account has a second step. */
    record CodeDue(Account account) implements Outcome {}

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
   * Signs in.
   *
   * @param address of the browser
   * @param device secret of the browser; null when it has none
   */
  public Outcome attempt(String name, String password, String address, @Nullable String device) {
    Try one = tries.begin(name, address, device);
    if (one.pause().isPresent()) {
      return new Outcome.Paused(one.pause().get());
    }
    Optional<Accounts.Credential> right = right(name, password);
    if (right.isEmpty()) {
      return new Outcome.Refused();
    }
    Account account = right.get().account();
    if (right.get().secondStep()) {
      // Neither does the count of failures start again, nor is the browser known from now on:
      // whoever
      // has the password would get any number of guesses at the code.
      tries.goesOn(one);
      return new Outcome.CodeDue(account);
    }
    return new Outcome.Welcome(account, tries.succeeded(one, account));
  }

  /** The enabled account of that name, if that is its password; takes as long if it is not. */
  Optional<Accounts.Credential> right(String name, String password) {
    Optional<Accounts.Credential> credential = accounts.credential(name);
    String stored = credential.map(Accounts.Credential::passwordHash).orElse(null);
    boolean right = passwords.matches(password, stored);
    return credential.filter(c -> right && c.enabled());
  }

  /**
   * Somebody who is signed in proves it again; a wrong password counts as a failed sign-in.
   *
   * @return {@link Outcome.Welcome}, also for accounts with a second step, or why not
   */
  public Outcome confirm(
      Account account, String password, String address, @Nullable String device) {
    Try one = tries.begin(account.name(), address, device);
    if (one.pause().isPresent()) {
      return new Outcome.Paused(one.pause().get());
    }
    return right(account.name(), password).isPresent()
        ? new Outcome.Welcome(account, tries.succeeded(one, account))
        : new Outcome.Refused();
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
    Outcome outcome = confirm(account, present, address, device);
    if (!(outcome instanceof Outcome.Welcome welcome)) {
      return outcome;
    }
    accounts.choosePassword(account, chosen);
    return new Outcome.Welcome(account, tries.remember(welcome.device(), account));
  }

  /** How long a browser stays known without sign-in. */
  public Duration deviceKnown() {
    return limits.device();
  }

  /** How long sign-in under a name still pauses after failures; empty when it does not. */
  public Optional<Duration> paused(String name) {
    return tries.paused(name);
  }

  /** The one count of tries, for codes too. */
  Tries tries() {
    return tries;
  }
}
