package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AccessTable.Row;
import earshot.workbench.account.Role;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every answer of every route says to the browser. */
@Timeout(120)
class HeadersTest {
  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static OneOfEach made;
  private static Map<Role, HttpBrowser> people;

  @BeforeAll
  static void oneOfEach() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    people = OneOfEach.people(fixture);
    made = OneOfEach.about(fixture, people, "n1", "A7", "plain");
    OneOfEach.alerts(fixture, "A7", "North", made);
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  static Stream<Row> routes() {
    return AccessTable.rows().stream();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyAnswerIsGuarded(Row row) throws Exception {
    Role role = row.open(Role.ADMIN) ? Role.ADMIN : Role.AGENT;
    for (boolean signedIn : new boolean[] {true, false}) {
      String path = made.path(row.path());
      HttpBrowser browser = signedIn ? people.get(role) : fixture.browser();
      HttpResponse<String> answer =
          row.changes() ? browser.send(row.method(), path, Map.of()) : browser.get(path);
      guarded(row + " " + answer.statusCode(), answer);
      assertThat(answer.headers().allValues("Cache-Control")).as(path).containsExactly("no-store");
    }
  }

  private static void guarded(String what, HttpResponse<String> answer) {
    HttpHeaders headers = answer.headers();
    List<String> policy =
        List.of(headers.firstValue("Content-Security-Policy").orElse("").split("\\s*;\\s*"));
    assertThat(policy)
        .as(what)
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'")
        .noneMatch(p -> p.contains("unsafe") || p.contains("*") || p.contains("http"));
    assertThat(headers.firstValue("X-Content-Type-Options")).as(what).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).as(what).contains("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).as(what).isEmpty();
    assertThat(headers.firstValue("Server")).as(what).isEmpty();
    assertThat(headers.firstValue("X-Powered-By")).as(what).isEmpty();
    headers
        .firstValue("Content-Type")
        .filter(type -> type.startsWith("text/") && !answer.body().isEmpty())
        .ifPresent(type -> assertThat(type).as(what).containsIgnoringCase("charset=utf-8"));
  }

  @Test
  void filesThatAnybodyMayHaveAreGuardedToo() throws Exception {
    for (String path : List.of("/static/earshot.css", "/static/earshot.js", "/static/icon.svg")) {
      HttpResponse<String> answer = fixture.browser().get(path);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }
  }

  @Test
  void onlyWhatThePersonAsksForIsCompressed() throws Exception {
    HttpBrowser admin = fixture.signedIn(Role.ADMIN);
    for (String path : List.of("/?q=refund", "/team", "/api/v1/calls/n1")) {
      for (String site : List.of("same-origin", "none")) {
        assertThat(encoding(admin, path, "Sec-Fetch-Site", site)).as(path + site).contains("gzip");
      }
      for (String site : List.of("cross-site", "same-site", "anything")) {
        assertThat(encoding(admin, path, "Sec-Fetch-Site", site)).as(path + site).isEmpty();
      }
      assertThat(encoding(admin, path)).as(path + " of a browser that does not say").isEmpty();
    }
    assertThat(encoding(admin, "/static/earshot.css")).contains("gzip");
  }

  private static Optional<String> encoding(HttpBrowser browser, String path, String... headers)
      throws Exception {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Accept-Encoding";
    all[headers.length + 1] = "gzip";
    HttpResponse<String> answer = browser.get(path, all);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.headers().firstValue("Content-Encoding");
  }

  @Test
  void aPageOfAnotherOriginIsNotAnswered() throws Exception {
    HttpBrowser admin = fixture.signedIn(Role.ADMIN);
    HttpResponse<String> answer =
        admin.get(
            "/api/v1/calls/n1", "Origin", "https://other.example", "Sec-Fetch-Site", "cross-site");
    assertThat(answer.headers().map().keySet()).noneMatch(h -> h.startsWith("access-control"));
    assertThat(
            admin
                .send("OPTIONS", "/api/v1/calls/n1", Map.of(), "Origin", "https://other.example")
                .statusCode())
        .isIn(404, 405);
  }
}
