package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people may do about their own account, and what others may not do about it. */
@Timeout(120)
class OwnAccountTest {
  private static final String RITA = WorkbenchFixture.name(Role.REVIEWER);
  private static final String OLD = WorkbenchFixture.PASSWORD;
  private static final String NEW = "seven herons over a harbour";
  private static final String HANDED = "lent for one morning";

  @TempDir static Path root;
  private static WorkbenchFixture fixture;

  @BeforeAll
  static void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.empty(root);
  }

  /** Passwords are the old ones, nobody is signed in, and no failures count any more. */
  @BeforeEach
  void anotherDay() {
    fixture.clock.pass(Duration.ofHours(25));
    for (Role role : Role.values()) {
      fixture
          .workbench
          .accounts()
          .setPassword(WorkbenchFixture.name(role), NewPassword.own(OLD), "test");
    }
  }

  @AfterAll
  static void closed() throws Exception {
    fixture.close();
  }

  private static String session(HttpBrowser browser) {
    return browser.cookies().stream()
        .filter(c -> c.getName().equals("earshot-session"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Sends a form of the page of the own account. */
  private static HttpResponse<String> post(
      HttpBrowser browser, String path, Map<String, String> form) throws Exception {
    Map<String, String> all = new HashMap<>(form);
    all.put("csrf", browser.token("/account"));
    return browser.send("POST", path, all);
  }

  private static HttpResponse<String> change(HttpBrowser browser, String present, String chosen)
      throws Exception {
    return post(browser, "/account/password", Map.of("present", present, "password", chosen));
  }

  private static List<String> others(HttpBrowser browser) throws Exception {
    return Pattern.compile("action=\"/account/sessions/(\\w+)/end\"")
        .matcher(browser.get("/account").body())
        .results()
        .map((MatchResult r) -> r.group(1))
        .toList();
  }

  private static HttpResponse<String> end(HttpBrowser browser, String session) throws Exception {
    return post(browser, "/account/sessions/" + session + "/end", Map.of("present", OLD));
  }

  private static HttpResponse<String> endOthers(HttpBrowser browser, String present)
      throws Exception {
    return post(browser, "/account/sessions/end-others", Map.of("present", present));
  }

  /** What was written down today. */
  private static String audit() throws Exception {
    String today = fixture.clock.instant().toString().substring(0, 10);
    return fixture
        .signedIn(Role.ADMIN)
        .get("/admin")
        .body()
        .replaceAll("(?s)<tr>\\s*<td>(?!" + today + ").*?</tr>", "");
  }

  private int signIn(String password) throws Exception {
    return fixture.browser().signIn(RITA, password).statusCode();
  }

  @Test
  void anotherPasswordEndsAllOtherSessionsAndThisOneGoesOnWithANewSecret() throws Exception {
    HttpBrowser here = fixture.signedIn(Role.REVIEWER);
    HttpBrowser elsewhere = fixture.signedIn(Role.REVIEWER);
    HttpBrowser somebodyElse = fixture.signedIn(Role.TRAINER);
    String secret = session(here);
    String token = here.token("/account");

    HttpResponse<String> answer = change(here, OLD, NEW);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains("/account");
    assertThat(session(here)).hasSize(43).isNotEqualTo(secret);
    assertThat(here.get("/account").body()).contains("You have another password");
    assertThat(here.token("/account")).isNotEqualTo(token);
    assertThat(fixture.browser().get("/", "Cookie", "earshot-session=" + secret).statusCode())
        .isEqualTo(302);
    assertThat(elsewhere.get("/").statusCode()).isEqualTo(302);
    assertThat(somebodyElse.get("/").statusCode()).isEqualTo(200);
    assertThat(signIn(OLD)).isEqualTo(401);
    assertThat(signIn(NEW)).isEqualTo(302);
    assertThat(audit()).contains("change-password").doesNotContain(OLD, NEW);
  }

  @Test
  void aWrongPresentPasswordChangesNothingAndCountsAsAFailedSignIn() throws Exception {
    HttpBrowser here = fixture.signedIn(Role.REVIEWER);
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> answer = change(here, "guess " + i, NEW);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("The present password is not right");
    }
    HttpResponse<String> paused = change(here, OLD, NEW);
    assertThat(paused.statusCode()).isEqualTo(429);
    assertThat(paused.headers().firstValue("Retry-After")).contains("30");
    post(here, "/logout", Map.of());
    assertThat(here.signIn(RITA, OLD).statusCode())
        .as("the sign-in of this browser waits, too")
        .isEqualTo(429);
    assertThat(signIn(OLD)).as("nobody else is locked out").isEqualTo(302);
    assertThat(audit())
        .contains("change-password-refused", "present password not right", "paused after failures")
        .doesNotContain("guess");
    fixture.clock.pass(Duration.ofSeconds(31));
    assertThat(here.signIn(RITA, OLD).statusCode()).isEqualTo(302);
    assertThat(change(here, OLD, NEW).statusCode()).isEqualTo(302);
  }

  /** Whoever found an open browser, and has no cookie by which it is known. */
  @Test
  void aStolenSessionGuessesNoFasterThanAStranger() throws Exception {
    String secret = session(fixture.signedIn(Role.REVIEWER));
    HttpBrowser thief = fixture.browser();
    HttpCookie cookie = new HttpCookie("earshot-session", secret);
    String cookies = cookie.getName() + "=" + cookie.getValue();
    String page = thief.get("/account", "Cookie", cookies).body();
    String token = page.replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]*)\".*", "$1");
    for (int i = 0; i < 7; i++) {
      Map<String, String> form = Map.of("csrf", token, "present", "guess " + i, "password", NEW);
      HttpResponse<String> answer =
          thief.send("POST", "/account/password", form, "Cookie", cookies);
      assertThat(answer.statusCode()).isEqualTo(i < 5 ? 403 : 429);
    }
    assertThat(thief.signIn(RITA, OLD).statusCode()).as("counted by the name").isEqualTo(429);
  }

  @Test
  void newPasswordsFollowTheRules() throws Exception {
    HttpBrowser here = fixture.signedIn(Role.REVIEWER);
    for (Map.Entry<String, String> bad :
        Map.of(
                "short",
                "A password has 8 to 256 characters",
                "x".repeat(257),
                "A password has 8 to 256 characters",
                "Password2026",
                "one of those that are tried first",
                "Earshot-2026",
                "words such as earshot",
                "the-reviewer1",
                "words such as earshot",
                OLD,
                "The new password is the present one")
            .entrySet()) {
      HttpResponse<String> answer = change(here, OLD, bad.getKey());
      assertThat(answer.statusCode()).as(bad.getKey()).isEqualTo(400);
      assertThat(answer.body()).contains("role=\"alert\"", bad.getValue());
    }
    HttpResponse<String> typedTwice =
        post(
            here, "/account/password", Map.of("present", OLD, "password", NEW, "again", NEW + "x"));
    assertThat(typedTwice.statusCode()).isEqualTo(400);
    assertThat(typedTwice.body()).contains("not the same");
    assertThat(change(here, "", "").statusCode()).isEqualTo(400);
    assertThat(signIn(OLD)).isEqualTo(302);
  }

  @Test
  void fieldsOfAFormLeadToNoOtherAccount() throws Exception {
    HttpBrowser agent = fixture.signedIn(Role.AGENT);
    HttpResponse<String> answer =
        post(
            agent,
            "/account/password?name=the-admin&username=the-admin&account=4",
            Map.of(
                "name",
                "the-admin",
                "username",
                "the-admin",
                "account_id",
                "4",
                "present",
                OLD,
                "password",
                NEW));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(fixture.browser().signIn("the-admin", NEW).statusCode()).isEqualTo(401);
    assertThat(fixture.browser().signIn("the-admin", OLD).statusCode()).isEqualTo(302);
    assertThat(fixture.browser().signIn("the-agent", NEW).statusCode()).isEqualTo(302);
  }

  @Test
  void sessionsAreListedAndEnded() throws Exception {
    HttpBrowser here = fixture.signedIn(Role.REVIEWER);
    HttpBrowser second = fixture.browser();
    signIn(second, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    HttpBrowser third = fixture.browser();
    signIn(third, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604");
    fixture.signedIn(Role.TRAINER);

    assertThat(here.get("/account").body())
        .contains("this session", "Firefox on Linux", "Safari on iPhone", "a program");
    assertThat(others(here)).hasSize(2);
    String ended = others(here).get(0);
    assertThat(end(here, ended).statusCode()).isEqualTo(302);
    assertThat(others(here)).hasSize(1).doesNotContain(ended);
    assertThat(List.of(second.get("/").statusCode(), third.get("/").statusCode()))
        .containsExactlyInAnyOrder(200, 302);
    assertThat(end(here, ended).statusCode()).as("it is gone").isEqualTo(404);

    fixture.signedIn(Role.REVIEWER);
    assertThat(endOthers(here, OLD).statusCode()).isEqualTo(302);
    assertThat(here.get("/account").body()).contains("2 other sessions ended");
    assertThat(others(here)).isEmpty();
    assertThat(here.get("/").statusCode()).isEqualTo(200);
    assertThat(List.of(second.get("/").statusCode(), third.get("/").statusCode()))
        .containsOnly(302);
    assertThat(audit())
        .contains("end-session", "all others: 2")
        .containsPattern("<td>[FS][a-z]+ on (Linux|iPhone)</td>");
  }

  private void signIn(HttpBrowser browser, String userAgent) throws Exception {
    String token = browser.token("/login");
    assertThat(
            browser
                .send(
                    "POST",
                    "/login",
                    Map.of("username", RITA, "password", OLD, "csrf", token),
                    "User-Agent",
                    userAgent)
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void nobodyEndsTheSessionsOfOthers() throws Exception {
    HttpBrowser here = fixture.signedIn(Role.REVIEWER);
    HttpBrowser elsewhere = fixture.signedIn(Role.REVIEWER);
    String name = others(here).get(0);
    for (Role role : List.of(Role.ADMIN, Role.SUPERVISOR, Role.TRAINER, Role.AGENT)) {
      HttpBrowser other = fixture.signedIn(role);
      assertThat(end(other, name).statusCode()).as(role.id()).isEqualTo(404);
      assertThat(endOthers(other, OLD).statusCode()).isEqualTo(302);
      assertThat(other.get("/account").body()).doesNotContain(name);
    }
    for (String guess :
        List.of("1", name.toUpperCase(java.util.Locale.ROOT), "%27%20or%201=1", "*")) {
      assertThat(end(here, guess).statusCode()).as(guess).isEqualTo(404);
    }
    assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);
    assertThat(fixture.browser().get("/", "Cookie", "earshot-session=" + name).statusCode())
        .as("the name of a session signs nobody in")
        .isEqualTo(302);
    assertThat(here.get("/account").body()).doesNotContain(session(here), session(elsewhere));
  }

  /** Whoever finds an open browser does not throw out its owner everywhere else. */
  @Test
  void sessionsAreEndedByThoseWhoKnowThePasswordOnly() throws Exception {
    HttpBrowser here = fixture.signedIn(Role.REVIEWER);
    HttpBrowser elsewhere = fixture.signedIn(Role.REVIEWER);
    String one = "/account/sessions/" + others(here).get(0) + "/end";
    assertThat(endOthers(here, "").statusCode()).isEqualTo(400);
    assertThat(post(here, one, Map.of()).body()).contains("Type your password to end sessions");
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> answer =
          i % 2 == 0
              ? endOthers(here, "guess " + i)
              : post(here, one, Map.of("present", "guess " + i));
      assertThat(answer.statusCode()).isEqualTo(403);
    }
    assertThat(endOthers(here, OLD).statusCode()).isEqualTo(429);
    assertThat(change(here, OLD, NEW).statusCode()).as("one count for all").isEqualTo(429);
    assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);
    assertThat(audit()).contains("end-session-refused").doesNotContain("guess");
  }

  @Test
  void sessionsThatEndedByThemselvesAreNotListed() throws Exception {
    fixture.signedIn(Role.REVIEWER);
    fixture.clock.pass(Duration.ofMinutes(59));
    HttpBrowser here = fixture.signedIn(Role.REVIEWER);
    assertThat(others(here)).hasSize(1);
    fixture.clock.pass(Duration.ofMinutes(2));
    assertThat(others(here)).isEmpty();
  }

  @Test
  void aPasswordOfAnAdminLeadsToThePageForAnotherAndNowhereElse() throws Exception {
    HttpBrowser admin = fixture.signedIn(Role.ADMIN);
    HttpResponse<String> made =
        admin.post(
            "/admin/users",
            Map.of(
                "name", "nora", "role", "admin", "teams", "", "agent_id", "", "password", HANDED));
    assertThat(made.statusCode()).isEqualTo(302);

    HttpBrowser nora = fixture.browser();
    assertThat(nora.signIn("nora", HANDED).statusCode()).isEqualTo(302);
    for (String path : List.of("/", "/help", "/admin", "/calls/n1", "/export/search.csv?q=*")) {
      HttpResponse<String> answer = nora.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location")).as(path).contains("/account");
    }
    for (String path : List.of("/api/v1/search?q=refund", "/api/v1/calls/n1", "/metrics")) {
      assertThat(nora.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(nora.get("/account").body())
        .contains("Somebody else gave you your present password")
        .doesNotContain("href=\"/admin\"");
    Map<String, String> forms = Map.of("name", RITA, "title", "x", "q", "x");
    assertThat(post(nora, "/admin/users/disable", forms).headers().firstValue("Location"))
        .contains("/account");
    assertThat(signIn(OLD)).as("nobody was disabled").isEqualTo(302);
    assertThat(change(nora, HANDED, HANDED).statusCode()).as("no change").isEqualTo(400);
    assertThat(nora.get("/").statusCode()).isEqualTo(302);

    HttpResponse<String> chosen = change(nora, HANDED, NEW);
    assertThat(chosen.headers().firstValue("Location")).contains("/");
    assertThat(nora.get("/admin").statusCode()).isEqualTo(200);
    HttpBrowser again = fixture.browser();
    again.signIn("nora", NEW);
    assertThat(again.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void aPasswordThatWasSetAnewHasToBeChangedToo() throws Exception {
    fixture.workbench.accounts().setPassword(RITA, NewPassword.temporary(HANDED), "test");
    HttpBrowser here = fixture.browser();
    here.signIn(RITA, HANDED);
    assertThat(here.get("/reviews").headers().firstValue("Location")).contains("/account");
    assertThat(post(here, "/logout", Map.of()).headers().firstValue("Location"))
        .as("or one signs out")
        .contains("/login");
  }
}
