package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AccessTable.Row;
import earshot.workbench.account.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * Whoever guesses the id of something outside of one's teams, of somebody else's calls or of
 * another account learns as much as of an id that is not there. Over every route that takes an id.
 */
@Timeout(300)
class ScopeTest {
  /** Words that only calls outside of the scope hold. */
  private static final String[] HIDDEN = {"Omar", "South", "zanzibar", "secret note"};

  private static final List<Role> NARROW = List.of(Role.SUPERVISOR, Role.AGENT);

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static OneOfEach seen;
  private static OneOfEach hidden;
  private static final Map<Role, HttpBrowser> BROWSERS = new EnumMap<>(Role.class);

  @BeforeAll
  static void oneOfEachInTwoTeams() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    fixture.call("s2", "A9", "Omar", "South", "My zanzibar refund once more.");
    fixture.score();
    BROWSERS.putAll(OneOfEach.people(fixture));
    seen = OneOfEach.about(fixture, BROWSERS, "n1", "A7", "a plain note");
    hidden = OneOfEach.about(fixture, BROWSERS, "s2", "A9", "secret note");
    OneOfEach.alerts(fixture, "A9", "South", seen, hidden);
  }

  @AfterAll
  static void closed() throws IOException {
    BROWSERS.clear();
    fixture.close();
  }

  static Stream<Row> routesThatTakeAnId() {
    return AccessTable.rows().stream().filter(row -> row.path().contains("{"));
  }

  static Stream<Row> pages() {
    return AccessTable.rows().stream()
        .filter(
            row -> !row.changes() && !row.nobody().equals("ok") && !row.path().equals("/metrics"));
  }

  private static HttpResponse<String> ask(Row row, Role role, String path) throws Exception {
    HttpBrowser browser = BROWSERS.get(role);
    return row.changes() ? OneOfEach.post(browser, path, Map.of()) : browser.get(path);
  }

  @ParameterizedTest
  @MethodSource("routesThatTakeAnId")
  void whatIsOutsideOfTheScopeIsNotThere(Row row) throws Exception {
    for (Role role : NARROW) {
      HttpResponse<String> answer = ask(row, role, hidden.path(row.path()));
      assertThat(answer.statusCode())
          .as("%s as %s", row, role)
          .isEqualTo(row.open(role) ? 404 : 403);
      assertThat(answer.body()).doesNotContain(HIDDEN);
    }
  }

  @ParameterizedTest
  @MethodSource("routesThatTakeAnId")
  void whatIsAnotherAccountsIsNotThereWhateverTheRole(Row row) throws Exception {
    if (row.path().matches(".*(search_id|alert_id|session_id).*")) {
      for (Role role : List.of(Role.SUPERVISOR, Role.TRAINER, Role.ADMIN, Role.AGENT)) {
        assertThat(ask(row, role, seen.path(row.path())).statusCode())
            .as("%s", role)
            .isEqualTo(404);
      }
    }
  }

  /** Else the tests above would find nothing whatever happened. */
  @ParameterizedTest
  @MethodSource("pages")
  void thoseWhoMaySeeItDo(Row row) throws Exception {
    if (row.path().contains("{") && !row.path().matches(".*/(audio|peaks)")) {
      assertThat(BROWSERS.get(Role.ADMIN).get(hidden.path(row.path())).statusCode())
          .as(row.toString())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageTellsOfWhatIsOutside(Row row) throws Exception {
    for (Role role : NARROW) {
      if (row.open(role)) {
        for (String query :
            List.of(
                "",
                "?q=NOT+nothing",
                "?q=team:south",
                "?q=call_id:s2",
                "?q=refund+OR+agent_id:a9",
                "?q=zanzibor",
                "?team=south&weeks=52",
                "?question=greeting&form=courtesy",
                "?offset=0&limit=1000&sort=newest",
                "?call_id=n1&playlist=" + hidden.ids.get("playlist_id"))) {
          HttpResponse<String> answer = BROWSERS.get(role).get(seen.path(row.path()) + query);
          assertThat(answer.body()).as("%s%s as %s", row, query, role).doesNotContain(HIDDEN);
        }
      }
    }
  }

  @Test
  void idsInFormsAndQueriesAreNoWayAround() throws Exception {
    HttpBrowser supervisor = BROWSERS.get(Role.SUPERVISOR);
    assertThat(supervisor.get("/clips/new?call_id=s2").statusCode()).isEqualTo(404);
    assertThat(supervisor.get("/reviews?sample=" + hidden.sample).statusCode()).isEqualTo(404);
    for (String list : List.of(hidden.ids.get("playlist_id"), "new")) {
      assertThat(OneOfEach.post(supervisor, "/clips", clip("s2", list)).statusCode())
          .isEqualTo(404);
    }
    String other = hidden.ids.get("playlist_id");
    assertThat(OneOfEach.post(supervisor, "/clips", clip("n1", other)).statusCode()).isEqualTo(404);
    OneOfEach.post(
        supervisor, "/reviews/samples", Map.of("seed", "1", "quota", "5", "filter", "team:south"));
    assertThat(supervisor.get("/reviews").body()).contains("from 0 calls").doesNotContain("s2");
    HttpBrowser agent = BROWSERS.get(Role.AGENT);
    assertThat(agent.get("/team/agents/A9").statusCode()).isEqualTo(404);
    assertThat(agent.get("/team/agents/a9").statusCode()).isEqualTo(404);
  }

  private static Map<String, String> clip(String callId, String playlist) {
    return Map.of(
        "playlist",
        playlist,
        "call_id",
        callId,
        "start",
        "1",
        "end",
        "5",
        "part",
        "good",
        "title",
        "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s2", "team:south", "zanzibar", "s1, s2"})
  void aCalibrationOpensOnlyOverCallsThatOneSees(String calls) throws Exception {
    HttpBrowser supervisor = BROWSERS.get(Role.SUPERVISOR);
    HttpResponse<String> answer =
        supervisor.sendBody(
            "POST",
            "/calibration",
            "title=x&form=courtesy&calls=%s&reviewer=the-supervisor&reviewer=the-admin&csrf=%s"
                .formatted(earshot.workbench.web.Links.value(calls), supervisor.token("/help")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .as("the same as of calls that do not exist")
        .contains("No call has this id, and as a query it finds none.");
    assertThat(supervisor.get("/calibration").body()).doesNotContain(">x</a>");
  }

  @Test
  void whoIsAskedToCalibrateLearnsNothingOfCallsOutsideOfTheScope() throws Exception {
    HttpBrowser admin = BROWSERS.get(Role.ADMIN);
    HttpBrowser supervisor = BROWSERS.get(Role.SUPERVISOR);
    String set =
        admin
            .sendBody(
                "POST",
                "/calibration",
                "title=Both&form=courtesy&calls=n1,s2&reviewer=the-supervisor&reviewer=the-admin"
                    + "&csrf="
                    + admin.token("/help"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(supervisor.get(set).body()).contains("n1").doesNotContain("s2");
    assertThat(supervisor.get(set + "/calls/0").statusCode()).isEqualTo(200);
    assertThat(supervisor.get(set + "/calls/1").statusCode()).isEqualTo(404);
    Map<String, String> yes = Map.of("answer.greeting", "YES");
    Map<String, String> no = Map.of("answer.greeting", "NO");
    assertThat(OneOfEach.post(supervisor, set + "/calls/0", yes).statusCode()).isEqualTo(302);
    assertThat(OneOfEach.post(supervisor, set + "/calls/1", yes).statusCode()).isEqualTo(404);
    OneOfEach.post(admin, set + "/calls/0", no);
    OneOfEach.post(admin, set + "/calls/1", no);
    admin.sure(set + "/close", Map.of());
    assertThat(supervisor.get(set).body())
        .containsPattern("n1</a></td>\\s*<td>NO</td>\\s*<td>YES</td>")
        .doesNotContain("s2");
    assertThat(admin.get(set).body()).contains("s2");
  }
}
