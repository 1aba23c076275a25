package earshot.workbench.review;

import earshot.audio.speech.AudioAnalysis;
import earshot.call.Answer;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.score.Checklists;
import earshot.score.Scored;
import earshot.workbench.account.Scope;
import earshot.workbench.account.SignedIn;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.store.Database;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of call records that people ask for: written down first, carried out by whoever has the
 * right to write the data folder. Until then a span to be redacted is hidden from every reader.
 * Thread-safe, but for {@link #apply} and {@link #followed}, which belong to one thread.
 */
public final class RecordChanges {
  private static final String REDACT = "redact";
  private static final String CHANNELS = "channels";
  private static final String DONE = "done";
  private static final String SELECT =
      """
      select c.*, d.outcome, n.name from record_change c
      join account n on n.account_id = c.account_id
      left join record_change_done d on d.change_id = c.change_id
      """;

  private final Database database;
  private final Clock clock;
  private final Recordings recordings;
  private final Map<Long, String> applied = new LinkedHashMap<>();

  public RecordChanges(Database database, Clock clock, Recordings recordings) {
    this.database = database;
    this.clock = clock;
    this.recordings = recordings;
  }

  /** Where somebody speaks and music plays in a call's recording; empty where it is not there. */
  @FunctionalInterface
  public interface Recordings {
    Optional<AudioAnalysis> analysis(CallRecord call);
  }

  /**
   * A change.
   *
   * @param outcome null while it is to be done
   */
  record Change(
      long id,
      String callId,
      String kind,
      @Nullable Integer channel,
      double start,
      double end,
      String comment,
      String by,
      Instant at,
      @Nullable String outcome) {

    CallRecord applyTo(CallRecord call, SpeakerFix speakers) {
      return redacts()
          ? redaction().apply(call)
          : speakers.fix(call, channel == null ? 0 : channel);
    }

    SpanRedaction redaction() {
      return new SpanRedaction(channel, start, end);
    }

    boolean redacts() {
      return kind.equals(REDACT);
    }
  }

  /**
   * Asks for a span to be taken out.
   *
   * @param channel null for all
   */
  void redact(
      SignedIn who,
      String callId,
      @Nullable Integer channel,
      double start,
      double end,
      String why) {
    insert(who, callId, REDACT, channel, start, end, why);
  }

  /** Asks for the agent to be on that channel. */
  void channels(SignedIn who, String callId, int agentChannel, String why) {
    insert(who, callId, CHANNELS, agentChannel, 0, 0, why);
  }

  private void insert(
      SignedIn who,
      String callId,
      String kind,
      @Nullable Integer channel,
      double start,
      double end,
      String why) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.createUpdate(
                        """
                        insert into record_change (call_id, kind, channel, start_seconds,
                          end_seconds, remark, account_id, asked_at)
                        values (:call, :kind, :channel, :start, :end, :remark, :account, :at)
                        """)
                    .bind("call", callId)
                    .bind("kind", kind)
                    .bind("channel", channel)
                    .bind("start", start)
                    .bind("end", end)
                    .bind("remark", why)
                    .bind("account", who.account().id())
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute());
  }

  /** Every change of a call, oldest first. */
  List<Change> of(String callId) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "where c.call_id = :call order by c.change_id")
                    .bind("call", callId)
                    .map((r, context) -> change(r))
                    .list());
  }

  private List<Change> pending() {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "where d.change_id is null order by c.change_id")
                    .map((r, context) -> change(r))
                    .list());
  }

  private static Change change(ResultSet r) throws SQLException {
    return new Change(
        r.getLong("change_id"),
        r.getString("call_id"),
        r.getString("kind"),
        r.getObject("channel", Integer.class),
        r.getDouble("start_seconds"),
        r.getDouble("end_seconds"),
        r.getString("remark"),
        r.getString("name"),
        r.getObject("asked_at", OffsetDateTime.class).toInstant(),
        r.getString("outcome"));
  }

  /** The calls whose changes wait. */
  public List<String> waitingCalls() {
    return pending().stream().map(Change::callId).distinct().toList();
  }

  /** The record without what is to be redacted but still written. */
  public CallRecord asShown(CallRecord call) {
    CallRecord shown = call;
    for (Change change : of(call.callId())) {
      if (change.outcome() == null && change.redacts()) {
        shown = change.redaction().apply(shown);
      }
    }
    return shown;
  }

  /**
   * Writes the records that are to change. The caller is the data folder's only writer.
   *
   * @return calls of which words went, so that every trace of them has to go from the index
   */
  List<String> apply(DataFolder folder) throws IOException {
    applied.clear();
    List<Change> pending = pending();
    if (pending.isEmpty()) {
      return List.of();
    }
    CallLookup records = new CallLookup(folder);
    Checklists checklists = Checklists.of(folder);
    Map<String, List<Change>> byCall = new LinkedHashMap<>();
    pending.forEach(c -> byCall.computeIfAbsent(c.callId(), id -> new ArrayList<>()).add(c));
    Set<String> redacted = new LinkedHashSet<>();
    SpeakerFix speakers = new SpeakerFix(checklists.scorer(), recordings);
    for (Map.Entry<String, List<Change>> call : byCall.entrySet()) {
      Optional<CallRecord> found = records.findRecorded(call.getKey(), new Scope.All());
      if (found.isPresent()) {
        CallRecord changed = found.get();
        for (Change change : call.getValue()) {
          changed = change.applyTo(changed, speakers);
        }
        checklists.keepVersions();
        new CallStore(folder).write(rescored(changed, checklists));
        // Also what was redacted in a try before this one may still stand in the index.
        boolean asked = call.getValue().stream().anyMatch(Change::redacts);
        if (asked || !changed.redactions().equals(found.get().redactions())) {
          redacted.add(call.getKey());
        }
      }
      for (Change change : call.getValue()) {
        applied.put(change.id(), found.isPresent() ? DONE : "the call is gone");
      }
    }
    return List.copyOf(redacted);
  }

  /** To be called when index and tables have followed {@link #apply}. */
  void followed() {
    database
        .jdbi()
        .useTransaction(
            h ->
                applied.forEach(
                    (id, outcome) ->
                        h.createUpdate(
                                """
                                insert into record_change_done (change_id, outcome, done_at)
                                values (:id, :outcome, :at)
                                """)
                            .bind("id", id)
                            .bind("outcome", outcome)
                            .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                            .execute()));
    applied.clear();
  }

  /** Scored as it is now; a card with other answers than before goes into the history. */
  private static CallRecord rescored(CallRecord changed, Checklists checklists) throws IOException {
    CallRecord call = CallJson.read(CallJson.write(changed));
    Scored scored = checklists.scorer().score(call);
    List<Scorecard> history = new ArrayList<>(call.history());
    for (Scorecard old : call.scorecards()) {
      boolean same =
          scored.scorecards().stream()
              .anyMatch(
                  fresh -> fresh.form().equals(old.form()) && answers(fresh).equals(answers(old)));
      if (!same) {
        history.add(old);
      }
    }
    return call.withScores(scored.facts(), scored.scorecards(), history);
  }

  private static Map<String, String> answers(Scorecard card) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Answer answer : card.answers()) {
      answers.put(answer.question(), answer.answer().name());
    }
    answers.put("", card.version() + " " + card.rulesHash());
    return answers;
  }
}
