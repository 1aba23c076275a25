package earshot.workbench.account;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The passwords of accounts, hashed: one an account, and none where a provider vouches. */
final class Credentials {
  private Credentials() {}

  /** What is stored of a password. */
  record Stored(String hash, OffsetDateTime since) {}

  static Optional<Stored> of(Handle h, long account) {
    return h.createQuery(
            "select password_hash, changed_at from credential where account_id = :account")
        .bind("account", account)
        .map(
            (r, context) ->
                new Stored(
                    r.getString("password_hash"), r.getObject("changed_at", OffsetDateTime.class)))
        .findOne();
  }

  static void put(Handle h, long account, String hash, boolean temporary, OffsetDateTime now) {
    h.execute("delete from credential where account_id = ?", account);
    h.createUpdate(
            """
            insert into credential (account_id, password_hash, temporary, changed_at)
            values (:account, :hash, :temporary, :at)
            """)
        .bind("account", account)
        .bind("hash", hash)
        .bind("temporary", temporary)
        .bind("at", now)
        .execute();
  }
}
