package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SignInTest {
  private static final String RITA = WorkbenchFixture.name(Role.REVIEWER);

  @TempDir Path root;
  private WorkbenchFixture fixture;

  @BeforeEach
  void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.empty(root);
  }

  @AfterEach
  void closed() throws Exception {
    fixture.close();
  }

  private static String session(HttpBrowser browser) {
    return browser.cookies().stream()
        .filter(c -> c.getName().equals("earshot-session"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  @Test
  void byPlainHttpFromElsewhereNobodyIsAskedForAPassword() throws Exception {
    for (String request :
        List.of("GET /login", "POST /login", "GET /login?next=%2Fteam", "POST /login?a=b")) {
      try (RawHttp http = RawHttp.to(fixture.workbench.server().port(), Duration.ofSeconds(30))) {
        http.send(request + " HTTP/1.1\r\nHost: calls.example:8080\r\nConnection: close\r\n\r\n");
        String answer = http.rest();
        assertThat(RawHttp.status(answer)).isEqualTo(request.startsWith("GET") ? 200 : 403);
        assertThat(answer).contains("Use HTTPS").doesNotContain("name=\"password\"", "<form");
      }
    }
  }

  @Test
  void theRightPasswordOpensTheWorkbench() throws Exception {
    HttpBrowser browser = fixture.browser();
    assertThat(browser.get("/calls-of?x").statusCode()).isEqualTo(404);
    assertThat(browser.get("/admin?offset=1").headers().firstValue("Location"))
        .contains("/login?next=%2Fadmin%3Foffset%3D1");

    HttpResponse<String> answer = browser.signIn(RITA, WorkbenchFixture.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("earshot-session=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure"));
    assertThat(browser.get("/").body()).contains(RITA, "Sign out");
  }

  @Test
  void wrongNamesAndWrongPasswordsLookTheSame() throws Exception {
    HttpResponse<String> wrong = fixture.browser().signIn(RITA, "not the password");
    HttpResponse<String> unknown = fixture.browser().signIn("the-nobody", "not the password");

    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(plain(wrong, RITA)).isEqualTo(plain(unknown, "the-nobody"));
  }

  private static String plain(HttpResponse<String> page, String name) {
    return page.body()
        .replace(name, "NAME")
        .replaceAll("[0-9a-f]{64}", "TOKEN")
        .replaceAll("Request \\w+", "");
  }

  @Test
  void aFormWithoutItsTokenSignsNobodyIn() throws Exception {
    HttpBrowser browser = fixture.browser();
    Map<String, String> form = Map.of("username", RITA, "password", WorkbenchFixture.PASSWORD);
    assertThat(browser.send("POST", "/login", form).statusCode()).isEqualTo(403);
    browser.token("/login");
    assertThat(browser.send("POST", "/login", form).statusCode()).isEqualTo(403);
    assertThat(session(browser)).isEmpty();
  }

  @Test
  void aSessionIsNewAtEachSignInAndEndsAtSignOut() throws Exception {
    HttpBrowser browser = fixture.signedIn(Role.REVIEWER);
    String first = session(browser);
    String token = browser.token("/");
    assertThat(
            browser
                .send("POST", "/logout", Map.of(), "X-CSRF-Token", token)
                .headers()
                .firstValue("Location"))
        .contains("/login");
    assertThat(browser.get("/").statusCode()).isEqualTo(302);

    browser.signIn(RITA, WorkbenchFixture.PASSWORD);
    assertThat(session(browser)).isNotEqualTo(first).hasSize(43);
    assertThat(fixture.browser().get("/", "Cookie", "earshot-session=" + first).statusCode())
        .isEqualTo(302);
    assertThat(
            fixture
                .browser()
                .get("/", "Cookie", "earshot-session=" + session(browser))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aSessionEndsWhenNobodyUsesIt() throws Exception {
    HttpBrowser browser = fixture.signedIn(Role.REVIEWER);
    fixture.clock.pass(Duration.ofMinutes(59));
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    fixture.clock.pass(Duration.ofMinutes(59));
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
    fixture.clock.pass(Duration.ofMinutes(60));
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void aSessionEndsAfterTwelveHoursInAnyCase() throws Exception {
    HttpBrowser browser = fixture.signedIn(Role.REVIEWER);
    for (int i = 0; i < 14; i++) {
      fixture.clock.pass(Duration.ofMinutes(50));
      assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }
    fixture.clock.pass(Duration.ofMinutes(20));
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void aDisabledAccountIsOutAtOnce() throws Exception {
    HttpBrowser browser = fixture.signedIn(Role.REVIEWER);
    fixture.workbench.accounts().disable(RITA, "test");
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
    assertThat(fixture.browser().signIn(RITA, WorkbenchFixture.PASSWORD).statusCode())
        .isEqualTo(401);
  }

  @Test
  void failuresPauseAnAccountLongerEachTime() throws Exception {
    for (String name : List.of(RITA, "the-nobody")) {
      HttpBrowser browser = fixture.browser();
      for (int i = 0; i < 5; i++) {
        assertThat(browser.signIn(name, "wrong " + i).statusCode()).isEqualTo(401);
      }
      HttpResponse<String> paused = browser.signIn(name, WorkbenchFixture.PASSWORD);
      assertThat(paused.statusCode()).isEqualTo(429);
      assertThat(paused.headers().firstValue("Retry-After")).contains("30");
      fixture.clock.pass(Duration.ofSeconds(31));
      assertThat(browser.signIn(name, "wrong again").statusCode()).isEqualTo(401);
      assertThat(browser.signIn(name, "wrong").headers().firstValue("Retry-After")).contains("60");
    }
    fixture.clock.pass(Duration.ofSeconds(61));
    assertThat(fixture.browser().signIn(RITA, WorkbenchFixture.PASSWORD).statusCode())
        .isEqualTo(302);
    assertThat(fixture.browser().signIn(RITA, "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void manyNamesFromOneAddressPauseTheAddress() throws Exception {
    HttpBrowser browser = fixture.browser();
    for (int i = 0; i < 30; i++) {
      assertThat(browser.signIn("guess-" + i, "wrong").statusCode()).isEqualTo(401);
    }
    assertThat(browser.signIn(RITA, WorkbenchFixture.PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void signInLeadsBackButNeverElsewhere() throws Exception {
    for (String next : List.of("//evil.example/", "https://evil.example/", "/\\evil.example")) {
      assertThat(landing(next)).isEqualTo("/");
    }
    assertThat(landing("/admin?offset=3")).isEqualTo("/admin?offset=3");
  }

  private String landing(String next) throws Exception {
    HttpBrowser browser = fixture.browser();
    return browser
        .send(
            "POST",
            "/login",
            Map.of(
                "username",
                RITA,
                "password",
                WorkbenchFixture.PASSWORD,
                "next",
                next,
                "csrf",
                browser.token("/login")))
        .headers()
        .firstValue("Location")
        .orElse("");
  }

  @Test
  void secretsAreNotInTheDatabase() throws Exception {
    HttpBrowser browser = fixture.signedIn(Role.ADMIN);
    String secret = session(browser);
    fixture.close();
    try (var files = Files.walk(fixture.folder.workbench())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes.contains(secret)).isFalse();
        assertThat(bytes.contains(WorkbenchFixture.PASSWORD)).isFalse();
      }
    }
    fixture = WorkbenchFixture.empty(root.resolve("other"));
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() throws Exception {
    for (String path : List.of("/login", "/health", "/static/earshot.css", "/nowhere")) {
      HttpResponse<String> answer = fixture.browser().get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
      assertThat(answer.headers().firstValue("Server")).isEmpty();
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer =
        browser.send("POST", "/login", Map.of("username", "x".repeat(300_000)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).doesNotContain("\tat ", "Exception");
  }

  @Test
  void overHttpsTheCookieIsForHttpsOnly() throws Exception {
    assertThat(
            fixture
                .browser()
                .get("/login", "X-Forwarded-Proto", "https")
                .headers()
                .firstValue("Set-Cookie")
                .orElse(""))
        .startsWith("__Host-earshot-form=")
        .contains("Secure", "HttpOnly", "Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void whatIsNoRequestGetsNoPageOfTheLibrary() throws Exception {
    for (String path : List.of("/%2e%2e/x", "/a;b=c/..;/x", "/?q=" + "a".repeat(9000))) {
      HttpResponse<String> answer = fixture.browser().get(path);
      assertThat(answer.statusCode()).as(path).isIn(400, 414);
      assertThat(answer.body()).isEqualTo("This request cannot be read.\n");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }
}
