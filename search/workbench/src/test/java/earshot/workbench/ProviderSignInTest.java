package earshot.workbench;

import static earshot.workbench.CompanySignIn.noSession;
import static earshot.workbench.CompanySignIn.session;
import static earshot.workbench.CompanySignIn.signIn;
import static earshot.workbench.CompanySignIn.to;
import static earshot.workbench.CompanySignIn.wayBack;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom an honest provider lets in, as whom, and out again. */
@Timeout(120)
class ProviderSignInTest {
  @TempDir static Path root;
  private static CompanySignIn company;

  @BeforeAll
  static void aCompany() throws Exception {
    company = CompanySignIn.byGroups(root);
  }

  @BeforeEach
  void anotherDay() {
    company.anotherDay();
  }

  @AfterAll
  static void closed() throws Exception {
    company.close();
  }

  @Test
  void groupsMakeAnAccountAndLeadToThePageAskedFor() throws Exception {
    company.groups("Rita", "other", "quality");
    HttpBrowser browser = company.browser();
    assertThat(browser.get("/login?next=%2Freviews").body())
        .contains("Sign in with Pelham Water", "/login/provider?next=%2Freviews");

    HttpResponse<String> gone = browser.get("/login/provider?next=/reviews");
    assertThat(gone.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("earshot-provider=")
                    .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=600"));
    HttpResponse<String> back = browser.get(to(browser.get(to(gone))));

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(to(back)).isEqualTo("/reviews");
    assertThat(browser.get("/reviews").body()).contains("rita", "reviewer", "Sign out");
    assertThat(browser.cookies().stream().map(HttpCookie::getName))
        .doesNotContain("earshot-provider");
    assertThat(company.audit()).contains("rita", "sign-in", "identity provider");
  }

  @Test
  void whatTheProviderSaysLastCounts() throws Exception {
    company.groups("sam", "quality", "cn=leads,ou=quality", "n");
    HttpBrowser browser = company.browser();
    signIn(browser);
    assertThat(company.fixture.workbench.accounts().all())
        .anySatisfy(
            e -> {
              assertThat(e.account().name()).isEqualTo("sam");
              assertThat(e.account().role()).isEqualTo(Role.SUPERVISOR);
              assertThat(e.account().teams()).containsExactly("North");
            });

    company.provider.person =
        Map.of(
            "sub",
            "subject-of-sam",
            "agent_id",
            "A7",
            "preferred_username",
            "new-name",
            "realm",
            Map.of("groups", "callers"));
    signIn(company.browser());

    assertThat(company.fixture.workbench.accounts().all())
        .anySatisfy(
            e -> {
              assertThat(e.account().name()).isEqualTo("sam");
              assertThat(e.account().role()).isEqualTo(Role.AGENT);
              assertThat(e.account().agentId()).isEqualTo("A7");
            })
        .noneSatisfy(e -> assertThat(e.account().name()).isEqualTo("new-name"));
    assertThat(browser.get("/reviews").statusCode()).as("the open session too").isEqualTo(403);
  }

  @Test
  void aSessionOfBeforeEndsAtSignIn() throws Exception {
    company.groups("tilda", "quality");
    HttpBrowser browser = company.browser();
    String back = wayBack(browser, "/");
    browser.signIn(WorkbenchFixture.name(Role.TRAINER), WorkbenchFixture.PASSWORD);
    String before = session(browser);

    assertThat(browser.get(back).statusCode()).isEqualTo(302);

    assertThat(session(browser)).isNotEqualTo(before).hasSize(43);
    assertThat(company.browser().get("/", "Cookie", "earshot-session=" + before).statusCode())
        .isEqualTo(302);
  }

  @Test
  void peopleWithoutAGroupATeamOrAnIdStayOut() throws Exception {
    Map<List<String>, String> cases =
        Map.of(
            List.of("strangers"), "none of your groups may use Earshot",
            List.of("cn=leads,ou=quality"), "does not say which team you lead",
            List.of("callers"), "does not say your agent id");
    for (Map.Entry<List<String>, String> each : cases.entrySet()) {
      company.groups("eve", each.getKey().toArray(String[]::new));
      HttpBrowser browser = company.browser();
      HttpResponse<String> answer = signIn(browser);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains(each.getValue());
      noSession(browser);
    }
    assertThat(company.audit())
        .contains("sign-in-refused", "no-role", "no-team", "subject subject-of-eve");
  }

  @Test
  void nobodyTakesTheNameOfAnotherAccount() throws Exception {
    company.groups(WorkbenchFixture.name(Role.ADMIN), "quality");
    HttpBrowser browser = company.browser();
    HttpResponse<String> answer = signIn(browser);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Another account here has your name");
    noSession(browser);
  }

  @Test
  void aDisabledAccountStaysOut() throws Exception {
    company.groups("dora", "quality");
    HttpBrowser before = company.browser();
    signIn(before);
    company.fixture.workbench.accounts().disable("dora", "test");

    HttpBrowser browser = company.browser();
    HttpResponse<String> answer = signIn(browser);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("was disabled");
    noSession(browser);
    assertThat(before.get("/").statusCode()).isEqualTo(302);
    assertThat(company.audit()).contains("sign-in-refused", "disabled (");
  }

  @Test
  void signingOutEndsBothSessions() throws Exception {
    company.groups("otto", "quality");
    HttpBrowser browser = company.browser();
    signIn(browser);
    HttpResponse<String> out =
        browser.send("POST", "/logout", Map.of(), "X-CSRF-Token", browser.token("/"));
    assertThat(out.statusCode()).isEqualTo(200);
    assertThat(browser.get("/").statusCode()).as("the one here at once").isEqualTo(302);
    String there = out.headers().firstValue("Refresh").orElse("").replace("0; url=", "");
    assertThat(there).startsWith(company.provider.issuer() + "/out?id_token_hint=");
    assertThat(to(browser.get(there))).isEqualTo(company.fixture.address() + "/login");

    HttpBrowser local = company.fixture.signedIn(Role.REVIEWER);
    assertThat(to(local.send("POST", "/logout", Map.of(), "X-CSRF-Token", local.token("/"))))
        .as("who signed in here signs out here")
        .isEqualTo("/login");
  }

  @Test
  void thePasswordOfWhoSignsInThereIsChangedThere() throws Exception {
    company.groups("pia", "quality");
    HttpBrowser pia = company.browser();
    signIn(pia);
    assertThat(pia.get("/account").body())
        .contains("This account has no password here", "Pelham Water", "this session")
        .doesNotContain("name=\"present\"");
    for (String present : List.of("", WorkbenchFixture.PASSWORD, "subject-of-pia")) {
      HttpResponse<String> answer =
          pia.post("/account/password", Map.of("present", present, "password", "seven herons fly"));
      assertThat(answer.statusCode()).isEqualTo(400);
    }
    assertThat(company.browser().signIn("pia", "seven herons fly").statusCode()).isEqualTo(401);
    HttpBrowser elsewhere = company.browser();
    signIn(elsewhere);
    company.clock.pass(Duration.ofMinutes(11));
    HttpResponse<String> tooLate = pia.post("/account/sessions/end-others", Map.of());
    assertThat(tooLate.statusCode()).isEqualTo(403);
    assertThat(tooLate.body()).contains("Sign out and in again");
    assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);
    pia.post("/logout", Map.of());
    signIn(pia);
    assertThat(pia.post("/account/sessions/end-others", Map.of()).statusCode()).isEqualTo(302);
    assertThat(elsewhere.get("/").statusCode()).isEqualTo(302);
    assertThat(pia.get("/").statusCode()).isEqualTo(200);
  }

