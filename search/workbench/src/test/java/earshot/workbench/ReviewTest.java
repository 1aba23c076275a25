package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.data.PersonAnswers;
import earshot.data.WriterLock;
import earshot.workbench.account.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people decide about calls, on the real server. */
@Timeout(120)
class ReviewTest {
  private static final String CALL = "/calls/n1";
  private static final Map<String, String> GREETING =
      Map.of("form", "courtesy", "question", "greeting");

  private static final String RUDE =
      """
      {"call_id": "%s", "language": "en", "start_time": "2026-10-01T09:00:00Z",
       "agent_id": "A7", "agent_name": "Ruth", "team": "North",
       "turns": [
         {"role": "customer", "start": 0.5, "end": 4.0, "text": "My plum jam never came."},
         {"role": "agent", "start": 4.5, "end": 9.0, "text": "Calm down, don't be so stupid."},
         {"role": "customer", "start": 9.5, "end": 12.0, "text": "How dare you."}]}
      """;

  @TempDir Path root;
  private WorkbenchFixture fixture;

  @BeforeEach
  void aWorkbench() throws IOException {
    fixture = WorkbenchFixture.withCalls(root);
  }

  @AfterEach
  void closed() throws IOException {
    fixture.close();
  }

  private static HttpResponse<String> answer(HttpBrowser browser, String value, String comment)
      throws Exception {
    Map<String, String> form = new HashMap<>(GREETING);
    form.put("answer", value);
    form.put("comment", comment);
    return browser.post(CALL + "/answers", form);
  }

