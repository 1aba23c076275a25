package earshot.workbench.audit;

import earshot.workbench.account.SignedIn;
import earshot.workbench.erase.Mentions;
import earshot.workbench.store.Database;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what, when: rows are added, never changed. Each row is a line of the log as well, without
 * names and details, so that a copy can leave the machine at once. Thread-safe.
 */
public final class Audit {
  /** Of the logger. */
  public static final String NAME = "earshot.audit";

  private static final Logger LOG = LoggerFactory.getLogger(NAME);

  private static final String NAME_OF =
      "coalesce(n.name, case a.action when 'sign-in-refused' then '%s' else '%s' end)"
          .formatted(AuditFilter.UNKNOWN, AuditFilter.CONSOLE);

  /** Stands for a call that was erased. */
  public static final String ERASED = Mentions.ERASED;

  private final Database database;
  private final Clock clock;

  public Audit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is written down. */
  public enum Action {
    SIGN_IN,
    SIGN_IN_REFUSED,
    SIGN_OUT,
    CHANGE_PASSWORD,
    CHANGE_PASSWORD_REFUSED,
    SECOND_STEP_ON,
    SECOND_STEP_OFF,
    RECOVERY_CODES,
    SECOND_STEP_REFUSED,
    END_SESSION,
    END_SESSION_REFUSED,
    OPEN_CALL,
    LISTEN,
    EXPORT,
    CHANGE_ACCOUNT,
    DECIDE,
    ERASE;

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A row.
   *
   * @param who name of the account
   * @param callId null where no single call is meant
   * @param detail such as the query of an export; null when there is none
   */
  public record Entry(
      Instant at, String who, String action, @Nullable String callId, @Nullable String detail) {}

  /**
   * Writes down what somebody does, before it is done.
   *
   * @param callId null where no single call is meant
   * @param detail never what was said in a call; cut after 1000 characters
   */
  public void write(SignedIn who, Action action, @Nullable String callId, @Nullable String detail) {
    write(who.account().id(), action, callId, detail);
  }

  /** The same for an account whose session begins or ends. */
  public void write(
      long accountId, Action action, @Nullable String callId, @Nullable String detail) {
    add(accountId, action, callId, detail);
  }

  /**
   * An identity provider sent somebody who may not sign in, or a code after a right password is
   * not.
   *
   * @param accountId null where it is not known who that is
   */
  public void refused(@Nullable Long accountId, String detail) {
    add(accountId, Action.SIGN_IN_REFUSED, null, detail);
  }

  private void add(
      @Nullable Long accountId, Action action, @Nullable String callId, @Nullable String detail) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.createUpdate(
                        """
                        insert into audit (account_id, action, call_id, detail, happened_at)
                        values (:account, :action, :call, :detail, :at)
                        """)
                    .bind("account", accountId)
                    .bind("action", action.id())
                    .bind("call", cut(callId))
                    .bind("detail", cut(detail))
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute());
    LOG.info(
        "audit={} account={} call={}",
        action.id(),
        accountId == null ? "-" : accountId,
        callId == null ? "-" : URLEncoder.encode(callId, StandardCharsets.UTF_8));
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= 1000 ? text : text.substring(0, 1000);
  }

  /** The newest rows first. */
  public List<Entry> newest(AuditFilter filter, int limit, int offset) {
    String query =
        """
        select a.happened_at, a.action, a.call_id, a.detail, %s as name
        from audit a left join account n on n.account_id = a.account_id
        where %s
        order by a.audit_id desc limit :limit offset :offset
        """
            .formatted(NAME_OF, filter.condition());
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(query)
                    .bindMap(filter.values())
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map(
                        (r, context) ->
                            new Entry(
                                r.getObject("happened_at", OffsetDateTime.class).toInstant(),
                                r.getString("name"),
                                r.getString("action"),
                                r.getString("call_id"),
                                r.getString("detail")))
                    .list());
  }

  /** How many rows there are. */
  public long count(AuditFilter filter) {
    String query = "select count(*) from audit a where " + filter.condition();
    return database
        .jdbi()
        .withHandle(h -> h.createQuery(query).bindMap(filter.values()).mapTo(Long.class).one());
  }
}