  /** Who is signed in at the provider may not know the other password at all. */
  @Test
  void aTemporaryPasswordHoldsUpNobodyWhoSignsInThere() throws Exception {
    company.groups("ines", "quality");
    signIn(company.browser());
    company
        .fixture
        .workbench
        .accounts()
        .setPassword("ines", NewPassword.temporary("lent for one morning"), "test");
    HttpBrowser ines = company.browser();
    signIn(ines);
    assertThat(ines.get("/reviews").statusCode()).isEqualTo(200);
    HttpBrowser byPassword = company.browser();
    byPassword.signIn("ines", "lent for one morning");
    assertThat(to(byPassword.get("/reviews"))).isEqualTo("/account");
  }

  @Test
  void aSessionThatBeganThereStillEndsThereAfterAnotherPassword() throws Exception {
    company.groups("ursula", "quality");
    signIn(company.browser());
    String first = "lent for one morning";
    company.fixture.workbench.accounts().setPassword("ursula", NewPassword.own(first), "test");
    HttpBrowser ursula = company.browser();
    signIn(ursula);
    assertThat(
            ursula
                .post("/account/password", Map.of("present", first, "password", "seven herons fly"))
                .statusCode())
        .isEqualTo(302);
    HttpResponse<String> out = ursula.post("/logout", Map.of());
    assertThat(out.headers().firstValue("Refresh").orElse("")).contains("id_token_hint=");
  }
}
