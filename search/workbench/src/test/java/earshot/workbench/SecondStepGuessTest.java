package earshot.workbench;

import static earshot.workbench.AuthenticatorApp.type;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AuthenticatorApp.TurnedOn;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The second step against those who guess. */
@Timeout(120)
class SecondStepGuessTest extends SecondStepSetting {
  /** Whoever has the password only. */
  @Test
  void wrongCodesPauseTheNameAsWrongPasswordsDo() throws Exception {
    TurnedOn on = on();
    HttpBrowser stranger = fixture.browser();
    for (int i = 0; i < 5; i++) {
      // The right password in between does not make the count start again.
      assertThat(location(stranger.signIn(RITA, PASSWORD))).isEqualTo("/login/code");
      HttpResponse<String> answer = type(stranger, "code", on.app().wrongCode());
      assertThat(answer.statusCode()).isEqualTo(401);
    }
    HttpResponse<String> paused = type(stranger, "code", on.app().code());
    assertThat(paused.statusCode()).isEqualTo(429);
    assertThat(paused.headers().firstValue("Retry-After")).contains("30");
    assertThat(type(stranger, "recovery", on.recoveryCodes().get(0)).statusCode()).isEqualTo(429);
    assertThat(stranger.signIn(RITA, PASSWORD).statusCode()).isEqualTo(429);
    assertThat(fixture.browser().signIn(RITA, PASSWORD).statusCode())
        .as("any stranger")
        .isEqualTo(429);
    fixture.clock.pass(Duration.ofSeconds(31));
    assertThat(type(stranger, "code", on.app().wrongCode()).statusCode()).isEqualTo(401);
    assertThat(type(stranger, "code", on.app().code()).headers().firstValue("Retry-After"))
        .contains("60");
    fixture.clock.pass(Duration.ofSeconds(61));
    assertThat(type(stranger, "code", on.app().code()).statusCode()).isEqualTo(302);
    assertThat(stranger.get("/").body())
        .contains("6 wrong codes were typed after your right password", "change it");
    fixture.clock.pass(STEP);
    HttpBrowser again = halfWay();
    type(again, "code", on.app().code());
    assertThat(again.get("/").body()).doesNotContain("wrong codes");
    assertThat(audit()).contains("sign-in-refused", "code after the right password");
  }

  @Test
  void aDayOfGuessingCodesGetsThroughAsOftenAsTheDocumentsSay() throws Exception {
    TurnedOn on = on();
    HttpBrowser stranger = fixture.browser();
    int looked = 0;
    Duration passed = Duration.ZERO;
    while (passed.compareTo(Duration.ofHours(24)) < 0) {
      HttpResponse<String> answer = stranger.signIn(RITA, PASSWORD);
      if (answer.statusCode() == 302) {
        answer = type(stranger, "code", on.app().wrongCode());
      }
      if (answer.statusCode() == 401) {
        looked++;
      } else {
        assertThat(answer.statusCode()).isEqualTo(429);
        Duration wait =
            Duration.ofSeconds(
                Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()));
        fixture.clock.pass(wait);
        passed = passed.plus(wait);
      }
    }
    assertThat(looked).isBetween(90, 110);
  }

  @Test
  void strangersLockNobodyOutOfABrowserInWhichTheyFinishedBefore() throws Exception {
    TurnedOn on = on();
    HttpBrowser known = halfWay();
    type(known, "code", on.app().code());
    OneOfEach.post(known, "/logout", Map.of());
    fixture.clock.pass(STEP);
    HttpBrowser stranger = fixture.browser();
    stranger.signIn(RITA, PASSWORD);
    for (int i = 0; i < 5; i++) {
      type(stranger, "code", on.app().wrongCode());
    }
    assertThat(cookie(stranger, "earshot-device"))
        .as("half a sign-in makes no browser known")
        .isEmpty();
    assertThat(stranger.signIn(RITA, PASSWORD).statusCode()).isEqualTo(429);
    assertThat(location(known.signIn(RITA, PASSWORD))).isEqualTo("/login/code");
    assertThat(type(known, "code", on.app().wrongCode()).statusCode()).isEqualTo(401);
    assertThat(type(known, "code", on.app().code()).statusCode()).isEqualTo(302);
    assertThat(stranger.signIn(RITA, PASSWORD).statusCode())
        .as("the pause of strangers goes on")
        .isEqualTo(429);
  }

  /** Whoever found an open browser. */
  @Test
  void guessesInASessionPauseToo() throws Exception {
    TurnedOn on = on();
    HttpBrowser browser = halfWay();
    type(browser, "code", on.app().code());
    for (int i = 0; i < 5; i++) {
      String path = i % 2 == 0 ? "/codes" : "/off";
      assertThat(proved(browser, path, "guess " + i, on.app().wrongCode()).statusCode())
          .isEqualTo(403);
    }
    assertThat(proved(browser, "/off", PASSWORD, on.recoveryCodes().get(0)).statusCode())
        .isEqualTo(429);
  }

  @Test
  void aForgedCodeIsRefused() throws Exception {
    TurnedOn on = on();
    HttpBrowser browser = halfWay();
    String right = browser.token("/login/code");
    String code = on.app().code();
    for (String wrong : List.of("", "x" + right, browser.token("/login"))) {
      Map<String, String> form = Map.of("code", code, "csrf", wrong);
      assertThat(browser.send("POST", "/login/code", form).statusCode()).isEqualTo(403);
    }
    assertThat(browser.send("POST", "/login/code?csrf=" + right, Map.of("code", code)).statusCode())
        .isEqualTo(403);
    Map<String, String> form = Map.of("code", code, "csrf", right);
    for (String site : List.of("cross-site", "same-site")) {
      assertThat(browser.send("POST", "/login/code", form, "Sec-Fetch-Site", site).statusCode())
          .isEqualTo(403);
    }
    assertThat(in(browser)).isFalse();
    assertThat(browser.send("POST", "/login/code", form).statusCode()).isEqualTo(302);
  }
}
