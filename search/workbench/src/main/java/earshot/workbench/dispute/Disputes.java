package earshot.workbench.dispute;

import earshot.stats.Proportion;
import earshot.workbench.account.SignedIn;
import earshot.workbench.call.AnswerText;
import earshot.workbench.call.CallReview;
import earshot.workbench.store.Database;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Disputes and their decisions; both are history. Thread-safe. */
public final class Disputes {
  /** A fortnight: the agent still remembers the call, and a supervisor on leave is back. */
  public static final Duration DEADLINE = Duration.ofDays(14);

  private static final String SELECT =
      """
      select d.*, n.name, o.overturned, o.answer, o.reason as decided_reason, o.decided_at,
        m.name as decided_by
      from dispute d join account n on n.account_id = d.account_id
      left join dispute_decision o on o.dispute_id = d.dispute_id
      left join account m on m.account_id = o.account_id
      """;

  private final Database database;
  private final Clock clock;
  private final Object opening = new Object();

  public Disputes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens a dispute.
   *
   * @return false when one about that answer is open already
   */
  boolean open(
      SignedIn who, String callId, String form, String question, String contested, String reason) {
    synchronized (opening) {
      boolean already =
          list(callId).stream()
              .anyMatch(d -> d.open() && d.form().equals(form) && d.question().equals(question));
      if (already) {
        return false;
      }
      OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
      database
          .jdbi()
          .useHandle(
              h ->
                  h.createUpdate(
                          """
                          insert into dispute (call_id, form, question, contested, reason,
                            account_id, opened_at, due_at)
                          values (:call, :form, :question, :contested, :reason, :account, :at, :due)
                          """)
                      .bind("call", callId)
                      .bind("form", form)
                      .bind("question", question)
                      .bind("contested", contested)
                      .bind("reason", reason)
                      .bind("account", who.account().id())
                      .bind("at", now)
                      .bind("due", now.plus(DEADLINE))
                      .execute());
      return true;
    }
  }

  /**
   * Decides a dispute.
   *
   * @param answer that shall hold; null upholds the contested one
   * @return false when it was decided before
   */
  boolean decide(SignedIn who, long id, @Nullable String answer, String reason) {
    try {
      database
          .jdbi()
          .useHandle(
              h ->
                  h.createUpdate(
                          """
                          insert into dispute_decision
                            (dispute_id, overturned, answer, reason, account_id, decided_at)
                          values (:id, :overturned, :answer, :reason, :account, :at)
                          """)
                      .bind("id", id)
                      .bind("overturned", answer != null)
                      .bind("answer", answer)
                      .bind("reason", reason)
                      .bind("account", who.account().id())
                      .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                      .execute());
      return true;
    } catch (UnableToExecuteStatementException e) {
      if (find(id).map(Dispute::open).orElse(true)) {
        throw e;
      }
      return false;
    }
  }

  Optional<Dispute> find(long id) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "where d.dispute_id = :id")
                    .bind("id", id)
                    .map((r, context) -> dispute(r))
                    .findOne());
  }

  /** All of them; the newest first. */
  List<Dispute> all() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "order by d.dispute_id desc")
                    .map((r, context) -> dispute(r))
                    .list());
  }

  /** Those that nobody has decided; the newest first. */
  List<Dispute> open() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "where o.dispute_id is null order by d.dispute_id desc")
                    .map((r, context) -> dispute(r))
                    .list());
  }

  /** How the decided disputes ended whose calls were erased, by question. */
  Map<String, Proportion> erased() {
    Map<String, Proportion> rates = new HashMap<>();
    database
        .jdbi()
        .useHandle(
            h ->
                h.createQuery("select question, overturned from erased_dispute")
                    .map(
                        (r, context) ->
                            rates.merge(
                                r.getString("question"),
                                new Proportion(r.getBoolean("overturned") ? 1 : 0, 1),
                                Proportion::plus))
                    .list());
    return rates;
  }

  private List<Dispute> list(String callId) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "where d.call_id = :call order by d.dispute_id")
                    .bind("call", callId)
                    .map((r, context) -> dispute(r))
                    .list());
  }

  /** The disputes of a call by row of its page, oldest first. */
  public Map<String, List<CallReview.Contest>> of(String callId) {
    Map<String, List<CallReview.Contest>> contests = new HashMap<>();
    for (Dispute dispute : list(callId)) {
      contests
          .computeIfAbsent(dispute.form() + "-" + dispute.question(), row -> new ArrayList<>())
          .add(
              new CallReview.Contest(
                  Sentence.of(
                      dispute.by() + " contested " + AnswerText.of(dispute.contested()) + " on ",
                      Moment.of(dispute.openedAt())),
                  dispute.reason(),
                  dispute.open(),
                  outcome(dispute)));
    }
    return contests;
  }

  static Sentence outcome(Dispute dispute) {
    Dispute.Outcome decision = dispute.decision();
    if (decision == null) {
      return Sentence.of("open, to be decided until ", Moment.of(dispute.dueAt()));
    }
    String answer = decision.answer();
    return Sentence.of(
        (answer == null ? "upheld" : "overturned to " + AnswerText.of(answer))
            + " by "
            + decision.by()
            + " on ",
        Moment.of(decision.at()),
        ": " + decision.reason());
  }

  private static Dispute dispute(ResultSet r) throws SQLException {
    OffsetDateTime decidedAt = r.getObject("decided_at", OffsetDateTime.class);
    return new Dispute(
        r.getLong("dispute_id"),
        r.getString("call_id"),
        r.getString("form"),
        r.getString("question"),
        r.getString("contested"),
        r.getString("reason"),
        r.getString("name"),
        r.getObject("opened_at", OffsetDateTime.class).toInstant(),
        r.getObject("due_at", OffsetDateTime.class).toInstant(),
        decidedAt == null
            ? null
            : new Dispute.Outcome(
                r.getBoolean("overturned"),
                r.getString("answer"),
                r.getString("decided_reason"),
                r.getString("decided_by"),
                decidedAt.toInstant()));
  }
}
