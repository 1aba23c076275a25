package earshot.workbench.review;

import earshot.call.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The changes of records that people asked for, in the database. Thread-safe. */
final class ChangeStore {
  private static final String REDACT = "redact";
  private static final String CHANNELS = "channels";
  private static final String EXCHANGE = "exchange";
  private static final String SPEAKERS = "speakers";
  private static final String TAKE_BACK = "take-back";
  private static final String SELECT =
      """
      select c.*, d.outcome, n.name from record_change c
      join account n on n.account_id = c.account_id
      left join record_change_done d on d.change_id = c.change_id
      """;

  private final Database database;
  private final Clock clock;

  ChangeStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The columns of what is wanted. */
  private record Row(
      String kind,
      @Nullable Integer channel,
      double start,
      double end,
      @Nullable Long takesBack,
      List<NamedSpan> spans) {
    static Row of(Wanted wanted) {
      if (wanted instanceof Wanted.Redact redact) {
        SpanRedaction span = redact.span();
        return new Row(REDACT, span.channel(), span.start(), span.end(), null, List.of());
      }
      if (wanted instanceof Wanted.AgentOn agent) {
        return new Row(CHANNELS, agent.channel(), 0, 0, null, List.of());
      }
      if (wanted instanceof Wanted.TakeBack back) {
        return new Row(TAKE_BACK, null, 0, 0, back.change(), List.of());
      }
      if (wanted instanceof Wanted.Speakers speakers) {
        List<NamedSpan> spans = speakers.spans();
        double start = spans.stream().mapToDouble(NamedSpan::start).min().orElse(0);
        double end = spans.stream().mapToDouble(NamedSpan::end).max().orElse(0);
        return new Row(SPEAKERS, null, start, end, null, spans);
      }
      return new Row(EXCHANGE, null, 0, 0, null, List.of());
    }
  }

  void insert(SignedIn who, String callId, Wanted wanted, String why) {
    Row row = Row.of(wanted);
    database
        .jdbi()
        .useTransaction(
            h -> {
              Update insert =
                  h.createUpdate(
                          """
                          insert into record_change (call_id, kind, channel, start_seconds,
                            end_seconds, takes_back, remark, account_id, asked_at)
                          values (:call, :kind, :channel, :start, :end, :back, :remark, :account,
                            :at)
                          """)
                      .bind("call", callId)
                      .bind("kind", row.kind())
                      .bind("channel", row.channel())
                      .bind("start", row.start())
                      .bind("end", row.end())
                      .bind("back", row.takesBack())
                      .bind("remark", why)
                      .bind("account", who.account().id())
                      .bind("at", now());
              long change =
                  insert.executeAndReturnGeneratedKeys("change_id").mapTo(Long.class).one();
              for (int i = 0; i < row.spans().size(); i++) {
                NamedSpan span = row.spans().get(i);
                h.execute(
                    """
                    insert into record_change_speaker (change_id, place, channel, start_seconds,
                      end_seconds, role) values (?, ?, ?, ?, ?, ?)
                    """,
                    change,
                    i,
                    span.channel(),
                    span.start(),
                    span.end(),
                    span.role().id());
              }
            });
  }

  /** Every change of a call, oldest first. */
  List<Change> of(String callId) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "where c.call_id = :call order by c.change_id")
                    .bind("call", callId)
                    .map((r, context) -> change(h, r))
                    .list());
  }

  /** What is still to be done, oldest first. */
  List<Change> waiting() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "where d.change_id is null order by c.change_id")
                    .map((r, context) -> change(h, r))
                    .list());
  }

  /** Notes how changes came out, by id. */
  void done(Map<Long, String> outcomes) {
    database
        .jdbi()
        .useTransaction(
            h ->
                outcomes.forEach(
                    (id, outcome) ->
                        h.execute(
                            """
                            insert into record_change_done (change_id, outcome, done_at)
                            values (?, ?, ?)
                            """,
                            id,
                            outcome,
                            now())));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Change change(Handle h, ResultSet r) throws SQLException {
    long id = r.getLong("change_id");
    return new Change(
        id,
        r.getString("call_id"),
        wanted(h, id, r),
        r.getString("remark"),
        r.getString("name"),
        r.getObject("asked_at", OffsetDateTime.class).toInstant(),
        r.getString("outcome"));
  }

  private static Wanted wanted(Handle h, long id, ResultSet r) throws SQLException {
    Integer channel = r.getObject("channel", Integer.class);
    String kind = r.getString("kind");
    return switch (kind) {
      case REDACT ->
          new Wanted.Redact(
              new SpanRedaction(channel, r.getDouble("start_seconds"), r.getDouble("end_seconds")));
      case CHANNELS -> new Wanted.AgentOn(channel == null ? 0 : channel);
      case EXCHANGE -> new Wanted.Exchange();
      case SPEAKERS -> new Wanted.Speakers(spans(h, id));
      case TAKE_BACK -> new Wanted.TakeBack(r.getLong("takes_back"));
      default -> throw new IllegalStateException("there is no change of the kind '" + kind + "'");
    };
  }

  private static List<NamedSpan> spans(Handle h, long change) {
    return h.createQuery(
            """
            select channel, start_seconds, end_seconds, role from record_change_speaker
            where change_id = :change order by place
            """)
        .bind("change", change)
        .map(
            (r, context) ->
                new NamedSpan(
                    r.getInt("channel"),
                    r.getDouble("start_seconds"),
                    r.getDouble("end_seconds"),
                    Role.valueOf(r.getString("role").toUpperCase(Locale.ROOT))))
        .list();
  }
}