  @Test
  void anOverrideIsShownWithTheOriginalAndFoundBySearch() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    reviewer.awaitTotal("answer.greeting:NO call_id:n1", 0);
    HttpResponse<String> answer = answer(reviewer, "NO", "Too quiet to be one.");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(CALL + "#answer-courtesy-greeting");
    assertThat(reviewer.get(CALL).body())
        .contains("Too quiet to be one.", "the-reviewer", "YES to NO", "the machine said");
    assertThat(PersonAnswers.load(fixture.folder, "n1").of("n1"))
        .singleElement()
        .satisfies(a -> assertThat(a.by()).isEqualTo("the-reviewer"));
    reviewer.awaitTotal("answer.greeting:NO call_id:n1", 1);
    assertThat(reviewer.get("/api/v1/calls/n1").body()).contains("Too quiet to be one.");
  }

  @Test
  void anOverrideNeedsACommentAndAcceptingDoesNot() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    answer(reviewer, "NO", " ");
    assertThat(reviewer.get(CALL).body()).contains("Nothing was changed");
    assertThat(PersonAnswers.load(fixture.folder, "n1").of("n1")).isEmpty();
    answer(reviewer, "YES", "");
    assertThat(reviewer.get(CALL).body()).contains("accepted YES");
    assertThat(answer(reviewer, "MAYBE", "x").statusCode()).isEqualTo(400);
    assertThat(
            reviewer
                .post(
                    CALL + "/answers",
                    Map.of("form", "courtesy", "question", "none", "answer", "NO", "comment", "x"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void whatIsTakenBackStaysInTheHistory() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    answer(reviewer, "NO", "First thought.");
    reviewer.post(CALL + "/answers/withdraw", GREETING);
    assertThat(reviewer.get(CALL).body())
        .contains("First thought.", "took back NO", "Who decided (2)")
        .doesNotContain("the machine said");
    assertThat(PersonAnswers.load(fixture.folder, "n1").of("n1")).isEmpty();
    reviewer.awaitTotal("answer.greeting:NO call_id:n1", 0);
  }

  @Test
  void whatIsDecidedWhileAnotherProcessWritesIsNotLost() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    try (WriterLock lock = WriterLock.acquire(fixture.folder, "run")) {
      assertThat(lock.folder()).isEqualTo(fixture.folder);
      answer(reviewer, "NO", "Decided meanwhile.");
      assertThat(reviewer.get(CALL).body()).contains("Search and reports follow");
    }
    reviewer.awaitTotal("answer.greeting:NO call_id:n1", 1);
  }

  @Test
  void aSupervisorDecidesForOwnTeamsOnlyAndAnAgentNever() throws Exception {
    HttpBrowser supervisor = fixture.signedIn(Role.SUPERVISOR);
    assertThat(answer(supervisor, "NO", "Heard it.").statusCode()).isEqualTo(302);
    Map<String, String> form = new HashMap<>(GREETING);
    form.put("answer", "NO");
    form.put("comment", "x");
    assertThat(supervisor.post("/calls/s1/answers", form).statusCode()).isEqualTo(404);
    assertThat(fixture.signedIn(Role.AGENT).post(CALL + "/answers", form).statusCode())
        .isEqualTo(403);
    assertThat(fixture.signedIn(Role.AGENT).get(CALL).body()).doesNotContain("/answers\"");
  }

  @Test
  void commentsAndFinishedReviewsAreShown() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    reviewer.post(
        CALL + "/comments",
        Map.of("start", "0:01", "end", "2.5", "comment", "<b>Nice</b> opening"));
    assertThat(reviewer.get(CALL).body())
        .contains("&lt;b&gt;Nice&lt;/b&gt; opening", "0:01.0 to 0:02.5", "Not reviewed yet");
    assertThat(
            reviewer
                .post(CALL + "/comments", Map.of("start", "5", "end", "1", "comment", "x"))
                .statusCode())
        .isEqualTo(400);
    reviewer.post(CALL + "/finish", Map.of());
    assertThat(reviewer.get(CALL).body()).contains("Finished by the-reviewer");
  }

  @Test
  void aSampleIsDrawnAgainBySeedAndPrintedOnTheReview() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    Map<String, String> draw = Map.of("seed", "7", "quota", "1", "filter", "refund");
    String first =
        reviewer.post("/reviews/samples", draw).headers().firstValue("Location").orElseThrow();
    String page = reviewer.get(first).body();
    assertThat(page).contains("seed 7, 1 call an agent, filter refund, from 3 calls", "n1", "s1");
    reviewer.post(CALL + "/finish", Map.of());
    assertThat(reviewer.get(CALL).body()).contains("seed 7, 1 call an agent, filter refund");
    assertThat(reviewer.get(first).body()).contains("finished by the-reviewer");
    String hidden = fixture.signedIn(Role.SUPERVISOR).get("/reviews").body();
    assertThat(hidden).doesNotContain("s1", "Omar").contains("Reviews");
  }

  @Test
  void theQueueLeadsFromCallToCall() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    Map<String, String> draw = Map.of("seed", "7", "quota", "1", "filter", "refund");
    reviewer.post("/reviews/samples", draw);
    Matcher drawn =
        Pattern.compile("href=\"(/calls/[^\"]*\\?sample=1)\"")
            .matcher(reviewer.get("/reviews?sample=1").body());
    assertThat(drawn.find()).isTrue();
    String first = drawn.group(1);
    assertThat(drawn.find()).isTrue();
    String second = drawn.group(1);
    assertThat(reviewer.get(first).body())
        .contains("1 of 3, 3 open", "rel=\"next\" href=\"" + second + "\"")
        .contains("href=\"/reviews?sample=1\"")
        .doesNotContain("rel=\"prev\"");
    reviewer.post(first.replaceFirst("\\?.*", "/finish"), Map.of());
    assertThat(reviewer.get(second).body())
        .contains("2 of 3, 2 open", "rel=\"prev\" href=\"" + first + "\"");
    assertThat(fixture.signedIn(Role.SUPERVISOR).get("/calls/n1?sample=1").body())
        .as("a sample of somebody else")
        .doesNotContain("trail-back", "Sample 1");
    for (Role role : List.of(Role.AGENT, Role.TRAINER)) {
      for (String place : List.of("?sample=1", "?risk=1")) {
        assertThat(fixture.signedIn(role).get("/calls/n1" + place).body())
            .as("the queue is none of theirs")
            .contains("Call")
            .doesNotContain("trail-back");
      }
    }
  }

  @Test
  void aFinishedCallLeavesTheCallsAtRiskAndTheNextTakesItsNumber() throws Exception {
    for (String call : List.of("r1", "r2", "r3")) {
      fixture.transcript(call, RUDE.formatted(call));
    }
    fixture.score();
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    reviewer.awaitTotal("plum", 3);
    Matcher risky =
        Pattern.compile("href=\"(/calls/[^\"?]*)\\?q=plum&amp;risk=\\d\"")
            .matcher(reviewer.get("/reviews?q=plum").body());
    assertThat(reviewer.get("/reviews?q=plum").body()).contains("<td>Ruth (A7)</td>");
    assertThat(risky.find()).isTrue();
    String first = risky.group(1);
    assertThat(risky.find()).isTrue();
    String second = risky.group(1);
    String place = "?q=plum&risk=1";
    assertThat(reviewer.get(first + place).body())
        .contains("1 of 3", "href=\"/reviews?q=plum\"")
        .contains("rel=\"next\" href=\"" + second + "?q=plum&amp;risk=2\"");
    reviewer.post(first + "/finish", Map.of());
    assertThat(reviewer.get(first + place).body())
        .contains("rel=\"next\" href=\"" + second + "?q=plum&amp;risk=1\"")
        .doesNotContain("1 of ");
  }

  @Test
  void theCallsAtRiskHavePagesAndTheNewestOfEqualRiskComesFirst() throws Exception {
    for (int i = 1; i <= 52; i++) {
      String id = "r%02d".formatted(i);
      fixture.transcript(id, RUDE.formatted(id));
    }
    fixture.transcript("z1", RUDE.formatted("z1").replace("2026-10-01", "2026-10-05"));
    fixture.score();
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    reviewer.awaitTotal("plum", 53);
    assertThat(reviewer.get("/reviews?q=plum").body())
        .contains("1 to 50 of the 53 at risk among 53 calls that match", "Page 1 of 2")
        .contains("rel=\"next\" href=\"/reviews?q=plum&amp;offset=50#risk\"")
        .contains("href=\"/calls/z1?q=plum&amp;risk=1\"", "<title>Reviews: plum · Earshot")
        .doesNotContain("rel=\"prev\"", "risk=51\"");
    for (int offset : new int[] {50, 99, 5_000}) {
      assertThat(reviewer.get("/reviews?q=plum&offset=" + offset).body())
          .as("offset %d", offset)
          .contains("51 to 53 of the 53", "rel=\"prev\" href=\"/reviews?q=plum\"", "Page 2 of 2")
          .contains("href=\"/calls/r50?q=plum&amp;risk=51\"", ", page 2 · Earshot</title>")
          .doesNotContain("rel=\"next\"", "risk=50\"");
    }
    assertThat(reviewer.get("/calls/r50?q=plum&risk=51").body())
        .contains("51 of 53", "href=\"/reviews?q=plum&amp;offset=50#risk\"")
        .contains("rel=\"prev\" href=\"/calls/r49?q=plum&amp;risk=50\"")
        .contains("rel=\"next\" href=\"/calls/r51?q=plum&amp;risk=52\"");
  }

  @Test
  void theTitleOfACallNamesItsAgentAndDay() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    assertThat(reviewer.get(CALL).body())
        .contains("<title>Ruth, 1 Oct 2026 09:00, call n1 · Earshot</title>");
    assertThat(reviewer.get("/calls/odd%2Fid%201").body())
        .contains("<title>&lt;script&gt;alert(1)&lt;/script&gt;, 1 Oct 2026 09:00, call odd/id 1");
  }

  @Test
  void formsWithoutScriptsKeepTheListThatTheCallIsFrom() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    for (String list : List.of("?q=refund&at=1", "?q=refund&sort=newest&at=1")) {
      String page = reviewer.get(CALL + list).body();
      for (String form : List.of("answers", "finish", "comments", "redactions")) {
        String action = CALL + "/" + form + list;
        assertThat(page).contains("action=\"" + action.replace("&", "&amp;") + "\"");
      }
      Map<String, String> comment = Map.of("start", "1", "end", "2", "comment", "here");
      assertThat(reviewer.post(CALL + "/comments" + list + "&t=4&x=y", comment).headers())
          .satisfies(h -> assertThat(h.firstValue("Location")).contains(CALL + list + "#review"));
    }
  }

  @Test
  void theReasonOfTheMachineIsNotTheReasonOfThePerson() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    assertThat(reviewer.get(CALL).body()).doesNotContain("The machine, for");
    Map<String, String> no =
        Map.of("form", "courtesy", "question", "greeting", "answer", "NO", "comment", "Too fast.");
    reviewer.post(CALL + "/answers", no);
    assertThat(reviewer.get(CALL).body()).contains("The machine, for YES:");
  }

  @Test
  void aRedactedSpanIsGoneFromRecordPageIndexAndTables() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    reviewer.awaitTotal("call_id:n1 refund", 1);
    try (WriterLock lock = WriterLock.acquire(fixture.folder, "run")) {
      assertThat(lock.folder()).isEqualTo(fixture.folder);
      reviewer.sure(
          CALL + "/redactions",
          Map.of("start", "12.5", "end", "20", "channel", "all", "comment", "privacy"));
      assertThat(transcript(reviewer.get(CALL).body()))
          .doesNotContain("refund")
          .contains("Taken out and muted");
      assertThat(reviewer.get("/api/v1/calls/n1").body()).doesNotContain("refund");
    }
    reviewer.awaitTotal("call_id:n1 refund", 0);
    assertThat(record("n1")).doesNotContain("refund").contains("[redacted]", "\"kind\"");
    reviewer.awaitText(CALL, "(done)");
    try (Stream<Path> files = Files.walk(fixture.folder.index())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain("I want a refund");
      }
    }
  }

  private static String transcript(String page) {
    Matcher transcript =
        Pattern.compile("id=\"transcript\".*?</section>", Pattern.DOTALL).matcher(page);
    assertThat(transcript.find()).isTrue();
    return transcript.group();
  }

  private String record(String callId) throws IOException {
    try (Stream<Path> files = Files.walk(fixture.folder.calls())) {
      Path file = files.filter(f -> f.endsWith(callId + ".json")).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }

  @Test
  void anAgentContestsAnAnswerAndASupervisorOverturnsIt() throws Exception {
    HttpBrowser agent = fixture.signedIn(Role.AGENT);
    Map<String, String> contest = new HashMap<>(GREETING);
    contest.put("reason", "I did not greet, the tape did.");
    assertThat(agent.post(CALL + "/disputes", contest).statusCode()).isEqualTo(302);
    assertThat(agent.post("/calls/s1/disputes", contest).statusCode()).isEqualTo(404);
    agent.post(CALL + "/disputes", contest);
    assertThat(agent.get(CALL).body()).contains("contested already", "contested YES");
    HttpBrowser supervisor = fixture.signedIn(Role.SUPERVISOR);
    assertThat(disputesEntry(supervisor)).contains("nav-count\">1<");
    for (Role role : List.of(Role.AGENT, Role.REVIEWER)) {
      assertThat(disputesEntry(fixture.signedIn(role)))
          .as("%s decides none", role)
          .doesNotContain("nav-count");
    }
    String open = supervisor.get("/disputes").body();
    assertThat(open)
        .contains("#answer-courtesy-greeting\">Does the agent greet the customer?</a>")
        .contains("Ruth · <time datetime=\"2026-10-01T09:00:00Z\">1 Oct 2026 09:00</time>");
    Matcher decision = Pattern.compile("/disputes/\\d+/decision").matcher(open);
    assertThat(decision.find()).isTrue();
    assertThat(
            supervisor.post(decision.group(), Map.of("answer", "YES", "reason", "x")).statusCode())
        .isEqualTo(400);
    assertThat(supervisor.post(decision.group(), Map.of("answer", "NO")).statusCode())
        .isEqualTo(400);
    supervisor.post(decision.group(), Map.of("answer", "NO", "reason", "The tape, yes."));
    assertThat(disputesEntry(supervisor)).doesNotContain("nav-count");
    assertThat(agent.get(CALL).body())
        .contains("overturned to NO by the-supervisor", "The tape, yes.", "the machine said");
    assertThat(supervisor.get("/disputes").body()).contains("100 %", "21 % to 100 %");
    supervisor.post(decision.group(), Map.of("answer", "uphold", "reason", "Again."));
    assertThat(supervisor.get("/disputes").body()).contains("decided this dispute before");
    supervisor.awaitTotal("answer.greeting:NO call_id:n1", 1);
  }

  /** The entry of the navigation. */
  private static String disputesEntry(HttpBrowser browser) throws Exception {
    String page = browser.get("/help").body();
    int start = page.indexOf("href=\"/disputes\"");
    return page.substring(start, page.indexOf("</a>", start));
  }

  @Test
  void theDisputeThatIsDueFirstStandsOnTop() throws Exception {
    HttpBrowser agent = fixture.signedIn(Role.AGENT);
    for (String question : List.of("greeting", "self-introduction")) {
      Map<String, String> contest = Map.of("form", "courtesy", "question", question, "reason", "x");
      agent.post(CALL + "/disputes", contest);
      fixture.clock.pass(Duration.ofMinutes(1));
    }
    String page = fixture.signedIn(Role.SUPERVISOR).get("/disputes").body();
    assertThat(page.indexOf("#answer-courtesy-greeting"))
        .isPositive()
        .isLessThan(page.indexOf("#answer-courtesy-self-introduction"));
  }

  @Test
  void aDisputeIsLateAfterAFortnight() throws Exception {
    Map<String, String> contest = new HashMap<>(GREETING);
    contest.put("reason", "No.");
    fixture.signedIn(Role.AGENT).post(CALL + "/disputes", contest);
    fixture.clock.pass(Duration.ofDays(15));
    assertThat(fixture.signedIn(Role.SUPERVISOR).get("/disputes").body()).contains(": late");
  }
}
