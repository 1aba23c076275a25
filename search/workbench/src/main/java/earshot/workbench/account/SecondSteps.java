package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which accounts have a second step at sign-in: the codes of an authenticator app, and recovery
 * codes. Every change is a row that says who made it. Thread-safe.
 */
public final class SecondSteps {
  private static final Logger LOG = LoggerFactory.getLogger(SecondSteps.class);

  private final Database database;
  private final Seal seal;
  private final Passwords passwords;
  private final Limits limits;
  private final Clock clock;

  public SecondSteps(
      Database database, Seal seal, Passwords passwords, Limits limits, Clock clock) {
    this.database = database;
    this.seal = seal;
    this.passwords = passwords;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * A second step.
   *
   * @param recoveryCodes that are left
   */
  public record State(OffsetDateTime since, int recoveryCodes) {}

  /** By what somebody took the second step. */
  public enum By {
    /** A code of the app. */
    APP,
    /** A recovery code, which is used up with that. */
    RECOVERY_CODE
  }

  private record Row(String secret, long lastStep) {}

  /** The second step of an account; empty where a password is enough. */
  public Optional<State> of(Account account) {
    return database.jdbi().withHandle(h -> state(h, account.id()));
  }

  /** The same by the account's name, for the console. */
  public Optional<State> of(String name) {
    return database.jdbi().withHandle(h -> state(h, Accounts.existing(h, name).account().id()));
  }

  private static Optional<State> state(Handle h, long account) {
    int codes = RecoveryCodes.hashes(h, account).size();
    return h.createQuery("select since from second_step where account_id = :account")
        .bind("account", account)
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(since -> new State(since, codes));
  }

  /**
   * The account has a second step from now on; all its sessions end.
   *
   * @param step of the code that showed that the app has the secret: it does not count again
   * @return recovery codes, which nobody can look up later; empty when it has a second step already
   */
  List<String> turnOn(Account account, byte[] secret, long step) {
    List<String> codes = RecoveryCodes.random(limits.secondStep().recoveryCodes());
    List<String> hashes = hashes(codes);
    return database
        .jdbi()
        .inTransaction(
            h -> {
              if (state(h, account.id()).isPresent()) {
                return List.of();
              }
              h.createUpdate(
                      """
                      insert into second_step (account_id, secret, last_step, since)
                      values (:account, :secret, :step, :now)
                      """)
                  .bind("account", account.id())
                  .bind("secret", seal.close(secret, owner(account)))
                  .bind("step", step)
                  .bind("now", now())
                  .execute();
              RecoveryCodes.put(h, account.id(), hashes);
              changed(h, account, "on", account.name());
              Accounts.endSessions(h, account.id());
              return codes;
            });
  }

  private List<String> hashes(List<String> codes) {
    return passwords.hashes(
        codes.stream().map(code -> RecoveryCodes.signs(code).orElseThrow()).toList());
  }

  /** Other recovery codes in place of those the account has. */
  List<String> newRecoveryCodes(Account account) {
    List<String> codes = RecoveryCodes.random(limits.secondStep().recoveryCodes());
    List<String> hashes = hashes(codes);
    database
        .jdbi()
        .useTransaction(
            h -> {
              RecoveryCodes.put(h, account.id(), hashes);
              changed(h, account, "recovery-codes", account.name());
            });
    return codes;
  }

  /**
   * The password is enough again; all sessions of the account end.
   *
   * @param by who does, for its history
   * @return whether it had a second step
   * @throws IllegalArgumentException when there is no such account
   */
  public boolean turnOff(String name, String by) {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              Account account = Accounts.existing(h, name).account();
              boolean had =
                  h.execute("delete from second_step where account_id = ?", account.id()) > 0;
              if (had) {
                RecoveryCodes.put(h, account.id(), List.of());
                changed(h, account, "off", by);
                Accounts.endSessions(h, account.id());
              }
              return had;
            });
  }

  /**
   * Takes the second step with what somebody typed. What was accepted is not accepted again.
   *
   * @return empty when it is neither a code nor a recovery code that counts
   */
  Optional<By> take(Account account, String typed) {
    String digits = typed.replaceAll("[\\s-]", "");
    if (digits.matches("[0-9]{" + Totp.DIGITS + "}")) {
      return code(account, digits) ? Optional.of(By.APP) : Optional.empty();
    }
    return RecoveryCodes.signs(typed)
        .filter(signs -> recoveryCode(account, signs))
        .map(signs -> By.RECOVERY_CODE);
  }

  private boolean code(Account account, String code) {
    return database
        .jdbi()
        .inTransaction(h -> row(h, account).map(row -> code(h, account, row, code)).orElse(false));
  }

  private boolean code(Handle h, Account account, Row row, String code) {
    Optional<byte[]> secret = seal.open(row.secret(), owner(account));
    if (secret.isEmpty()) {
      LOG.error("account {}: sealed with another second-step.key", account.id());
      return false;
    }
    OptionalLong step = Totp.step(secret.get(), code, clock.instant(), row.lastStep());
    return step.isPresent() && use(h, account, step.getAsLong());
  }

  /** Two at once with one code: one of them finds it used. */
  private static boolean use(Handle h, Account account, long step) {
    return h.execute(
            "update second_step set last_step = ? where account_id = ? and last_step < ?",
            step,
            account.id(),
            step)
        == 1;
  }

  private static Optional<Row> row(Handle h, Account account) {
    return h.createQuery("select secret, last_step from second_step where account_id = :account")
        .bind("account", account.id())
        .map((r, context) -> new Row(r.getString("secret"), r.getLong("last_step")))
        .findOne();
  }

  private boolean recoveryCode(Account account, String signs) {
    List<String> hashes = database.jdbi().withHandle(h -> RecoveryCodes.hashes(h, account.id()));
    return passwords
        .find(signs, hashes)
        .filter(hash -> database.jdbi().withHandle(h -> RecoveryCodes.use(h, hash)))
        .isPresent();
  }

  /** After the right password, what was typed did not count. */
  void refused(Account account) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update second_step set refused = refused + 1 where account_id = ?",
                    account.id()));
  }

  /** How often that happened since the sign-in before; the count starts again. */
  int refusedBefore(Account account) {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              int refused =
                  h.createQuery("select refused from second_step where account_id = :account")
                      .bind("account", account.id())
                      .mapTo(Integer.class)
                      .findOne()
                      .orElse(0);
              h.execute("update second_step set refused = 0 where account_id = ?", account.id());
              return refused;
            });
  }

  private void changed(Handle h, Account account, String what, String by) {
    h.createUpdate(
            """
            insert into second_step_change (account_id, what, changed_by, changed_at)
            values (:account, :what, :by, :now)
            """)
        .bind("account", account.id())
        .bind("what", what)
        .bind("by", by)
        .bind("now", now())
        .execute();
  }

  private static String owner(Account account) {
    return "second step of " + account.id();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
