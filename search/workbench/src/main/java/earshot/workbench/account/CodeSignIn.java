package earshot.workbench.account;

import earshot.workbench.account.Tries.Try;
import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The second step of signing in: after the right password a code of the app, or a recovery code. In
 * between there is a half sign-in, which opens nothing; the browser holds its secret, the database
 * its hash. Wrong codes count as wrong passwords do. Thread-safe.
 */
public final class CodeSignIn {
  private static final String HASH = "half sign-in";

  private final Database database;
  private final Accounts accounts;
  private final PasswordSignIn passwords;
  private final SecondSteps steps;
  private final Limits.SecondStep limits;
  private final int pause;
  private final Clock clock;

  public CodeSignIn(
      Database database,
      Accounts accounts,
      PasswordSignIn passwords,
      SecondSteps steps,
      Limits limits,
      Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.passwords = passwords;
    this.steps = steps;
    this.limits = limits.secondStep();
    this.pause = limits.account().failures();
    this.clock = clock;
  }

  /** What came of a try. */
  public sealed interface Outcome {
    /**
     * Somebody proved who they are.
     *
     * @param device secret by which the browser is known from now on
     * @param by what the second step was taken
     */
    record Welcome(Account account, String device, SecondSteps.By by) implements Outcome {}

    /** Something was wrong, and nothing says what. */
    record Refused() implements Outcome {}

    /** Too many failures; the try was not looked at. */
    record Paused(Duration pause) implements Outcome {}
  }

  /** The password was right; gives the secret of the half sign-in, for the browser alone. */
  public String begin(Account account) {
    String secret = Tokens.random();
    database
        .jdbi()
        .useTransaction(
            h -> {
              h.createUpdate("delete from half_sign_in where begun_at <= :oldest")
                  .bind("oldest", oldest())
                  .execute();
              h.createUpdate(
                      """
                      insert into half_sign_in (half_hash, account_id, begun_at)
                      values (:hash, :account, :now)
                      """)
                  .bind("hash", Tokens.derive(HASH, secret))
                  .bind("account", account.id())
                  .bind("now", at(clock.instant()))
                  .execute();
            });
    return secret;
  }

  /** How long a half sign-in waits for its code. */
  public Duration longest() {
    return limits.between();
  }

  /** Whose code is waited for; empty when it took too long, or the account changed meanwhile. */
  public Optional<Account> waiting(String secret) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select account_id from half_sign_in
                        where half_hash = :hash and begun_at > :oldest
                        """)
                    .bind("hash", Tokens.derive(HASH, secret))
                    .bind("oldest", oldest())
                    .mapTo(Long.class)
                    .findOne()
                    .flatMap(id -> accounts.enabled(h, id)));
  }

  /**
   * Finishes a half sign-in.
   *
   * @param typed a code or a recovery code
   * @param address of the browser
   * @param device secret of the browser; null when it has none
   */
  public Outcome attempt(String secret, String typed, String address, @Nullable String device) {
    Optional<Account> waiting = waiting(secret);
    if (waiting.isEmpty()) {
      return new Outcome.Refused();
    }
    Account account = waiting.get();
    Try one = passwords.tries().begin(account.name(), address, device);
    if (one.pause().isPresent()) {
      return new Outcome.Paused(one.pause().get());
    }
    Optional<SecondSteps.By> by = steps.take(account, typed);
    boolean first = by.isPresent() && database.jdbi().withHandle(h -> end(h, secret));
    if (!first) {
      steps.refused(account);
      return new Outcome.Refused();
    }
    return welcome(one, account, by.get());
  }

  /**
   * Wrong codes after the right password since the sign-in before, where they were so many that
   * sign-in paused; else 0. Asked once, after {@link Outcome.Welcome}.
   */
  public int guesses(Account account) {
    int refused = steps.refusedBefore(account);
    return refused < pause ? 0 : refused;
  }

  /** Two at once: one of them ends it. */
  private static boolean end(Handle h, String secret) {
    return h.execute("delete from half_sign_in where half_hash = ?", Tokens.derive(HASH, secret))
        == 1;
  }

  private Outcome welcome(Try one, Account account, SecondSteps.By by) {
    return new Outcome.Welcome(account, passwords.tries().succeeded(one, account), by);
  }

  /** Somebody who is signed in proves it again, with password and code. */
  private Outcome confirm(
      Account account, String password, String typed, String address, @Nullable String device) {
    Try one = passwords.tries().begin(account.name(), address, device);
    if (one.pause().isPresent()) {
      return new Outcome.Paused(one.pause().get());
    }
    // A code is used up by whoever knows the password only.
    return passwords
        .right(account.name(), password)
        .flatMap(right -> steps.take(account, typed))
        .map(by -> welcome(one, account, by))
        .orElseGet(Outcome.Refused::new);
  }

  /** Turns the second step of the own account off; all its sessions end. */
  public Outcome turnOff(
      Account account, String password, String typed, String address, @Nullable String device) {
    Outcome outcome = confirm(account, password, typed, address, device);
    if (outcome instanceof Outcome.Welcome) {
      steps.turnOff(account.name(), account.name());
    }
    return outcome;
  }

  /** What came of asking for other recovery codes; none where {@code outcome} is no welcome. */
  public record NewCodes(Outcome outcome, List<String> codes) {}

  /** Gives the own account other recovery codes. */
  public NewCodes newRecoveryCodes(
      Account account, String password, String typed, String address, @Nullable String device) {
    Outcome outcome = confirm(account, password, typed, address, device);
    return new NewCodes(
        outcome, outcome instanceof Outcome.Welcome ? steps.newRecoveryCodes(account) : List.of());
  }

  private OffsetDateTime oldest() {
    return at(clock.instant().minus(limits.between()));
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
