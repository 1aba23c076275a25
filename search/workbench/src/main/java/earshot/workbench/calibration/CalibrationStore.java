package earshot.workbench.calibration;

import earshot.workbench.account.Account;
import earshot.workbench.account.SignedIn;
import earshot.workbench.calibration.CalibrationSet.Given;
import earshot.workbench.erase.Mentions;
import earshot.workbench.lookup.Withholding;
import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calibration sets and their answers. Rows are added, never changed. Thread-safe. */
public final class CalibrationStore implements Withholding {
  private final Database database;
  private final Clock clock;

  public CalibrationStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens a set.
   *
   * @param reviewers numbers of their accounts
   */
  long open(
      SignedIn who, String title, String form, List<String> calls, Collection<Long> reviewers) {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              long id =
                  h.createUpdate(
                          """
                          insert into calibration (title, form, account_id, opened_at)
                          values (:title, :form, :account, :at)
                          """)
                      .bind("title", title)
                      .bind("form", form)
                      .bind("account", who.account().id())
                      .bind("at", now())
                      .executeAndReturnGeneratedKeys("calibration_id")
                      .mapTo(Long.class)
                      .one();
              for (int place = 0; place < calls.size(); place++) {
                h.execute(
                    "insert into calibration_call (calibration_id, place, call_id) values (?, ?, ?)",
                    id,
                    place,
                    calls.get(place));
              }
              for (long reviewer : reviewers) {
                h.execute(
                    "insert into calibration_reviewer (calibration_id, account_id) values (?, ?)",
                    id,
                    reviewer);
              }
              return id;
            });
  }

  /** The newest first. */
  List<CalibrationSet> all() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery("select calibration_id from calibration order by 1 desc")
                    .mapTo(Long.class)
                    .list())
        .stream()
        .map(this::find)
        .flatMap(Optional::stream)
        .toList();
  }

  Optional<CalibrationSet> find(long id) {
    return database
        .jdbi()
        .withHandle(
            h -> {
              List<String> calls =
                  h.createQuery(
                          """
                          select call_id from calibration_call where calibration_id = :id
                          order by place
                          """)
                      .bind("id", id)
                      .mapTo(String.class)
                      .list();
              List<String> reviewers =
                  h.createQuery(
                          """
                          select n.name from calibration_reviewer r
                          join account n on n.account_id = r.account_id
                          where r.calibration_id = :id order by n.name
                          """)
                      .bind("id", id)
                      .mapTo(String.class)
                      .list();
              return h.createQuery(
                      """
                      select c.*, n.name, x.closed_at from calibration c
                      join account n on n.account_id = c.account_id
                      left join calibration_closed x on x.calibration_id = c.calibration_id
                      where c.calibration_id = :id
                      """)
                  .bind("id", id)
                  .map(
                      (r, context) ->
                          new CalibrationSet(
                              id,
                              r.getString("title"),
                              r.getString("form"),
                              r.getString("name"),
                              r.getObject("opened_at", OffsetDateTime.class).toInstant(),
                              calls,
                              reviewers,
                              closed(r.getObject("closed_at", OffsetDateTime.class))))
                  .findOne();
            });
  }

  private static @Nullable Instant closed(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  /** How many sheets of open sets wait for somebody's answers. */
  long waiting(long account) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select count(*) from calibration_reviewer r
                        join calibration_call k on k.calibration_id = r.calibration_id
                        where r.account_id = :account and k.call_id <> :erased
                          and not exists (select 1 from calibration_closed x
                            where x.calibration_id = r.calibration_id)
                          and not exists (select 1 from calibration_answer a
                            where a.calibration_id = r.calibration_id and a.place = k.place
                              and a.account_id = r.account_id)
                        """)
                    .bind("account", account)
                    .bind("erased", Mentions.ERASED)
                    .mapTo(Long.class)
                    .one());
  }

  /**
   * Until a set is closed, whoever is asked does not see what the machine or others answered about
   * its calls.
   */
  @Override
  public List<Withheld> from(Account who) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select c.calibration_id, c.form, c.title, k.place, k.call_id
                        from calibration c
                        join calibration_call k on k.calibration_id = c.calibration_id
                        join calibration_reviewer r on r.calibration_id = c.calibration_id
                        where r.account_id = :account and k.call_id <> :erased
                          and not exists (select 1 from calibration_closed x
                            where x.calibration_id = c.calibration_id)
                        order by c.calibration_id, k.place
                        """)
                    .bind("erased", Mentions.ERASED)
                    .bind("account", who.id())
                    .map(
                        (r, context) ->
                            new Withheld(
                                r.getString("call_id"),
                                r.getString("form"),
                                r.getString("title"),
                                CalibrationSet.sheet(
                                    r.getLong("calibration_id"), r.getInt("place"))))
                    .list());
  }

  /** Keeps the answers of one reviewer about one call. */
  void answer(SignedIn who, long id, int place, Map<String, String> answers) {
    database
        .jdbi()
        .useTransaction(
            h ->
                answers.forEach(
                    (question, answer) ->
                        h.execute(
                            """
                            insert into calibration_answer
                              (calibration_id, place, question, answer, account_id, answered_at)
                            values (?, ?, ?, ?, ?, ?)
                            """,
                            id,
                            place,
                            question,
                            answer,
                            who.account().id(),
                            now())));
  }

  /** The answers that count, of everybody. */
  List<Given> answers(long id) {
    Map<String, Given> newest = new LinkedHashMap<>();
    List<Given> all =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery(
                            """
                            select a.place, a.question, a.answer, n.name from calibration_answer a
                            join account n on n.account_id = a.account_id
                            where a.calibration_id = :id order by a.answer_id
                            """)
                        .bind("id", id)
                        .map(
                            (r, context) ->
                                new Given(
                                    r.getInt("place"),
                                    r.getString("question"),
                                    r.getString("answer"),
                                    r.getString("name")))
                        .list());
    all.forEach(g -> newest.put(g.place() + "/" + g.question() + "/" + g.by(), g));
    return new ArrayList<>(newest.values());
  }

  void close(SignedIn who, long id) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.execute(
                    """
                    insert into calibration_closed (calibration_id, account_id, closed_at)
                    values (?, ?, ?)
                    """,
                    id,
                    who.account().id(),
                    now()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
