package earshot.workbench.account;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final String NAME = "name";

  private final Database database;
  private final Accounts accounts;
  private final Limits limits;
  private final Set<Role> secondStepFor;
  private final Clock clock;

  /**
   * @param secondStepFor roles that require a second step of those who sign in with a password here
   */
  public Sessions(
      Database database, Accounts accounts, Limits limits, Set<Role> secondStepFor, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.limits = limits;
    this.secondStepFor = Set.copyOf(secondStepFor);
    this.clock = clock;
  }

  private record Row(
      long accountId,
      Instant createdAt,
      Instant seenAt,
      boolean passwordDue,
      boolean passwordAlone) {}

  /**
   * How a session began.
   *
   * @param device words for the browser, for its owner to tell it from others
   * @param byPassword whether with a password of the workbench
   */
  public record Beginning(String device, boolean byPassword) {}

  /**
   * A session as its owner sees it.
   *
   * @param name public name, as in {@link SignedIn#session}
   * @param lastUsed exact to a minute
   */
  public record Own(String name, Beginning beginning, Instant since, Instant lastUsed) {}

  /** Begins a session and returns its secret, for the browser alone. */
  public String open(Account account, Beginning beginning) {
    String secret = Tokens.random();
    OffsetDateTime now = at(clock.instant());
    database
        .jdbi()
        .useTransaction(
            h -> {
              expire(h);
              h.createUpdate(
                      """
                      insert into web_session (session_hash, session_name, account_id, device,
                        by_password, created_at, seen_at)
                      values (:hash, :name, :account, :device, :password, :now, :now)
                      """)
                  .bind("hash", Tokens.derive(HASH, secret))
                  .bind("name", Tokens.derive(NAME, secret))
                  .bind("device", beginning.device())
                  .bind("password", beginning.byPassword())
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
              return accounts
                  .enabled(h, row.get().accountId())
                  .map(account -> signedIn(account, secret, due(row.get(), account.role())));
            });
  }

  private Due due(Row row, Role role) {
    if (row.passwordDue()) {
      return Due.PASSWORD;
    }
    boolean required = row.passwordAlone() && secondStepFor.contains(role);
    return required ? Due.SECOND_STEP : Due.NOTHING;
  }

  private static SignedIn signedIn(Account account, String secret, Due due) {
    return new SignedIn(account, Tokens.derive("csrf", secret), Tokens.derive(NAME, secret), due);
  }

  /** The sessions of an account, the one used last first. */
  public List<Own> of(Account account) {
    return database
        .jdbi()
        .withHandle(
            h -> {
              expire(h);
              return h.createQuery(
                      """
                      select session_name, device, by_password, created_at, seen_at
                      from web_session where account_id = :account
                      order by seen_at desc, created_at desc, session_name
                      """)
                  .bind("account", account.id())
                  .map(
                      (r, context) ->
                          new Own(
                              r.getString("session_name"),
                              new Beginning(r.getString("device"), r.getBoolean("by_password")),
                              r.getObject("created_at", OffsetDateTime.class).toInstant(),
                              r.getObject("seen_at", OffsetDateTime.class).toInstant()))
                  .list();
            });
  }

  /**
   * Ends a session of an account.
   *
   * @param name as in {@link Own}
   * @return whether the account had it
   */
  public boolean end(Account account, String name) {
    return database
            .jdbi()
            .withHandle(
                h ->
                    h.execute(
                        "delete from web_session where account_id = ? and session_name = ?",
                        account.id(),
                        name))
        > 0;
  }

  /** Ends all sessions of the account but one; says how many. */
  public int endOthers(SignedIn who) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.execute(
                    "delete from web_session where account_id = ? and session_name <> ?",
                    who.account().id(),
                    who.session()));
  }

  private static Optional<Row> row(Handle h, String hash) {
    return h.createQuery(
            """
            select s.account_id, s.created_at, s.seen_at, s.by_password and c.temporary as due,
              s.by_password and t.account_id is null as alone
            from web_session s left join credential c on c.account_id = s.account_id
              left join second_step t on t.account_id = s.account_id
            where s.session_hash = :hash
            """)
        .bind("hash", hash)
        .map(
            (r, context) ->
                new Row(
                    r.getLong("account_id"),
                    r.getObject("created_at", OffsetDateTime.class).toInstant(),
                    r.getObject("seen_at", OffsetDateTime.class).toInstant(),
                    r.getBoolean("due"),
                    r.getBoolean("alone")))
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
