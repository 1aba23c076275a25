package earshot.workbench;

import static earshot.workbench.AuthenticatorApp.type;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AuthenticatorApp.TurnedOn;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Signing in with a password and a second step. */
@Timeout(120)
class SecondStepTest extends SecondStepSetting {
  @Test
  void afterThePasswordACodeIsAskedFor() throws Exception {
    TurnedOn on = on();
    HttpBrowser browser = halfWay();
    assertThat(in(browser)).isFalse();
    HttpResponse<String> answer = type(browser, "code", on.app().code());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).isEqualTo("/");
    assertThat(in(browser)).isTrue();
    assertThat(cookie(browser, "earshot-half")).isEmpty();
    assertThat(fixture.signedIn(Role.TRAINER).get("/").statusCode()).as("others").isEqualTo(200);
    assertThat(audit()).contains("second-step-on", "with a code");
  }

  @Test
  void theWayGoesOnToWhereItBegan() throws Exception {
    TurnedOn on = on();
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> half =
        browser.send(
            "POST",
            "/login",
            Map.of(
                "username",
                RITA,
                "password",
                PASSWORD,
                "next",
                "/reviews?q=a b",
                "csrf",
                browser.token("/login")));
    assertThat(location(half)).isEqualTo("/login/code?next=%2Freviews%3Fq%3Da+b");
    assertThat(browser.get(location(half)).body()).contains("value=\"/reviews?q=a b\"");
    for (String elsewhere : List.of("//evil.example", "https://evil.example/")) {
      HttpBrowser other = halfWay();
      HttpResponse<String> answer =
          other.send(
              "POST",
              "/login/code",
              Map.of(
                  "code", on.app().code(), "next", elsewhere, "csrf", other.token("/login/code")));
      assertThat(location(answer)).isEqualTo("/");
      fixture.clock.pass(STEP);
    }
  }

  @Test
  void aCodeCountsOnceAndSoDoesEveryOneBeforeIt() throws Exception {
    TurnedOn on = AuthenticatorApp.turnOn(fixture.signedIn(Role.REVIEWER), fixture.clock);
    assertThat(type(halfWay(), "code", on.app().code()).statusCode())
        .as("the one that turned it on")
        .isEqualTo(401);
    fixture.clock.pass(STEP);
    String code = on.app().code();
    HttpBrowser first = halfWay();
    HttpBrowser second = halfWay();
    assertThat(type(first, "code", code).statusCode()).isEqualTo(302);
    HttpResponse<String> again = type(second, "code", code);
    assertThat(again.statusCode()).isEqualTo(401);
    assertThat(again.body()).contains("This code does not count");
    assertThat(type(second, "code", on.app().code(STEP.negated())).statusCode()).isEqualTo(401);
    assertThat(in(second)).isFalse();
    fixture.clock.pass(STEP);
    assertThat(type(second, "code", on.app().code()).statusCode()).isEqualTo(302);
  }

  @Test
  void aClockMayBeWrongByOneStepEitherWay() throws Exception {
    TurnedOn on = on();
    for (int steps : new int[] {-1, 1}) {
      fixture.clock.pass(STEP.multipliedBy(4));
      String code = on.app().code(STEP.multipliedBy(steps));
      assertThat(type(halfWay(), "code", code).statusCode()).as("%d steps", steps).isEqualTo(302);
    }
    for (int steps : new int[] {-2, 2}) {
      fixture.clock.pass(STEP.multipliedBy(4));
      String code = on.app().code(STEP.multipliedBy(steps));
      assertThat(type(halfWay(), "code", code).statusCode()).as("%d steps", steps).isEqualTo(401);
    }
  }

  @Test
  void betweenBothThereIsNothingThatOpensAnything() throws Exception {
    on();
    HttpBrowser browser = halfWay();
    String half = cookie(browser, "earshot-half");
    assertThat(half).hasSize(43);
    assertThat(cookie(browser, "earshot-session")).isEmpty();
    for (String path : List.of("/", "/account", PAGE, "/help", "/calls/n1", "/reviews")) {
      assertThat(location(browser.get(path))).as(path).startsWith("/login");
    }
    assertThat(browser.get("/api/v1/search?q=x").statusCode()).isEqualTo(401);
    assertThat(browser.get("/metrics").statusCode()).isEqualTo(401);
    for (String name : List.of("earshot-session", "earshot-device")) {
      assertThat(fixture.browser().get("/", "Cookie", name + "=" + half).statusCode())
          .as(name)
          .isEqualTo(302);
    }
    String token = browser.token("/login/code");
    for (String path : List.of("/logout", PAGE + "/off", "/account/password")) {
      assertThat(location(browser.send("POST", path, Map.of("csrf", token))))
          .as(path)
          .startsWith("/login");
    }
  }

  @Test
  void theCodeIsTakenFromTheBrowserThatKnewThePasswordOnly() throws Exception {
    TurnedOn on = on();
    HttpBrowser browser = halfWay();
    String token = browser.token("/login/code");
    HttpBrowser other = fixture.browser();
    Map<String, String> form = Map.of("code", on.app().code(), "csrf", token);
    assertThat(other.send("POST", "/login/code", form).statusCode()).isEqualTo(403);
    assertThat(location(other.get("/login/code"))).startsWith("/login?next=");
    String guess = "earshot-half=" + "A".repeat(43);
    assertThat(other.send("POST", "/login/code", form, "Cookie", guess).statusCode())
        .isEqualTo(403);
    HttpBrowser another = halfWay();
    assertThat(another.send("POST", "/login/code", form).statusCode())
        .as("the form of another half sign-in")
        .isEqualTo(403);
    assertThat(in(another)).isFalse();
    assertThat(browser.send("POST", "/login/code", form).statusCode()).isEqualTo(302);
  }

  @Test
  void theCodeIsWaitedForFiveMinutes() throws Exception {
    TurnedOn on = on();
    HttpBrowser inTime = halfWay();
    HttpBrowser late = halfWay();
    String token = late.token("/login/code");
    fixture.clock.pass(Duration.ofSeconds(299));
    assertThat(type(inTime, "code", on.app().code()).statusCode()).isEqualTo(302);
    fixture.clock.pass(STEP);
    HttpResponse<String> answer =
        late.send("POST", "/login/code", Map.of("code", on.app().code(), "csrf", token));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("The code took too long", "name=\"password\"");
    assertThat(location(late.get("/login/code"))).startsWith("/login");
    assertThat(in(late)).isFalse();
  }

  @Test
  void aPasswordThatWasHandedOverIsChangedAfterTheCode() throws Exception {
    TurnedOn on = on();
    String handed = "lent for one morning";
    fixture.workbench.accounts().setPassword(RITA, NewPassword.temporary(handed), "test");
    HttpBrowser browser = fixture.browser();
    assertThat(location(browser.signIn(RITA, handed))).isEqualTo("/login/code");
    assertThat(type(browser, "code", on.app().code()).statusCode()).isEqualTo(302);
    assertThat(location(browser.get("/"))).isEqualTo("/account");
  }

  @Test
  void recoveryCodesCountOnceHoweverTheyAreTyped() throws Exception {
    TurnedOn on = on();
    assertThat(new HashSet<>(on.recoveryCodes())).hasSize(10);
    String first = on.recoveryCodes().get(0);
    HttpBrowser browser = halfWay();
    assertThat(type(browser, "recovery", first).statusCode()).isEqualTo(302);
    assertThat(browser.get("/").body()).contains("You signed in with a recovery code", "Left: 9");
    assertThat(type(halfWay(), "recovery", first).statusCode()).as("again").isEqualTo(401);
    String second = on.recoveryCodes().get(1).toUpperCase(java.util.Locale.ROOT).replace('-', ' ');
    assertThat(type(halfWay(), "recovery", " " + second).statusCode()).isEqualTo(302);
    assertThat(type(halfWay(), "code", on.recoveryCodes().get(2)).statusCode())
        .as("in the other field")
        .isEqualTo(302);
    assertThat(type(halfWay(), "recovery", "0000-0000-0000").statusCode()).isEqualTo(401);
    assertThat(type(halfWay(), "recovery", "not a code").statusCode()).isEqualTo(401);
    assertThat(audit()).contains("with a recovery code, left: 7");
  }
}
