package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AccessTable.Row;
import earshot.workbench.account.Role;
import earshot.workbench.web.Routes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Every route, role and method against access.txt, on the real server. */
@Timeout(120)
class AccessTest {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final List<Role> ROLES = AccessTable.ROLES;

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static final Map<Role, HttpBrowser> BROWSERS = new EnumMap<>(Role.class);

  @BeforeAll
  static void aWorkbenchWithEveryRole() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
  }

  @AfterAll
  static void closed() throws IOException {
    BROWSERS.clear();
    fixture.close();
  }

  static List<Row> table() {
    return AccessTable.rows();
  }

  /** One session a role, signed in again where the test before it signed out. */
  private static HttpBrowser browser(Role role) throws Exception {
    HttpBrowser browser = BROWSERS.get(role);
    if (browser == null || browser.get("/help").statusCode() != 200) {
      browser = fixture.signedIn(role);
      BROWSERS.put(role, browser);
    }
    return browser;
  }

  @Test
  void everyRouteHasARowAndEveryRowARoute() {
    assertThat(table().stream().map(r -> r.method() + " " + r.path()))
        .containsExactlyInAnyOrderElementsOf(
            fixture.workbench.server().routes().stream()
                .map(r -> r.method().name() + " " + r.path())
                .toList());
  }

  @Test
  void onlySignInAndHealthAreOpen() {
    assertThat(
            fixture.workbench.server().routes().stream()
                .filter(r -> r.access() == null)
                .map(Routes.Route::path)
                .distinct())
        .containsExactlyInAnyOrder(
            "/login", "/login/code", "/login/provider", "/login/callback", "/health", "/metrics");
  }

  @ParameterizedTest
  @MethodSource("table")
  void nobodyGetsNoFurtherThanTheTableSays(Row row) throws Exception {
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer =
        row.method().equals("GET")
            ? browser.get(row.example())
            : browser.send(row.method(), row.example(), Map.of());
    check("nobody", row.nobody(), row, answer);
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyRoleGetsWhatTheTableSays(Row row) throws Exception {
    for (int i = 0; i < ROLES.size(); i++) {
      Role role = ROLES.get(i);
      HttpBrowser browser = browser(role);
      if (row.method().equals("GET")) {
        check(role.id(), row.byRole().get(i), row, browser.get(row.example()));
      } else {
        String token = browser.token("/help");
        if (row.byRole().get(i).equals("ok") && !signsIn(row)) {
          assertThat(browser.send(row.method(), row.example(), Map.of()).statusCode())
              .as("%s %s without token as %s", row.method(), row.path(), role)
              .isEqualTo(419);
          assertThat(
                  browser
                      .send(row.method(), row.example(), Map.of("csrf", "x" + token))
                      .statusCode())
              .isEqualTo(419);
        }
        check(
            role.id(),
            row.byRole().get(i),
            row,
            browser.send(row.method(), row.example(), Map.of("csrf", token)));
      }
    }
  }

  private static void check(String who, String expected, Row row, HttpResponse<String> answer) {
    String to = answer.headers().firstValue("Location").orElse("");
    boolean toLogin = answer.statusCode() == 302 && to.startsWith("/login");
    String got =
        toLogin && !row.path().equals("/logout")
            ? "login"
            : switch (answer.statusCode()) {
              case 401 -> signsIn(row) ? "ok" : "401";
              case 403 -> signsIn(row) ? "ok" : "403";
              case 419, 404, 405, 500 -> String.valueOf(answer.statusCode());
              default -> "ok";
            };
    boolean signedOut = row.path().equals("/logout") && who.equals("nobody");
    assertThat(signedOut ? "login" : got)
        .as("%s %s as %s: %d", row.method(), row.path(), who, answer.statusCode())
        .isEqualTo(expected);
  }

  /** Its form has a token of its own, and says itself what is wrong. */
  private static boolean signsIn(Row row) {
    return row.path().equals("/login") || row.path().equals("/login/code");
  }

  static Stream<List<String>> unregistered() {
    List<List<String>> all = new ArrayList<>();
    List<String> known = table().stream().map(r -> r.method() + " " + r.path()).toList();
    for (Row row : table()) {
      for (String method : METHODS) {
        if (!known.contains(method + " " + row.path())) {
          all.add(List.of(method, row.example()));
        }
      }
    }
    return all.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("unregistered")
  void otherMethodsAreRefused(List<String> methodAndPath) throws Exception {
    HttpResponse<String> answer =
        browser(Role.ADMIN).send(methodAndPath.get(0), methodAndPath.get(1), Map.of());
    assertThat(answer.statusCode()).as(methodAndPath.toString()).isIn(404, 405);
  }

  @ParameterizedTest
  @MethodSource("table")
  void askingForHeadersOnlyIsNoWayAround(Row row) throws Exception {
    if (row.method().equals("GET")) {
      assertThat(fixture.browser().send("HEAD", row.example(), Map.of()).statusCode())
          .as("HEAD %s", row.path())
          .isEqualTo(fixture.browser().get(row.example()).statusCode());
    }
  }

  @Test
  void whatIsOutsideOfTheScopeIsNotFound() throws Exception {
    for (Role role : List.of(Role.SUPERVISOR, Role.AGENT)) {
      assertThat(browser(role).get("/api/v1/calls/n1").statusCode()).isEqualTo(200);
      assertThat(browser(role).get("/api/v1/calls/s1").statusCode()).isEqualTo(404);
      assertThat(browser(role).get("/api/v1/calls/odd%2Fid%201").statusCode()).isEqualTo(404);
      HttpResponse<String> absent = browser(role).get("/api/v1/calls/none");
      HttpResponse<String> hidden = browser(role).get("/api/v1/calls/s1");
      assertThat(absent.statusCode()).isEqualTo(404);
      assertThat(hidden.body().replaceAll("\"request_id\":\"[^\"]*\"", ""))
          .isEqualTo(absent.body().replaceAll("\"request_id\":\"[^\"]*\"", ""));
      assertThat(browser(role).get("/api/v1/search?q=refund").body())
          .contains("\"total\":1", "n1")
          .doesNotContain("s1", "odd");
      assertThat(browser(role).get("/api/v1/search?q=refund+OR+team:south").body())
          .contains("\"total\":1")
          .doesNotContain("s1");
      assertThat(browser(role).get("/export/search.csv?q=NOT+nothing").body())
          .contains("n1")
          .doesNotContain("s1");
      assertThat(browser(role).get("/?q=*").body()).doesNotContain("s1", "Omar");
    }
    for (Role role : List.of(Role.REVIEWER, Role.TRAINER, Role.ADMIN)) {
      assertThat(browser(role).get("/api/v1/calls/s1").statusCode()).isEqualTo(200);
      assertThat(browser(role).get("/api/v1/calls/odd%2Fid%201").body()).contains("odd/id 1");
      assertThat(browser(role).get("/api/v1/search?q=refund").body()).contains("\"total\":3");
    }
  }

  @Test
  void pathsLeadNowhereElse() throws Exception {
    for (String path :
        List.of(
            "/api/v1/calls/..%2F..%2Fwriter.lock",
            "/api/v1/calls/%2e%2e%2f2026-10-01%2fn1",
            "/api/v1/calls/2026-10-01%2Fn1",
            "/static/../logback.xml",
            "/static/%2e%2e/logback.xml",
            "/static/..%2Flogback.xml",
            "/static/",
            "/api/v1/calls/n1.json")) {
      assertThat(browser(Role.ADMIN).get(path).statusCode()).as(path).isIn(400, 404);
    }
  }
}
