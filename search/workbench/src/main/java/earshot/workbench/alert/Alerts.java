package earshot.workbench.alert;

import earshot.workbench.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Alerts: raised once a call and search, read or not. Whether the call may still be shown is for
 * the caller to ask. Thread-safe.
 */
public final class Alerts {
  private static final String OWN =
      """
      from call_alert a
      join saved_search s on s.search_id = a.search_id
      join saved_search_state t on t.search_id = s.search_id
      left join call_alert_read r on r.alert_id = a.alert_id
      where s.account_id = :account and not t.removed
        and t.state_id = (select max(n.state_id) from saved_search_state n
                          where n.search_id = s.search_id)
      """;

  private final Database database;
  private final Clock clock;

  public Alerts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A find of a search in a new call; see {@link Alert}. */
  record Find(long searchId, String callId, double atSeconds) {}

  /**
   * The call of each alert of an account that is not read, the newest first; a call as often as it
   * was found.
   */
  List<String> unread(long accountId, int most) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select a.call_id "
                            + OWN
                            + " and r.alert_id is null order by a.alert_id desc limit :most")
                    .bind("account", accountId)
                    .bind("most", most)
                    .mapTo(String.class)
                    .list());
  }

  /** The newest first, unread ones before read ones. */
  public List<Alert> of(long accountId, int most) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        "select a.*, t.title, r.read_at "
                            + OWN
                            + " order by case when r.alert_id is null then 0 else 1 end,"
                            + " a.alert_id desc limit :most")
                    .bind("account", accountId)
                    .bind("most", most)
                    .map((row, context) -> alert(row))
                    .list());
  }

  private static Alert alert(ResultSet row) throws SQLException {
    return new Alert(
        row.getLong("alert_id"),
        row.getLong("search_id"),
        row.getString("title"),
        row.getString("call_id"),
        row.getDouble("at_seconds"),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        row.getObject("read_at", OffsetDateTime.class) != null);
  }

  /**
   * Marks one as read; doing so again changes nothing.
   *
   * @return false when the account has no such alert
   */
  public boolean read(long alertId, long accountId) {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              boolean own =
                  h.createQuery("select count(*) " + OWN + " and a.alert_id = :alert")
                          .bind("account", accountId)
                          .bind("alert", alertId)
                          .mapTo(Long.class)
                          .one()
                      == 1;
              if (own) {
                markRead(h, accountId, " and a.alert_id = " + alertId);
              }
              return own;
            });
  }

  /** Marks all of an account as read. */
  public void readAll(long accountId) {
    database.jdbi().useTransaction(h -> markRead(h, accountId, ""));
  }

  private void markRead(Handle h, long accountId, String which) {
    h.createUpdate(
            "insert into call_alert_read (alert_id, read_at) select a.alert_id, cast(:at as timestamp with time zone) "
                + OWN
                + " and r.alert_id is null"
                + which)
        .bind("account", accountId)
        .bind("at", now())
        .execute();
  }

  /** The calls that were looked at for alerts before. */
  Set<String> known() {
    return database
        .jdbi()
        .withHandle(
            h ->
                new HashSet<>(
                    h.createQuery("select call_id from known_call").mapTo(String.class).list()));
  }

  /**
   * Writes down that calls were looked at, and what was found in them: both or nothing, so that a
   * crash neither loses an alert nor raises it twice.
   *
   * @throws org.jdbi.v3.core.JdbiException also when another server was faster with one of the
   *     calls
   */
  void raise(Collection<String> looked, Collection<Find> finds) {
    database
        .jdbi()
        .useTransaction(
            h -> {
              PreparedBatch calls = h.prepareBatch("insert into known_call (call_id) values (?)");
              looked.forEach(callId -> calls.add(callId));
              calls.execute();
              for (Find find : finds) {
                h.createUpdate(
                        """
                        insert into call_alert (search_id, call_id, at_seconds, raised_at)
                        values (:search, :call, :second, :at)
                        """)
                    .bind("search", find.searchId())
                    .bind("call", find.callId())
                    .bind("second", find.atSeconds())
                    .bind("at", now())
                    .execute();
              }
            });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
