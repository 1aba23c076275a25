package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.call.Turn;
import earshot.data.CallStore;
import earshot.data.PersonAnswers;
import earshot.data.WriterLock;
import earshot.pipeline.Derived;
import earshot.pipeline.Rescore;
import earshot.score.Checklists;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both parties of a call are on one channel, and a person says over HTTP who speaks when. */
@Timeout(120)
class SpeakersTest {
  private static final Pattern CHANGE = Pattern.compile("name=\"change\" value=\"(\\d+)\"");

  @TempDir Path root;
  private WorkbenchFixture fixture;
  private HttpBrowser reviewer;

  @BeforeEach
  void aCall() throws Exception {
    fixture = ExchangedCall.scored(root);
    reviewer = fixture.signedIn(earshot.workbench.account.Role.REVIEWER);
  }

  @AfterEach
  void closed() throws IOException {
    fixture.close();
  }

  /** As if from a recording with one channel, which is not there any more. */
  private void mixed(Function<Turn, Role> roles) throws Exception {
    try (WriterLock lock = WriterLock.acquire(fixture.folder, "test")) {
      CallRecord call = record();
      Audio audio = call.audio();
      List<Turn> turns = new ArrayList<>();
      for (Turn t : call.transcript().turns()) {
        turns.add(
            new Turn(
                roles.apply(t), 0, t.start(), t.end(), t.text(), t.confidence(), t.words(), null));
      }
      String uri = root.resolve("gone.wav").toUri().toString();
      new CallStore(lock.folder())
          .write(
              call.withTurns(turns)
                  .withAudio(
                      new Audio(
                          uri, audio.sha256(), audio.seconds(), 8000, 1, "ulaw", Layout.MONO)));
      Checklists checklists = Checklists.of(lock.folder());
      new Rescore(lock.folder(), checklists, PersonAnswers.load(lock.folder()), null).apply(1);
      Derived.bringUpToDate(lock.folder());
    }
  }

  private CallRecord record() throws IOException {
    CallStore store = new CallStore(fixture.folder);
    return store.read(store.files().get(0));
  }

  private static List<Role> roles(CallRecord call) {
    return call.transcript().turns().stream().map(Turn::role).toList();
  }

  private static AnswerValue answer(List<Scorecard> cards, String question) {
    return cards.stream()
        .flatMap(card -> card.answers().stream())
        .filter(a -> a.question().equals(question))
        .map(Answer::answer)
        .findFirst()
        .orElseThrow();
  }

  private void post(String path, String fields) throws Exception {
    assertThat(send(path, fields).statusCode()).as(path).isEqualTo(302);
  }

  private HttpResponse<String> send(String path, String fields) throws Exception {
    return reviewer.sendBody("POST", path, "csrf=" + reviewer.token("/help") + fields);
  }

  private static String span(double start, double end, String role) {
    return "&start=%s&end=%s&role=%s".formatted(start, end, role);
  }

  /** The number of the newest change that can be taken back. */
  private String newest() throws Exception {
    Matcher change = CHANGE.matcher(reviewer.page("/calls/x1"));
    String newest = "";
    while (change.find()) {
      newest = change.group(1);
    }
    assertThat(newest).isNotEmpty();
    return newest;
  }

  @Test
  void exchangedSpeakersOfOneChannelChangePlaces() throws Exception {
    mixed(Turn::role);
    CallRecord before = record();
    assertThat(answer(before.scorecards(), "greeting")).isNotEqualTo(AnswerValue.YES);
    reviewer.awaitTotal("agent: refund", 1);

    post("/calls/x1/speakers/exchange", "&comment=She+greets.");
    reviewer.awaitTotal("customer: refund answer.greeting:YES", 1);
    reviewer.awaitTotal("agent: refund", 0);
    CallRecord after = record();
    assertThat(roles(after))
        .containsExactly(Role.AGENT, Role.CUSTOMER, Role.AGENT, Role.CUSTOMER, Role.AGENT);
    assertThat(after.audio()).isEqualTo(before.audio());
    assertThat(after.history()).as("the cards of before").isNotEmpty();
    assertThat(reviewer.get("/calls/x1").body())
        .contains("Agent and customer exchanged by the-reviewer", "She greets.", "(done)")
        .contains("Earlier scorecards", "In 5 of 5 turns a person said who speaks.")
        .doesNotContain("heard as");
    assertThat(fixture.signedIn(earshot.workbench.account.Role.ADMIN).get("/admin").body())
        .contains("agent and customer exchanged");
    assertThat(after.transcript().turns().get(3).text())
        .as("now it is known who asked for the code")
        .isEqualTo("[security-code]");
    assertThat(Traces.of(fixture.folder, "for won nine")).isEmpty();
  }

  @Test
  void whileAnotherProcessWritesAnExchangeIsAskedForOnce() throws Exception {
    mixed(Turn::role);
    try (WriterLock lock = WriterLock.acquire(fixture.folder, "run")) {
      assertThat(lock.folder()).isEqualTo(fixture.folder);
      post("/calls/x1/speakers/exchange", "");
      assertThat(reviewer.get("/calls/x1").body()).contains("waits for the data folder");
      post("/calls/x1/speakers/exchange", "");
      assertThat(reviewer.get("/calls/x1").body()).contains("Nothing was changed: that is asked");
      assertThat(roles(record()).get(0)).isEqualTo(Role.CUSTOMER);
    }
    reviewer.awaitTotal("customer: refund", 1);
    assertThat(roles(record()).get(0)).isEqualTo(Role.AGENT);
  }

