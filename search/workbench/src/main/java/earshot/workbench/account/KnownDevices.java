package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Browsers in which somebody signed in before, told by a secret they keep. Their tries are counted
 * apart: whoever types wrong passwords for a name elsewhere, on purpose, pauses that name for
 * strangers only. The secret signs nobody in. Thread-safe.
 */
final class KnownDevices {
  private final Database database;
  private final Limits limits;
  private final Clock clock;

  KnownDevices(Database database, Limits limits, Clock clock) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
  }

  /** Whether the account of that name signed in there lately. */
  boolean knows(@Nullable String secret, String name) {
    return secret != null
        && database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                                """
                            select count(*) from known_device
                            where device_hash = :hash and seen_at > :oldest
                            """)
                            .bind("hash", hash(secret, name))
                            .bind("oldest", oldest())
                            .mapTo(Long.class)
                            .one()
                        > 0);
  }

  /**
   * The account signed in there.
   *
   * @param secret what the browser keeps already, also for other accounts
   * @return the secret to keep
   */
  String remember(@Nullable String secret, Account account) {
    String kept = secret == null || secret.length() != Tokens.LENGTH ? Tokens.random() : secret;
    String hash = hash(kept, account.name());
    database
        .jdbi()
        .useTransaction(
            h -> {
              h.execute("delete from known_device where device_hash = ?", hash);
              h.createUpdate("delete from known_device where seen_at <= :oldest")
                  .bind("oldest", oldest())
                  .execute();
              h.createUpdate(
                      """
                      insert into known_device (device_hash, account_id, seen_at)
                      values (:hash, :account, :now)
                      """)
                  .bind("hash", hash)
                  .bind("account", account.id())
                  .bind("now", at(clock.instant()))
                  .execute();
            });
    return kept;
  }

  private OffsetDateTime oldest() {
    return at(clock.instant().minus(limits.device()));
  }

  private static String hash(String secret, String name) {
    return Tokens.derive("device of " + name, secret);
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
