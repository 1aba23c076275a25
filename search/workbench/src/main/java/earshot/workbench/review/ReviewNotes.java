package earshot.workbench.review;

import earshot.workbench.account.SignedIn;
import earshot.workbench.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments on calls, finished reviews and drawn samples. Rows are added, never changed. */
public final class ReviewNotes {
  /** The width of its column; a name and an id in full fit in. */
  private static final int LONGEST_AGENT = 400;

  private final Database database;
  private final Clock clock;

  public ReviewNotes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A comment on a span, in seconds. */
  record Comment(double start, double end, String text, String by, Instant at) {}

  /**
   * A finished review.
   *
   * @param sample it came from; null for none
   */
  record Finished(String callId, String by, Instant at, @Nullable Sample sample) {}

  /**
   * How calls were drawn.
   *
   * @param quota most calls an agent
   * @param filter query of the search; blank for all calls
   * @param candidates calls that the query found
   */
  record Sample(
      long id, long seed, int quota, String filter, int candidates, String by, Instant at) {

    /** Seed, quota and filter in one line. */
    String line() {
      return "sample "
          + id
          + ": seed "
          + seed
          + ", "
          + quota
          + (quota == 1 ? " call" : " calls")
          + " an agent, "
          + (filter.isBlank() ? "no filter" : "filter " + filter)
          + ", from "
          + candidates
          + (candidates == 1 ? " call" : " calls");
    }
  }

  /** A call of a sample. */
  record Drawn(String callId, String agent) {}

  void comment(SignedIn who, String callId, double start, double end, String text) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.createUpdate(
                        """
                        insert into review_comment
                          (call_id, start_seconds, end_seconds, remark, account_id, made_at)
                        values (:call, :start, :end, :remark, :account, :at)
                        """)
                    .bind("call", callId)
                    .bind("start", start)
                    .bind("end", end)
                    .bind("remark", text)
                    .bind("account", who.account().id())
                    .bind("at", now())
                    .execute());
  }

  List<Comment> comments(String callId) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select c.*, n.name from review_comment c
                        join account n on n.account_id = c.account_id
                        where c.call_id = :call order by c.start_seconds, c.comment_id
                        """)
                    .bind("call", callId)
                    .map(
                        (r, context) ->
                            new Comment(
                                r.getDouble("start_seconds"),
                                r.getDouble("end_seconds"),
                                r.getString("remark"),
                                r.getString("name"),
                                r.getObject("made_at", OffsetDateTime.class).toInstant()))
                    .list());
  }

  /** Finishes a review; it belongs to the newest sample that holds the call, whoever drew it. */
  void finish(SignedIn who, String callId) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.createUpdate(
                        """
                        insert into review_finished (call_id, sample_id, account_id, finished_at)
                        values (:call,
                          (select max(c.sample_id) from review_sample_call c
                             where c.call_id = :call),
                          :account, :at)
                        """)
                    .bind("call", callId)
                    .bind("account", who.account().id())
                    .bind("at", now())
                    .execute());
  }

  /** The finished reviews of a call, oldest first. */
  List<Finished> finished(String callId) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select f.*, n.name from review_finished f
                        join account n on n.account_id = f.account_id
                        where f.call_id = :call order by f.finished_id
                        """)
                    .bind("call", callId)
                    .map(
                        (r, context) -> {
                          Long sample = r.getObject("sample_id", Long.class);
                          return new Finished(
                              r.getString("call_id"),
                              r.getString("name"),
                              r.getObject("finished_at", OffsetDateTime.class).toInstant(),
                              sample == null ? null : sample(sample).orElse(null));
                        })
                    .list());
  }

  /** Who finished a review last, by call. */
  Map<String, String> reviewers() {
    Map<String, String> reviewers = new HashMap<>();
    database
        .jdbi()
        .useHandle(
            h ->
                h.createQuery(
                        """
                        select f.call_id, n.name from review_finished f
                        join account n on n.account_id = f.account_id order by f.finished_id
                        """)
                    .map((r, context) -> reviewers.put(r.getString("call_id"), r.getString("name")))
                    .list());
    return reviewers;
  }

  /** Keeps a sample that was drawn; gives its number. */
  long keep(SignedIn who, long seed, int quota, String filter, int candidates, List<Drawn> drawn) {
    return database
        .jdbi()
        .inTransaction(
            h -> {
              long id =
                  h.createUpdate(
                          """
                          insert into review_sample
                            (seed, quota, filter, candidates, account_id, drawn_at)
                          values (:seed, :quota, :filter, :candidates, :account, :at)
                          """)
                      .bind("seed", seed)
                      .bind("quota", quota)
                      .bind("filter", filter)
                      .bind("candidates", candidates)
                      .bind("account", who.account().id())
                      .bind("at", now())
                      .executeAndReturnGeneratedKeys("sample_id")
                      .mapTo(Long.class)
                      .one();
              for (int place = 0; place < drawn.size(); place++) {
                h.createUpdate(
                        """
                        insert into review_sample_call (sample_id, place, call_id, agent)
                        values (:sample, :place, :call, :agent)
                        """)
                    .bind("sample", id)
                    .bind("place", place)
                    .bind("call", drawn.get(place).callId())
                    .bind("agent", shortened(drawn.get(place).agent()))
                    .execute();
              }
              return id;
            });
  }

  Optional<Sample> sample(long id) {
    return samples().stream().filter(s -> s.id() == id).findFirst();
  }

  /** The newest first. */
  List<Sample> samples() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select s.*, n.name from review_sample s
                        join account n on n.account_id = s.account_id order by s.sample_id desc
                        """)
                    .map(
                        (r, context) ->
                            new Sample(
                                r.getLong("sample_id"),
                                r.getLong("seed"),
                                r.getInt("quota"),
                                r.getString("filter"),
                                r.getInt("candidates"),
                                r.getString("name"),
                                r.getObject("drawn_at", OffsetDateTime.class).toInstant()))
                    .list());
  }

  List<Drawn> drawn(long sample) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(
                        """
                        select call_id, agent from review_sample_call
                        where sample_id = :sample order by place
                        """)
                    .bind("sample", sample)
                    .map((r, context) -> new Drawn(r.getString("call_id"), r.getString("agent")))
                    .list());
  }

  private static String shortened(String agent) {
    return agent.substring(0, Math.min(LONGEST_AGENT, agent.length()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
