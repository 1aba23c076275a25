package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import earshot.call.Answer;
import earshot.call.Audio;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.call.Turn;
import earshot.data.CallStore;
import earshot.data.WriterLock;
import earshot.pipeline.Derived;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recorder put both parties on channels of their own and named them the wrong way round: the one
 * who greets is called the customer. A person says who is who.
 */
@Timeout(120)
class ChannelFixTest {
  private static final String CALL = ExchangedCall.CALL;

  @TempDir Path root;
  private WorkbenchFixture fixture;
  private HttpBrowser reviewer;

  @BeforeEach
  void aCallWithExchangedChannels() throws Exception {
    fixture = ExchangedCall.scored(root);
    try (WriterLock lock = WriterLock.acquire(fixture.folder, "test")) {
      new CallStore(lock.folder()).write(recorded(record()));
      Derived.bringUpToDate(lock.folder());
    }
    reviewer = fixture.signedIn(earshot.workbench.account.Role.REVIEWER);
  }

  @AfterEach
  void closed() throws IOException {
    fixture.close();
  }

  /** As if from a recording, agent left, that is not there any more. */
  private CallRecord recorded(CallRecord call) {
    Audio audio = call.audio();
    List<Turn> turns = new ArrayList<>();
    for (Turn turn : call.transcript().turns()) {
      turns.add(
          new Turn(
              turn.role(),
              turn.role() == Role.AGENT ? 0 : 1,
              turn.start(),
              turn.end(),
              turn.text(),
              turn.confidence(),
              turn.words(),
              null));
    }
    String uri = root.resolve("gone.wav").toUri().toString();
    return call.withTurns(turns)
        .withAudio(
            new Audio(uri, audio.sha256(), audio.seconds(), 8000, 2, "ulaw", Layout.AGENT_LEFT));
  }

  private CallRecord record() throws IOException {
    CallStore store = new CallStore(fixture.folder);
    return store.read(store.files().get(0));
  }

  private void agentOn(int channel, String why) throws Exception {
    Map<String, String> form = Map.of("agent_channel", String.valueOf(channel), "comment", why);
    assertThat(reviewer.post("/calls/x1/channels", form).statusCode()).isEqualTo(302);
  }

  private static List<Role> roles(CallRecord call) {
    return call.transcript().turns().stream().map(Turn::role).toList();
  }

