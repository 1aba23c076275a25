package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How much one person may ask for in a minute. */
@Timeout(120)
class AllowanceHttpTest {
  private static final int A_MINUTE = 120;

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private HttpBrowser reviewer;

  @BeforeAll
  static void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    fixture.requests = A_MINUTE;
    fixture.restart(() -> {});
  }

  @BeforeEach
  void aMinuteLater() throws Exception {
    fixture.clock.pass(Duration.ofMinutes(1));
    reviewer = fixture.signedIn(Role.REVIEWER);
  }

  @AfterAll
  static void closed() throws Exception {
    fixture.close();
  }

  private static void refused(HttpResponse<String> answer, String seconds) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains(seconds);
  }

  @Test
  void tooManySearchesAreRefusedUntilSomeTimeHasPassed() throws Exception {
    for (int i = 0; i < A_MINUTE / 4; i++) {
      assertThat(reviewer.get(i % 2 == 0 ? "/?q=refund" : "/api/v1/search?q=x").statusCode())
          .isEqualTo(200);
    }
    HttpResponse<String> page = reviewer.get("/?q=refund");
    refused(page, "2");
    assertThat(page.body())
        .contains("Too much at once", "Wait 2 s", "href=\"/account\"")
        .doesNotContain("Exception");
    HttpResponse<String> api = reviewer.get("/api/v1/search?q=refund");
    refused(api, "2");
    assertThat(api.body()).startsWith("{").contains("Too much at once");
    fixture.clock.pass(Duration.ofSeconds(2));
    assertThat(reviewer.get("/?q=refund").statusCode()).isEqualTo(200);
    refused(reviewer.get("/calls/n1"), "1");
  }

  @Test
  void exportsDownloadsAndClipsCountForMore() throws Exception {
    HttpBrowser trainer = fixture.signedIn(Role.TRAINER);
    String token = trainer.token("/account");
    String list =
        trainer
            .send("POST", "/playlists", Map.of("title", "x", "csrf", token))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    fixture.clock.pass(Duration.ofMinutes(1));
    Map<String, String> clip =
        Map.of(
            "csrf",
            token,
            "playlist",
            list.replaceFirst(".*/", ""),
            "call_id",
            "n1",
            "start",
            "12.5",
            "end",
            "20",
            "part",
            "good");
    assertThat(trainer.send("POST", "/clips", clip).statusCode()).isEqualTo(302);
    assertThat(trainer.get(list + "/download").statusCode()).isEqualTo(200);
    assertThat(trainer.get("/export/search.csv?q=*").statusCode()).isEqualTo(200);
    refused(trainer.get("/export/search.json?q=*"), "20");
    refused(trainer.get(list + "/download"), "20");
    refused(trainer.send("POST", "/clips", clip), "20");
  }

  @Test
  void sessionsOfOneAccountShareAndAccountsDoNot() throws Exception {
    HttpBrowser elsewhere = fixture.signedIn(Role.REVIEWER);
    for (int i = 0; i < A_MINUTE; i++) {
      assertThat((i % 2 == 0 ? reviewer : elsewhere).get("/help").statusCode()).isEqualTo(200);
    }
    refused(reviewer.get("/help"), "1");
    refused(elsewhere.get("/help"), "1");
    assertThat(fixture.signedIn(Role.TRAINER).get("/help").statusCode()).isEqualTo(200);
  }

  /** Whoever asks too much may be a thief: the owner still gets to the list of sessions. */
  @Test
  void theOwnAccountAndTheWayOutStayOpen() throws Exception {
    HttpBrowser thief = fixture.signedIn(Role.REVIEWER);
    while (thief.get("/help").statusCode() == 200) {}
    assertThat(reviewer.get("/account").statusCode()).isEqualTo(200);
    String csrf = reviewer.token("/account");
    assertThat(
            reviewer
                .send(
                    "POST",
                    "/account/sessions/end-others",
                    Map.of("csrf", csrf, "present", WorkbenchFixture.PASSWORD))
                .statusCode())
        .isEqualTo(302);
    assertThat(thief.get("/help").statusCode()).isEqualTo(302);
    assertThat(reviewer.send("POST", "/logout", Map.of("csrf", csrf)).statusCode()).isEqualTo(302);
  }

  @Test
  void requestsThatAreRefusedForAnotherReasonAreNotCounted() throws Exception {
    for (int i = 0; i < 2 * A_MINUTE; i++) {
      assertThat(reviewer.get("/admin").statusCode()).isEqualTo(403);
      assertThat(reviewer.send("POST", "/searches", Map.of("csrf", "forged")).statusCode())
          .isEqualTo(419);
    }
    assertThat(reviewer.get("/help").statusCode()).isEqualTo(200);
  }

  @Test
  void aMonitorSeesTheRefusals() throws Exception {
    while (reviewer.get("/help").statusCode() == 200) {}
    HttpResponse<String> metrics =
        fixture.browser().get("/metrics", "Authorization", "Bearer " + WorkbenchFixture.MONITOR);
    assertThat(metrics.body().lines().filter(l -> l.startsWith("earshot_http_requests_seconds_co")))
        .anyMatch(l -> l.contains("route=\"/help\"") && l.contains("status=\"429\""));
  }
}
