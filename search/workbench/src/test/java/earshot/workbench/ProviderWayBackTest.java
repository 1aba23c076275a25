package earshot.workbench;

import static earshot.workbench.CompanySignIn.noSession;
import static earshot.workbench.CompanySignIn.to;
import static earshot.workbench.CompanySignIn.wayBack;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way back from the provider, taken by another browser, too late, twice, or to elsewhere. */
@Timeout(120)
class ProviderWayBackTest {
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

  /** What an attacker does to the way back. */
  record Detour(String name, Taken taken) {
    /** Gives the answer that must not sign in. */
    interface Taken {
      HttpResponse<String> by(CompanySignIn company, HttpBrowser browser) throws Exception;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Detour> detours() {
    return Stream.of(
        new Detour(
            "wrong state",
            (t, b) -> b.get(wayBack(b, "/").replaceAll("state=[^&]*", "state=" + "x".repeat(43)))),
        new Detour("no state", (t, b) -> b.get(wayBack(b, "/").replaceAll("state=[^&]*&", ""))),
        new Detour("state of another browser", (t, b) -> b.get(wayBack(t.browser(), "/"))),
        new Detour(
            "state and code of another browser, own sign-in begun",
            (t, b) -> {
              wayBack(b, "/");
              return b.get(wayBack(t.browser(), "/"));
            }),
        new Detour(
            "code of another browser, own state",
            (t, b) -> {
              String code = wayBack(t.browser(), "/").replaceAll(".*code=", "");
              return b.get(wayBack(b, "/").replaceAll("code=.*", "code=" + code));
            }),
        new Detour(
            "cookie changed",
            (t, b) -> {
              String back = wayBack(b, "/");
              HttpCookie cookie =
                  b.cookies().stream()
                      .filter(c -> c.getName().equals("earshot-provider"))
                      .findFirst()
                      .orElseThrow();
              cookie.setValue(cookie.getValue() + "x");
              return b.get(back);
            }),
        new Detour(
            "too late",
            (t, b) -> {
              String back = wayBack(b, "/");
              t.clock.pass(Duration.ofMinutes(11));
              return b.get(back);
            }),
        new Detour("nothing begun", (t, b) -> b.get("/login/callback?state=x&code=y")),
        new Detour(
            "an older sign-in of the same browser",
            (t, b) -> {
              String older = wayBack(b, "/");
              wayBack(b, "/");
              return b.get(older);
            }));
  }

  @ParameterizedTest
  @MethodSource("detours")
  void whoDidNotBeginTheSignInDoesNotFinishIt(Detour detour) throws Exception {
    company.groups("rita", "quality");
    HttpBrowser browser = company.browser();
    HttpResponse<String> answer = detour.taken().by(company, browser);
    assertThat(answer.statusCode()).isIn(400, 403);
    assertThat(answer.body()).contains("Begin again");
    noSession(browser);
    assertThat(company.refusedNow()).isTrue();
  }

  @Test
  void aWayBackIsGoneOnce() throws Exception {
    company.groups("rita", "quality");
    HttpBrowser browser = company.browser();
    String back = wayBack(browser, "/");
    HttpCookie kept =
        browser.cookies().stream()
            .filter(c -> c.getName().equals("earshot-provider"))
            .findFirst()
            .orElseThrow();
    assertThat(browser.get(back).statusCode()).isEqualTo(302);
    int redeemed = company.provider.tokenRequests.get();

    for (HttpBrowser other : List.of(browser, company.browser())) {
      HttpResponse<String> again = other.get(back, "Cookie", "earshot-provider=" + kept.getValue());
      assertThat(again.statusCode()).isEqualTo(400);
      assertThat(again.headers().allValues("Set-Cookie"))
          .noneSatisfy(cookie -> assertThat(cookie).startsWith("earshot-session"));
    }
    assertThat(company.provider.tokenRequests.get())
        .as("the code is not even shown")
        .isEqualTo(redeemed);
  }

  @Test
  void theWayBackLeadsNowhereElse() throws Exception {
    company.groups("rita", "quality");
    Map<String, String> landings = new LinkedHashMap<>();
    for (String next :
        List.of(
            "//evil.example/",
            "https://evil.example/",
            "/%5Cevil.example",
            "/%09/evil.example",
            "javascript:alert(1)",
            "/" + "a".repeat(2000),
            "/admin%3Foffset%3D3")) {
      HttpBrowser browser = company.browser();
      landings.put(next, to(browser.get(wayBack(browser, next))));
    }
    assertThat(landings.remove("/admin%3Foffset%3D3")).isEqualTo("/admin?offset=3");
    assertThat(landings.values()).hasSize(6).containsOnly("/");
  }

  @Test
  void theAddressToComeBackToIsNotTakenFromTheRequest() throws Exception {
    String there =
        to(
            company
                .browser()
                .get(
                    "/login/provider",
                    "X-Forwarded-Host",
                    "evil.example",
                    "Forwarded",
                    "host=evil.example"));
    assertThat(TestProvider.parameters(there.substring(there.indexOf('?') + 1)))
        .containsEntry("redirect_uri", company.fixture.address() + "/login/callback");
  }

  @Test
  void addressesThatKeepFailingPause() throws Exception {
    HttpBrowser browser = company.browser();
    for (int i = 0; i < 30; i++) {
      assertThat(browser.get("/login/callback?state=x&code=y").statusCode()).isEqualTo(400);
    }
    HttpResponse<String> paused = browser.get("/login/callback?state=x&code=y");
    assertThat(paused.statusCode()).isEqualTo(429);
    assertThat(paused.headers().firstValue("Retry-After")).contains("30");
    assertThat(company.fixture.signedIn(Role.ADMIN).get("/").statusCode())
        .as("passwords are counted apart")
        .isEqualTo(200);
  }
}
