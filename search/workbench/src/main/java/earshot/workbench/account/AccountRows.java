package earshot.workbench.account;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Accounts as their newest rows say. */
final class AccountRows {
  private static final String CURRENT =
      """
      select a.account_id, a.name, s.role, s.agent_id, s.enabled, s.state_id, a.created_at,
        t.account_id is not null as second_step
      from account a join account_state s on s.account_id = a.account_id
        left join second_step t on t.account_id = a.account_id
      where s.state_id = (select max(n.state_id) from account_state n
                          where n.account_id = a.account_id)
      """;

  private AccountRows() {}

  /** Everybody, by name. */
  static List<Accounts.Entry> all(Handle h) {
    return entries(h, h.createQuery(CURRENT + " order by a.name"));
  }

  /** The account of that name, in lower case. */
  static Optional<Accounts.Entry> named(Handle h, String name) {
    return entries(h, h.createQuery(CURRENT + " and a.name = :name").bind("name", name)).stream()
        .findFirst();
  }

  static Optional<Accounts.Entry> numbered(Handle h, long id) {
    return entries(h, h.createQuery(CURRENT + " and a.account_id = :id").bind("id", id)).stream()
        .findFirst();
  }

  private static List<Accounts.Entry> entries(Handle h, Query query) {
    return query
        .map(
            (row, context) ->
                new Accounts.Entry(
                    new Account(
                        row.getLong("account_id"),
                        row.getString("name"),
                        Role.of(row.getString("role")),
                        teams(h, row.getLong("state_id")),
                        row.getString("agent_id")),
                    row.getBoolean("enabled"),
                    row.getBoolean("second_step"),
                    row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static Set<String> teams(Handle h, long state) {
    return new TreeSet<>(
        h.createQuery("select team from account_team where state_id = :state")
            .bind("state", state)
            .mapTo(String.class)
            .list());
  }
}
