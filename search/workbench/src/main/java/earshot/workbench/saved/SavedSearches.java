package earshot.workbench.saved;

import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The saved searches. Every change, removal included, is a new row. Thread-safe. */
public final class SavedSearches {
  /** Of one account; more are hard to find one's way in. */
  public static final int MOST = 100;

  private static final String CURRENT =
      """
      select s.search_id, s.account_id, t.title, t.query, t.sorting, t.alerting
      from saved_search s join saved_search_state t on t.search_id = s.search_id
      where t.state_id = (select max(n.state_id) from saved_search_state n
                          where n.search_id = s.search_id)
        and not t.removed
      """;

  private final Database database;
  private final Clock clock;

  public SavedSearches(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Keeps a search.
   *
   * @param made its id is not looked at
   * @return its id
   * @throws IllegalArgumentException when the account has too many already
   */
  public long add(SavedSearch made) {
    if (of(made.accountId()).size() >= MOST) {
      throw new IllegalArgumentException(
          "there are " + MOST + " saved searches already; remove one first");
    }
    return database
        .jdbi()
        .inTransaction(
            h -> {
              long id =
                  h.createUpdate(
                          "insert into saved_search (account_id, made_at) values (:account, :at)")
                      .bind("account", made.accountId())
                      .bind("at", now())
                      .executeAndReturnGeneratedKeys("search_id")
                      .mapTo(Long.class)
                      .one();
              state(h, id, made, false);
              return id;
            });
  }

  /** Writes down what a search is from now on. */
  public void change(SavedSearch search) {
    database.jdbi().useHandle(h -> state(h, search.id(), search, false));
  }

  /** Takes a search out of the list; its alerts go with it. */
  public void remove(SavedSearch search) {
    database.jdbi().useHandle(h -> state(h, search.id(), search, true));
  }

  /** Those of an account, by title. */
  public List<SavedSearch> of(long accountId) {
    return database
        .jdbi()
        .withHandle(
            h ->
                list(
                    h.createQuery(CURRENT + " and s.account_id = :account order by lower(t.title)")
                        .bind("account", accountId)));
  }

  /** One of them; empty when it is not this account's. */
  public Optional<SavedSearch> find(long searchId, long accountId) {
    return of(accountId).stream().filter(s -> s.id() == searchId).findFirst();
  }

  /** Everybody's that ask for alerts. */
  public List<SavedSearch> alerting() {
    return database
        .jdbi()
        .withHandle(h -> list(h.createQuery(CURRENT + " and t.alerting order by s.search_id")));
  }

  private static List<SavedSearch> list(Query query) {
    return query
        .map(
            (row, context) ->
                new SavedSearch(
                    row.getLong("search_id"),
                    row.getLong("account_id"),
                    row.getString("title"),
                    row.getString("query"),
                    row.getString("sorting"),
                    row.getBoolean("alerting")))
        .list();
  }

  private void state(Handle h, long id, SavedSearch search, boolean removed) {
    h.createUpdate(
            """
            insert into saved_search_state
              (search_id, title, query, sorting, alerting, removed, changed_at)
            values (:id, :title, :query, :sorting, :alerting, :removed, :at)
            """)
        .bind("id", id)
        .bind("title", search.title())
        .bind("query", search.query())
        .bind("sorting", search.sorting())
        .bind("alerting", search.alerting())
        .bind("removed", removed)
        .bind("at", now())
        .execute();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
