package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Sessions of people who are signed in. The browser holds a random secret, the database its hash:
 * whoever reads the database cannot use it. Thread-safe.
 *
 * <p>However somebody proved who they are, by password or by a token of an identity provider, ends
 * in {@link #open}.
 */
public final class Sessions {
  /** Times of use are written this exactly, so that reading a page rarely writes. */
  private static final Duration EXACT = Duration.ofMinutes(1);

  private static final String HASH = "session";

  private final Database database;
  private final Accounts accounts;
  private final Limits limits;
  private final Clock clock;

  public Sessions(Database database, Accounts accounts, Limits limits, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.limits = limits;
    this.clock = clock;
  }

  private record Row(long accountId, Instant createdAt, Instant seenAt) {}

  /** Begins a session and returns its secret, for the browser alone. */
  public String open(Account account) {
    String secret = Tokens.random();
    OffsetDateTime now = at(clock.instant());
    database
        .jdbi()
        .useTransaction(
            h -> {
              expire(h);
              h.createUpdate(
                      """
                      insert into web_session (session_hash, account_id, created_at, seen_at)
                      values (:hash, :account, :now, :now)
                      """)
                  .bind("hash", Tokens.derive(HASH, secret))
                  .bind("account", account.id())
                  .bind("now", now)
                  .execute();
            });
    return secret;
  }

  /** Whose session it is; empty when it ended, or the account was disabled. */
  public Optional<SignedIn> find(String secret) {
    String hash = Tokens.derive(HASH, secret);
    return database
        .jdbi()
        .inTransaction(
            h -> {
              Optional<Row> row = row(h, hash);
              if (row.isEmpty() || ended(row.get())) {
                return Optional.empty();
              }
              touch(h, hash, row.get());
              return accounts.enabled(h, row.get().accountId()).map(a -> signedIn(a, secret));
            });
  }

  private static SignedIn signedIn(Account account, String secret) {
    return new SignedIn(account, Tokens.derive("csrf", secret), Tokens.derive("name", secret));
  }

  private static Optional<Row> row(Handle h, String hash) {
    return h.createQuery(
            "select account_id, created_at, seen_at from web_session where session_hash = :hash")
        .bind("hash", hash)
        .map(
            (r, context) ->
                new Row(
                    r.getLong("account_id"),
                    r.getObject("created_at", OffsetDateTime.class).toInstant(),
                    r.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  private boolean ended(Row row) {
    Instant now = clock.instant();
    return !now.isBefore(row.seenAt().plus(limits.idle()))
        || !now.isBefore(row.createdAt().plus(limits.absolute()));
  }

  private void touch(Handle h, String hash, Row row) {
    Instant now = clock.instant();
    if (now.isAfter(row.seenAt().plus(EXACT))) {
      h.createUpdate("update web_session set seen_at = :now where session_hash = :hash")
          .bind("now", at(now))
          .bind("hash", hash)
          .execute();
    }
  }

  /** Ends a session; one that is not there ended already. */
  public void close(String secret) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    "delete from web_session where session_hash = ?", Tokens.derive(HASH, secret)));
  }

  private void expire(Handle h) {
    Instant now = clock.instant();
    h.createUpdate("delete from web_session where seen_at <= :idle or created_at <= :absolute")
        .bind("idle", at(now.minus(limits.idle())))
        .bind("absolute", at(now.minus(limits.absolute())))
        .execute();
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