  private static String answer(List<Scorecard> cards, String question) {
    return cards.stream()
        .flatMap(card -> card.answers().stream())
        .filter(a -> a.question().equals(question))
        .map(Answer::answer)
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** A column of a table, row by row. */
  private List<String> table(String table, String column, String where) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select %s from read_parquet('%s/*/*.parquet') where %s"
                    .formatted(column, fixture.folder.parquet().resolve(table), where))) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Test
  void exchangedSpeakersReachRecordAnswersIndexTablesAndPage() throws Exception {
    CallRecord before = record();
    assertThat(answer(before.scorecards(), "greeting")).isNotEqualTo("YES");
    reviewer.awaitTotal("agent: refund", 1);
    agentOn(1, "Ruth is on the right.");
    reviewer.awaitTotal("agent: refund", 0);
    reviewer.awaitTotal("customer: refund answer.greeting:YES", 1);

    CallRecord after = record();
    assertThat(after.audio().layout()).isEqualTo(Layout.AGENT_RIGHT);
    assertThat(roles(after))
        .containsExactly(Role.AGENT, Role.CUSTOMER, Role.AGENT, Role.CUSTOMER, Role.AGENT);
    assertThat(after.metrics().talkSeconds(Role.AGENT))
        .isEqualTo(before.metrics().talkSeconds(Role.CUSTOMER));
    assertThat(answer(after.scorecards(), "greeting")).isEqualTo("YES");
    assertThat(answer(after.history(), "greeting"))
        .as("the answer of before")
        .isEqualTo(answer(before.scorecards(), "greeting"));

    String turns = "call_id = 'x1' order by \"start\"";
    assertThat(table("turns", "role", turns))
        .containsExactly("agent", "customer", "agent", "customer", "agent");
    assertThat(table("answers", "answer", "question = 'greeting'")).containsExactly("YES");
    assertThat(reviewer.get("/calls/x1").body())
        .contains("Agent put on channel 2 by the-reviewer", "Ruth is on the right.", "(done)")
        .contains("Earlier scorecards", "customer left, agent right");
  }

  @Test
  void anExchangeCanBeTakenBack() throws Exception {
    agentOn(1, "Ruth is on the right.");
    reviewer.awaitTotal("customer: refund", 1);
    CallRecord exchanged = record();
    agentOn(0, "No, she is not.");
    reviewer.awaitTotal("agent: refund", 1);
    CallRecord back = record();
    assertThat(back.audio().layout()).isEqualTo(Layout.AGENT_LEFT);
    assertThat(roles(back))
        .containsExactly(Role.CUSTOMER, Role.AGENT, Role.CUSTOMER, Role.AGENT, Role.CUSTOMER);
    assertThat(answer(back.scorecards(), "greeting")).isNotEqualTo("YES");
    assertThat(back.history()).hasSizeGreaterThan(exchanged.history().size());
    assertThat(back.history()).startsWith(exchanged.history().toArray(Scorecard[]::new));
    assertThat(reviewer.get("/calls/x1").body())
        .contains("Agent put on channel 2 by", "Agent put on channel 1 by", "No, she is not.");
  }

  @Test
  void aNoticeThatWasHeardAsAPartyIsAnAnnouncementWhateverTheChannelsAre() throws Exception {
    Map<String, String> notice =
        Map.of("start", "22.5", "end", "27", "channel", "1", "role", "announcement");
    assertThat(reviewer.post("/calls/x1/speakers", notice).statusCode()).isEqualTo(302);
    reviewer.awaitTotal("customer: goodbye", 0);
    assertThat(roles(record()))
        .containsExactly(Role.CUSTOMER, Role.AGENT, Role.CUSTOMER, Role.AGENT, Role.ANNOUNCEMENT);
    agentOn(1, "Ruth is on the right.");
    reviewer.awaitTotal("customer: refund", 1);
    assertThat(roles(record()))
        .containsExactly(Role.AGENT, Role.CUSTOMER, Role.AGENT, Role.CUSTOMER, Role.ANNOUNCEMENT);
    for (Map<String, String> wrong :
        List.of(
            Map.of("start", "1", "end", "2", "role", "agent"),
            Map.of("start", "1", "end", "2", "role", "agent", "channel", "2"),
            Map.of("start", "1", "end", "2", "role", "agent", "channel", "all"))) {
      assertThat(reviewer.post("/calls/x1/speakers", wrong).statusCode()).isEqualTo(400);
    }
  }

  /** Versions before kept nothing of what the machine had heard. */
  private void exchangedByAnEarlierVersion() throws Exception {
    agentOn(1, "Ruth is on the right.");
    reviewer.awaitText("/calls/x1", "(done)");
    try (WriterLock lock = WriterLock.acquire(fixture.folder, "test")) {
      Path file = new CallStore(lock.folder()).files().get(0);
      JsonNode record = CallJson.mapper().readTree(file.toFile());
      assertThat(record.findParents("machine")).isNotEmpty();
      record.findParents("machine").forEach(parent -> ((ObjectNode) parent).remove("machine"));
      CallJson.mapper().writeValue(file.toFile(), record);
    }
  }

  @Test
  void takingBackIsOfferedOnlyWhereSomethingBecomesOfIt() throws Exception {
    exchangedByAnEarlierVersion();
    String page = reviewer.get("/calls/x1").body();
    assertThat(page)
        .contains("let the channels change places once more", "The agent is on channel 1")
        .doesNotContain("/speakers/withdraw");
    reviewer.post("/calls/x1/speakers/withdraw", Map.of("change", "1"));
    assertThat(reviewer.get("/calls/x1").body())
        .contains("Nothing was changed")
        .doesNotContain("Taken back:");
    agentOn(0, "As it was.");
    reviewer.awaitTotal("agent: refund", 1);
    assertThat(reviewer.get("/calls/x1").body()).contains("/speakers/withdraw");
  }

  @Test
  void ofTwoExchangesTheLastIsTakenBack() throws Exception {
    agentOn(1, "Ruth is on the right.");
    reviewer.awaitTotal("customer: refund", 1);
    assertThat(reviewer.get("/calls/x1").body()).contains("name=\"change\" value=\"1\"");
    agentOn(0, "No, she is not.");
    reviewer.awaitTotal("agent: refund", 1);
    assertThat(reviewer.get("/calls/x1").body())
        .contains("name=\"change\" value=\"2\"")
        .doesNotContain("name=\"change\" value=\"1\"", "once more");
  }

  @Test
  void whereTheAgentIsAlreadyNothingChanges() throws Exception {
    CallRecord before = record();
    agentOn(0, "Look.");
    assertThat(reviewer.get("/calls/x1").body()).contains("Nothing was changed");
    assertThat(record()).isEqualTo(before);
  }

  @Test
  void aCodeThatTheAgentAskedForIsHiddenWhenItIsKnownWhoAsked() throws Exception {
    assertThat(Traces.of(fixture.folder, "for won nine"))
        .as("asked for by what was taken for the customer, it was left")
        .isNotEmpty();
    agentOn(1, "Ruth is on the right.");
    reviewer.awaitText("/calls/x1", "(done)");
    reviewer.awaitTotal("nine", 0);
    assertThat(record().transcript().turns().get(3).text()).isEqualTo("[security-code]");
    assertThat(record().redactions())
        .singleElement()
        .satisfies(r -> assertThat(r.channel()).isZero());
    assertThat(Traces.of(fixture.folder, "for won nine")).isEmpty();
  }

  @Test
  void whileAnotherProcessWritesTheExchangeWaits() throws Exception {
    try (WriterLock lock = WriterLock.acquire(fixture.folder, "run")) {
      assertThat(lock.folder()).isEqualTo(fixture.folder);
      agentOn(1, "Ruth is on the right.");
      assertThat(reviewer.get("/calls/x1").body())
          .contains("when the data folder is free", "waits for the data folder");
      assertThat(record().audio().layout()).isEqualTo(Layout.AGENT_LEFT);
    }
    reviewer.awaitTotal("customer: refund answer.greeting:YES", 1);
    assertThat(record().audio().layout()).isEqualTo(Layout.AGENT_RIGHT);
  }
}
