package earshot.workbench.review;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import earshot.data.PersonAnswers.PersonAnswer;
import earshot.workbench.account.SignedIn;
import earshot.workbench.store.Database;
import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decisions about answers: the history in the database, its outcome in the data folder. The
 * database comes first; {@link #publishAll} makes up for a crash between the two. Thread-safe.
 */
public final class DecisionStore {
  private static final String NO_COMMENT = "Accepted as it is.";
  private static final String SELECT =
      "select d.*, n.name from decision d join account n on n.account_id = d.account_id ";

  private final Database database;
  private final DataFolder folder;
  private final Clock clock;
  private final FollowUp followUp;
  private final Object publishing = new Object();

  public DecisionStore(Database database, DataFolder folder, Clock clock, FollowUp followUp) {
    this.database = database;
    this.folder = folder;
    this.clock = clock;
    this.followUp = followUp;
  }

  /**
   * Puts a person's answer above the machine's.
   *
   * @param to null takes back what was decided
   * @throws BadRequestResponse when the call has no such question
   */
  public void decide(
      SignedIn who,
      CallRecord recorded,
      String form,
      String question,
      @Nullable AnswerValue to,
      String comment)
      throws IOException {
    Scorecard card =
        recorded.scorecards().stream()
            .filter(c -> c.form().equals(form))
            .findFirst()
            .orElseThrow(() -> new BadRequestResponse("no such form"));
    Answer machine =
        card.answers().stream()
            .filter(a -> a.question().equals(question))
            .findFirst()
            .orElseThrow(() -> new BadRequestResponse("no such question"));
    synchronized (publishing) {
      AnswerValue from = machine.answer();
      for (PersonAnswer person : holding(recorded.callId())) {
        if (person.form().equals(form) && person.question().equals(question)) {
          from = person.answer();
        }
      }
      insert(who, recorded.callId(), card, machine, from, to, comment);
      publish(recorded.callId());
    }
    followUp.ask();
  }

  private void insert(
      SignedIn who,
      String callId,
      Scorecard card,
      Answer machine,
      AnswerValue from,
      @Nullable AnswerValue to,
      String comment) {
    database
        .jdbi()
        .useHandle(
            h ->
                h.createUpdate(
                        """
                        insert into decision (call_id, form, question, from_answer, to_answer,
                          machine_answer, remark, rules_hash, form_version, account_id, decided_at)
                        values (:call, :form, :question, :from, :to, :machine, :remark, :rules,
                          :version, :account, :at)
                        """)
                    .bind("call", callId)
                    .bind("form", card.form())
                    .bind("question", machine.question())
                    .bind("from", from.name())
                    .bind("to", to == null ? null : to.name())
                    .bind("machine", machine.answer().name())
                    .bind("remark", comment)
                    .bind("rules", card.rulesHash())
                    .bind("version", card.version())
                    .bind("account", who.account().id())
                    .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .execute());
  }

  /** Everything that was decided about a call, oldest first. */
  public List<Decision> of(String callId) {
    return database
        .jdbi()
        .withHandle(
            h ->
                h.createQuery(SELECT + "where d.call_id = :call order by d.decision_id")
                    .bind("call", callId)
                    .map((r, context) -> decision(r))
                    .list());
  }

  private static Decision decision(ResultSet r) throws SQLException {
    String to = r.getString("to_answer");
    return new Decision(
        r.getString("call_id"),
        r.getString("form"),
        r.getString("question"),
        AnswerValue.valueOf(r.getString("from_answer")),
        to == null ? null : AnswerValue.valueOf(to),
        AnswerValue.valueOf(r.getString("machine_answer")),
        r.getString("remark"),
        r.getString("rules_hash"),
        r.getInt("form_version"),
        r.getString("name"),
        r.getObject("decided_at", OffsetDateTime.class).toInstant());
  }

  /** What holds of it: the last of each question, unless it was taken back. */
  private List<PersonAnswer> holding(String callId) {
    Map<String, PersonAnswer> holding = new LinkedHashMap<>();
    for (Decision decision : of(callId)) {
      String key = decision.form() + "/" + decision.question();
      AnswerValue to = decision.to();
      holding.remove(key);
      if (to != null) {
        holding.put(
            key,
            new PersonAnswer(
                decision.form(),
                decision.question(),
                to,
                decision.by(),
                decision.at(),
                decision.comment().isBlank() ? NO_COMMENT : decision.comment()));
      }
    }
    return List.copyOf(holding.values());
  }

  private void publish(String callId) throws IOException {
    PersonAnswers.publish(folder, callId, holding(callId));
  }

  /** Writes the outcome of every decision to the data folder; doing so again changes nothing. */
  public void publishAll() throws IOException {
    List<String> calls =
        database
            .jdbi()
            .withHandle(
                h ->
                    h.createQuery("select distinct call_id from decision")
                        .mapTo(String.class)
                        .list());
    synchronized (publishing) {
      for (String call : calls) {
        publish(call);
      }
    }
    if (!calls.isEmpty()) {
      followUp.ask();
    }
  }
}