  @Test
  void whatATakenBackExchangeChangedIsAsItWas() throws Exception {
    mixed(Turn::role);
    CallRecord before = record();
    post("/calls/x1/speakers/exchange", "");
    reviewer.awaitTotal("customer: refund", 1);
    post("/calls/x1/speakers/withdraw", "&comment=No.&change=" + newest());
    reviewer.awaitTotal("agent: refund", 1);
    CallRecord back = record();
    assertThat(roles(back)).isEqualTo(roles(before));
    assertThat(back.metrics()).isEqualTo(before.metrics());
    assertThat(back.events()).isEqualTo(before.events());
    assertThat(back.machine()).isNull();
    assertThat(answer(back.scorecards(), "greeting"))
        .isEqualTo(answer(before.scorecards(), "greeting"));
    assertThat(reviewer.page("/calls/x1"))
        .contains("Taken back: Agent and customer exchanged by the-reviewer", ": No.")
        .doesNotContain("name=\"change\"", "a person said");
  }

  @Test
  void whoSpeaksOnACallThatWasNotToldIsSaidTurnByTurn() throws Exception {
    mixed(turn -> Role.UNKNOWN);
    CallRecord before = record();
    assertThat(reviewer.get("/calls/x1").body())
        .contains("who speaks in 5 of 5 turns is not known")
        .doesNotContain("change places");
    post(
        "/calls/x1/speakers",
        span(0.5, 8, "agent")
            + span(8.5, 12, "customer")
            + span(12.5, 18, "agent")
            + span(18.5, 22, "customer")
            + span(22.5, 27, "agent")
            + "&comment=I+know+Ruth.");
    reviewer.awaitTotal("customer: refund answer.greeting:YES", 1);
    CallRecord after = record();
    assertThat(roles(after))
        .containsExactly(Role.AGENT, Role.CUSTOMER, Role.AGENT, Role.CUSTOMER, Role.AGENT);
    assertThat(reviewer.get("/calls/x1").body())
        .contains("Speakers named: 0:00.5 to 0:08.0 agent,", "and 1 more by", "I know Ruth.");

    post("/calls/x1/speakers/withdraw", "&change=" + newest());
    reviewer.awaitTotal("customer: refund", 0);
    assertThat(roles(record())).isEqualTo(roles(before));
    assertThat(record().metrics()).isEqualTo(before.metrics());
  }

  @Test
  void questionsThatWereUnknownForLackOfSpeakersAreAnswered() throws Exception {
    // Nothing says who is who.
    fixture.close();
    fixture = WorkbenchFixture.empty(root.resolve("other"));
    fixture.transcript(
        "x1",
        """
        {"call_id": "x1", "language": "en", "start_time": "2026-10-01T09:00:00Z", "agent_id": "A7",
         "team": "North", "direction": "outbound", "turns": [
         {"role": "agent", "start": 0.5, "end": 8.0, "text": "Purple blue green purple yellow."},
         {"role": "customer", "start": 8.5, "end": 30.0, "text": "Yellow green blue purple blue green."},
         {"role": "agent", "start": 31.0, "end": 40.0, "text": "Green purple blue yellow blue."}]}
        """);
    fixture.score();
    reviewer = fixture.signedIn(earshot.workbench.account.Role.REVIEWER);
    mixed(turn -> Role.UNKNOWN);
    assertThat(answer(record().scorecards(), "greeting")).isEqualTo(AnswerValue.UNKNOWN);
    post(
        "/calls/x1/speakers",
        span(0.5, 8, "agent") + span(8.5, 30, "customer") + span(31, 40, "agent"));
    reviewer.awaitTotal("answer.greeting:NO", 1);
    List<Scorecard> history = record().history();
    assertThat(answer(history.subList(history.size() - 3, history.size()), "greeting"))
        .as("the last cards before")
        .isEqualTo(AnswerValue.UNKNOWN);
  }

  @Test
  void aPartOfATurnCanBeSomebodyElses() throws Exception {
    mixed(Turn::role);
    List<String> all = record().transcript().turns().stream().map(Turn::text).toList();
    double middle = record().transcript().turns().get(4).words().get(1).start();
    post("/calls/x1/speakers", span(middle, 27, "announcement"));
    reviewer.awaitText("/calls/x1", "(done)");
    List<Turn> turns = record().transcript().turns();
    assertThat(turns).hasSize(6);
    assertThat(turns.get(4).text()).isEqualTo("Thank");
    assertThat(turns.get(5).text()).isEqualTo("you, goodbye.");
    assertThat(turns.get(5).role()).isEqualTo(Role.ANNOUNCEMENT);
    post("/calls/x1/speakers/withdraw", "&change=" + newest());
    reviewer.awaitText("/calls/x1", "Taken back: Speakers named");
    assertThat(record().transcript().turns()).extracting(Turn::text).isEqualTo(all);
  }

  @Test
  void whatMakesNoSenseIsRefusedAndWhatChangesNothingIsSaid() throws Exception {
    mixed(Turn::role);
    CallRecord before = record();
    for (String fields :
        List.of(
            "",
            span(0, 8, "nobody"),
            span(0, 8, "unknown"),
            span(8, 8, "agent"),
            span(8, 2, "agent"),
            "&start=x&end=8&role=agent",
            "&start=1&end=8",
            span(0, 8, "agent") + "&start=9",
            span(0, 8, "agent").repeat(1001))) {
      assertThat(send("/calls/x1/speakers", fields).statusCode()).as(fields).isEqualTo(400);
    }
    for (String path : List.of("speakers", "speakers/withdraw", "channels")) {
      String fields = path.equals("speakers") ? span(0.5, 8, "customer") : "&change=7";
      post("/calls/x1/" + path, fields);
      assertThat(reviewer.get("/calls/x1").body()).as(path).contains("Nothing was changed");
    }
    assertThat(record()).isEqualTo(before);
  }
}
