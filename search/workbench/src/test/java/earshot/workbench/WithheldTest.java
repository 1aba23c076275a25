package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.CallJson;
import earshot.workbench.account.Role;
import earshot.workbench.web.Links;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * While a calibration set is open, nothing but the sheet is of use to those who are asked: of its
 * two calls, one is greeted and the other is not, and no search tells them apart.
 */
@Timeout(180)
class WithheldTest {
  private static final String GREETED = "w1";
  private static final String ABRUPT = "w2";

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static HttpBrowser admin;
  private static HttpBrowser reviewer;
  private static HttpBrowser agent;

  @BeforeAll
  static void anOpenSet() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    fixture.call(GREETED, "A7", "Ruth", "North", "I want a zebra, please.");
    fixture.transcript(
        ABRUPT,
        """
        {"call_id": "w2", "language": "en", "start_time": "2026-10-01T09:00:00Z",
         "agent_id": "A7", "agent_name": "Ruth", "team": "North", "turns": [
         {"role": "agent", "start": 0.5, "end": 6.0,
          "text": "What is it now? You are a complete idiot, stop wasting my time."},
         {"role": "customer", "start": 6.5, "end": 14.0,
          "text": "I want a zebra, please. My bill is wrong."},
         {"role": "agent", "start": 14.5, "end": 19.5,
          "text": "Shut up, you stupid fool, that is your own fault and I do not care."},
         {"role": "customer", "start": 20.0, "end": 24.0,
          "text": "That is rude, I would like to complain."},
         {"role": "agent", "start": 24.5, "end": 28.0, "text": "No. Go away, you idiot."}]}
        """);
    fixture.score();
    admin = fixture.signedIn(Role.ADMIN);
    reviewer = fixture.signedIn(Role.REVIEWER);
    agent = fixture.signedIn(Role.AGENT);
    admin.awaitTotal("zebra", 2);
    assertThat(found(admin, "zebra answer.greeting:YES")).containsExactly(GREETED);
    reviewer.post("/searches", Map.of("title", "Greeted", "q", "answer.greeting:YES"));
    assertThat(
            agent
                .post(
                    "/calls/w2/disputes",
                    Map.of("form", "courtesy", "question", "greeting", "reason", "Zqreason"))
                .statusCode())
        .isEqualTo(302);
    open();
  }

  private static void open() throws Exception {
    String fields =
        "title=October&form=courtesy&calls=w1%2C+w2&reviewer=the-reviewer&reviewer=the-supervisor";
    assertThat(
            admin
                .sendBody("POST", "/calibration", fields + "&csrf=" + admin.token("/help"))
                .statusCode())
        .isEqualTo(302);
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  private static List<String> found(HttpBrowser browser, String query) throws Exception {
    return found(browser, "/api/v1/search?limit=50&q=" + Links.value(query), query);
  }

  private static List<String> found(HttpBrowser browser, String path, String query)
      throws Exception {
    HttpResponse<String> answer = browser.get(path);
    assertThat(answer.statusCode()).as("%s: %s", query, answer.body()).isEqualTo(200);
    JsonNode json = CallJson.mapper().readTree(answer.body());
    List<String> ids = new ArrayList<>();
    json.path("hits").forEach(hit -> ids.add(hit.path("call_id").asText()));
    assertThat(json.path("total").asInt()).as(query).isEqualTo(ids.size());
    return ids;
  }

  /** A query, and whether the two calls are among its hits for whoever is asked about them. */
  private record Case(String query, boolean both) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case("zebra", true),
        new Case("zebra score.compliance>=0", true),
        new Case("zebra NOT answer.greeting:YES", true),
        new Case("zebra NOT answer.greeting:NO", true),
        new Case("zebra OR answer.greeting:YES", true),
        new Case("zebra NOT (answer.greeting:NO OR score.courtesy<50)", true),
        new Case("zebra NOT NOT answer.greeting:YES", false),
        new Case("zebra answer.greeting:YES", false),
        new Case("zebra answer.greeting:NO", false),
        new Case("zebra (answer.greeting:NO OR answer.greeting:YES)", false),
        new Case("zebra answer.no-rude-words:NO", false),
        new Case("zebra score.courtesy<50", false),
        new Case("zebra score.courtesy>=50", false),
        new Case("zebra coverage.courtesy>0", false),
        new Case("zebra version.courtesy>0", false),
        new Case("zebra auto_fail.courtesy:true", false),
        new Case("zebra auto_fail.courtesy:false", false),
        new Case("customer: (zebra answer.greeting:YES)", false),
        new Case("(zebra answer.greeting:YES) @first 60s", false),
        new Case("customer: (zebra NOT answer.greeting:NO)", true));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noQueryTellsTheTwoCallsApart(Case one) throws Exception {
    String[] expected = one.both() ? new String[] {GREETED, ABRUPT} : new String[0];
    assertThat(found(reviewer, one.query())).contains(expected);
    List<String> others = new ArrayList<>(found(reviewer, one.query()));
    if (!one.both()) {
      assertThat(others).doesNotContain(GREETED, ABRUPT);
    }
    assertThat(found(reviewer, "/export/search.json?q=" + Links.value(one.query()), one.query()))
        .containsExactlyElementsOf(others);
    String csv = reviewer.get("/export/search.csv?q=" + Links.value(one.query())).body();
    assertThat(csv.contains("w1") && csv.contains("w2")).isEqualTo(one.both());
    assertThat(csv.contains("w1") || csv.contains("w2")).isEqualTo(one.both());
    String page = reviewer.get("/?q=" + Links.value(one.query())).body();
    assertThat(page.contains("/calls/w1?") || page.contains("/calls/w2?")).isEqualTo(one.both());
  }

  @Test
  void whoeverIsNotAskedFindsThemByTheirAnswers() throws Exception {
    assertThat(found(admin, "zebra answer.greeting:YES")).containsExactly(GREETED);
    assertThat(found(admin, "zebra answer.greeting:NO")).containsExactly(ABRUPT);
    assertThat(admin.get("/?q=zebra").body()).doesNotContain("withheld");
  }

  @Test
  void aHitSaysThatItsScoreIsWithheld() throws Exception {
    String page = reviewer.get("/?q=zebra").body();
    assertThat(page)
        .containsPattern("band-withheld\"[^>]*><span>courtesy</span> <b>withheld</b>")
        .containsPattern("<span>complaint handling</span> <b>\\d+</b>|<span>compliance</span>")
        .doesNotContainPattern("<span>courtesy</span> <b>\\d");
    String csv = reviewer.get("/export/search.csv?q=zebra").body();
    assertThat(csv).contains("score_courtesy", ",withheld,");
    assertThat(reviewer.get("/calls/n1/similar").body()).contains("withheld");
    assertThat(admin.get("/export/search.csv?q=zebra").body()).doesNotContain("withheld");
  }

  @Test
  void countsBesideTheHitsLeaveThemOut() throws Exception {
    assertThat(admin.get("/?q=zebra").body()).contains("greeting YES: 1 calls", "Score: courtesy");
    assertThat(reviewer.get("/?q=zebra").body())
        .doesNotContain("greeting YES", "greeting NO", "no-rude-words", "Score: courtesy");
    int all = count(admin.get("/").body());
    assertThat(count(reviewer.get("/").body())).isEqualTo(all - 1);
  }

  /** How many calls are greeted, as the page says beside the hits. */
  private static int count(String page) {
    Matcher count = Pattern.compile("greeting YES: (\\d+) calls").matcher(page);
    assertThat(count.find()).isTrue();
    return Integer.parseInt(count.group(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void theOrderByScorePutsThemLast(int limit) throws Exception {
    String path = "/api/v1/search?limit=%d&sort=score.courtesy&q=*".formatted(limit);
    JsonNode json = CallJson.mapper().readTree(reviewer.get(path).body());
    assertThat(json.path("total").asInt()).isEqualTo(5);
    List<String> ids = new ArrayList<>();
    json.path("hits").forEach(hit -> ids.add(hit.path("call_id").asText()));
    assertThat(ids).hasSize(Math.min(5, limit));
    assertThat(ids.subList(0, Math.min(3, ids.size()))).doesNotContain(GREETED, ABRUPT);
    String offset = reviewer.get("/?sort=score.courtesy&offset=3").body();
    assertThat(offset).contains("/calls/w1?", "/calls/w2?").doesNotContain("/calls/n1?");
  }

  @Test
  void neitherQueueNorFinderNorDisputesTell() throws Exception {
    assertThat(admin.get("/reviews?q=zebra").body()).contains("/calls/w2?", "courtesy ");
    assertThat(reviewer.get("/reviews?q=zebra").body())
        .contains("complaint handling ")
        .doesNotContainPattern("courtesy \\d|fail proposed: [^;<]*courtesy");
    String list =
        reviewer
            .post("/playlists", Map.of("title", "Greetings"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(admin.get(list + "?question=greeting").body()).contains("/calls/w1", "/calls/w2");
    assertThat(reviewer.get(list + "?question=greeting").body())
        .contains("/calls/n1")
        .doesNotContain("/calls/w1", "/calls/w2");
    assertThat(admin.get("/disputes").body()).contains("Zqreason", "uphold NO");
    HttpBrowser supervisor = fixture.signedIn(Role.SUPERVISOR);
    String disputes = supervisor.get("/disputes").body();
    assertThat(disputes).contains("One dispute is about an answer").doesNotContain("Zqreason");
    Map<String, String> decision = Map.of("answer", "uphold", "reason", "right");
    assertThat(supervisor.post("/disputes/1/decision", decision).statusCode()).isEqualTo(404);
  }
}
