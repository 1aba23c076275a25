package earshot.workbench;

import static earshot.workbench.AuthenticatorApp.post;
import static earshot.workbench.AuthenticatorApp.type;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AuthenticatorApp.Scanned;
import earshot.workbench.AuthenticatorApp.TurnedOn;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The second step is turned on and off, is kept, and is needed by roles. */
@Timeout(120)
class SecondStepOwnerTest extends SecondStepSetting {
  /** What ends sessions ends what would become one. */
  @Test
  void itEndsWithTheAccountAndItsPassword() throws Exception {
    TurnedOn on = on();
    String other = "seven herons over a harbour";
    for (Runnable change :
        List.<Runnable>of(
            () -> fixture.workbench.accounts().disable(RITA, "test"),
            () -> fixture.workbench.accounts().enable(RITA, "test"),
            () -> fixture.workbench.accounts().setPassword(RITA, NewPassword.own(other), "t"))) {
      fixture.workbench.accounts().setPassword(RITA, NewPassword.own(PASSWORD), "test");
      HttpBrowser browser = halfWay();
      String token = browser.token("/login/code");
      change.run();
      Map<String, String> form = Map.of("code", on.app().code(), "csrf", token);
      assertThat(browser.send("POST", "/login/code", form).statusCode()).isEqualTo(403);
      assertThat(in(browser)).isFalse();
    }
    assertThat(location(fixture.browser().signIn(RITA, other)))
        .as("a new password is no way around the second step")
        .isEqualTo("/login/code");
  }

  @Test
  void secretAndRecoveryCodesAreNotInTheDatabase() throws Exception {
    HttpBrowser browser = fixture.signedIn(Role.REVIEWER);
    Scanned scanned = AuthenticatorApp.scan(browser, fixture.clock);
    TurnedOn on = AuthenticatorApp.turnOn(browser, fixture.clock);
    assertThat(scanned.app().base32).as("each look offers another").isNotEqualTo(on.app().base32);
    String base32 = on.app().base32.replace(" ", "");
    assertThat(base32).hasSize(32);
    String secret = new String(Base32.decode(base32), StandardCharsets.ISO_8859_1);
    fixture.close();
    Path key = fixture.folder.workbench().resolve("second-step.key");
    assertThat(Files.size(key)).isEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    try (var files = Files.walk(fixture.folder.workbench())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(base32, secret);
        for (String code : on.recoveryCodes()) {
          assertThat(bytes.contains(code) || bytes.contains(code.replace("-", ""))).isFalse();
        }
      }
    }
    fixture = WorkbenchFixture.empty(root.resolve("other"));
  }

  @Test
  void withAnotherKeyOnlyRecoveryCodesCount() throws Exception {
    TurnedOn on = on();
    Path key = fixture.folder.workbench().resolve("second-step.key");
    fixture.restart(() -> {});
    assertThat(type(halfWay(), "code", on.app().code()).statusCode())
        .as("after a restart")
        .isEqualTo(302);
    fixture.clock.pass(STEP);
    fixture.restart(() -> Files.delete(key));
    assertThat(type(halfWay(), "code", on.app().code()).statusCode()).isEqualTo(401);
    assertThat(type(halfWay(), "recovery", on.recoveryCodes().get(0)).statusCode()).isEqualTo(302);
  }

  @Test
  void aSecretCountsAfterACodeAndThePasswordOnly() throws Exception {
    HttpBrowser browser = fixture.signedIn(Role.REVIEWER);
    HttpBrowser elsewhere = fixture.signedIn(Role.REVIEWER);
    Scanned scanned = AuthenticatorApp.scan(browser, fixture.clock);
    String code = scanned.app().code();
    HttpResponse<String> wrong =
        turnOn(browser, scanned.offer(), scanned.app().wrongCode(), PASSWORD);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("The code is not right", scanned.offer());
    assertThat(turnOn(browser, scanned.offer(), code, "not it").statusCode()).isEqualTo(403);
    assertThat(turnOn(browser, scanned.offer(), code, "").statusCode()).isEqualTo(400);
    assertThat(turnOn(browser, scanned.offer(), "", PASSWORD).statusCode()).isEqualTo(400);
    for (String other :
        List.of(
            "",
            "x",
            "1." + scanned.offer().replaceFirst("[0-9]+\\.", ""),
            scanned.offer() + "00",
            AuthenticatorApp.scan(elsewhere, fixture.clock).offer())) {
      HttpResponse<String> answer = turnOn(browser, other, code, PASSWORD);
      assertThat(answer.statusCode()).as(other).isEqualTo(400);
      assertThat(answer.body()).contains("here is another secret");
    }
    fixture.clock.pass(Duration.ofMinutes(16));
    assertThat(turnOn(browser, scanned.offer(), scanned.app().code(), PASSWORD).body())
        .contains("That took too long");
    assertThat(in(elsewhere)).isTrue();
    assertThat(fixture.browser().signIn(RITA, PASSWORD).headers().firstValue("Location"))
        .as("nothing is on")
        .contains("/");
    String before = cookie(browser, "earshot-session");
    AuthenticatorApp.turnOn(browser, fixture.clock);
    assertThat(in(browser)).isTrue();
    assertThat(in(elsewhere)).as("sessions without a second step ended").isFalse();
    assertThat(cookie(browser, "earshot-session")).hasSize(43).isNotEqualTo(before);
    assertThat(turnOn(browser, scanned.offer(), code, PASSWORD).statusCode()).isEqualTo(400);
    assertThat(browser.get(PAGE).body()).contains("It is on").doesNotContain("id=\"secret\"");
    assertThat(audit()).contains("second-step-refused", "password not right");
  }

  private static HttpResponse<String> turnOn(
      HttpBrowser browser, String offer, String code, String password) throws Exception {
    return post(browser, "", Map.of("offer", offer, "code", code, "present", password));
  }

  @Test
  void passwordAndCodeTurnItOffAndGiveOtherRecoveryCodes() throws Exception {
    TurnedOn on = on();
    HttpBrowser browser = halfWay();
    type(browser, "code", on.app().code());
    fixture.clock.pass(STEP);
    for (String path : List.of("/codes", "/off")) {
      String wrong = on.app().wrongCode();
      String wrongPassword = on.recoveryCodes().get(5);
      HttpResponse<String> byCode = proved(browser, path, PASSWORD, wrong);
      HttpResponse<String> byPassword = proved(browser, path, "not it", wrongPassword);
      assertThat(byCode.statusCode()).isEqualTo(403).isEqualTo(byPassword.statusCode());
      assertThat(byCode.body()).contains("Password or code is not right");
      assertThat(byPassword.body()).contains("Password or code is not right");
      assertThat(proved(browser, path, PASSWORD, "").statusCode()).isEqualTo(400);
      assertThat(proved(browser, path, "", on.app().code()).statusCode()).isEqualTo(400);
    }
    HttpResponse<String> others = proved(browser, "/codes", PASSWORD, on.app().code());
    List<String> codes = AuthenticatorApp.recoveryCodes(others);
    assertThat(codes).hasSize(10).doesNotContainAnyElementsOf(on.recoveryCodes());
    assertThat(type(halfWay(), "recovery", on.recoveryCodes().get(5)).statusCode()).isEqualTo(401);

    HttpBrowser elsewhere = halfWay();
    type(elsewhere, "recovery", codes.get(0));
    assertThat(location(proved(browser, "/off", PASSWORD, codes.get(1)))).isEqualTo("/account");
    assertThat(browser.get("/account").body()).contains("The second step is off");
    assertThat(in(elsewhere)).isFalse();
    assertThat(fixture.signedIn(Role.REVIEWER).get("/").statusCode()).isEqualTo(200);
    assertThat(proved(browser, "/off", PASSWORD, codes.get(2)).statusCode()).isEqualTo(400);
    assertThat(audit()).contains("recovery-codes", "second-step-off");
  }

  @Test
  void anAdminTakesItOffAndItsSessionsEnd() throws Exception {
    TurnedOn on = on();
    HttpBrowser browser = halfWay();
    type(browser, "code", on.app().code());
    HttpBrowser waiting = halfWay();
    HttpBrowser admin = fixture.signedIn(Role.ADMIN);
    assertThat(admin.get("/admin").body()).contains("Take off the second step");
    admin.post("/admin/users/second-step-off", Map.of("name", RITA));
    assertThat(admin.get("/admin").body())
        .contains("took the second step off the-reviewer")
        .doesNotContain("Take off the second step");
    assertThat(in(browser)).isFalse();
    assertThat(location(waiting.get("/login/code"))).startsWith("/login");
    assertThat(fixture.signedIn(Role.REVIEWER).get("/").statusCode()).isEqualTo(200);
    assertThat(admin.post("/admin/users/second-step-off", Map.of("name", "the-admin")).statusCode())
        .as("the own one is taken off with password and code only")
        .isEqualTo(400);
  }

  @Test
  void aRoleThatNeedsItHasNothingElseBefore() throws Exception {
    fixture.secondStepFor = Set.of(Role.REVIEWER, Role.ADMIN);
    fixture.restart(() -> {});
    HttpBrowser browser = fixture.signedIn(Role.REVIEWER);
    for (String path : List.of("/", "/help", "/reviews", "/calls/n1", "/export/search.csv?q=*")) {
      assertThat(location(browser.get(path))).as(path).isEqualTo(PAGE);
    }
    for (String path : List.of("/api/v1/search?q=refund", "/metrics")) {
      assertThat(fixture.signedIn(Role.ADMIN).get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(browser.get(PAGE).body())
        .contains("Your role needs a second step")
        .doesNotContain("href=\"/reviews\"");
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    TurnedOn on = AuthenticatorApp.turnOn(browser, fixture.clock);
    assertThat(in(browser)).isTrue();
    fixture.clock.pass(STEP);
    assertThat(location(proved(browser, "/off", PASSWORD, on.app().code()))).isEqualTo(PAGE);
    assertThat(in(browser)).as("without it, nothing again").isFalse();
    assertThat(fixture.signedIn(Role.TRAINER).get("/").statusCode())
        .as("other roles go on as before")
        .isEqualTo(200);
  }

  @Test
  void anOwnPasswordComesBeforeTheSecondStepThatTheRoleNeeds() throws Exception {
    fixture.secondStepFor = Set.of(Role.REVIEWER);
    fixture.restart(() -> {});
    fixture
        .workbench
        .accounts()
        .setPassword(RITA, NewPassword.temporary("lent for one morning"), "test");
    HttpBrowser browser = fixture.browser();
    browser.signIn(RITA, "lent for one morning");
    assertThat(location(browser.get("/"))).isEqualTo("/account");
    HttpResponse<String> chosen =
        browser.send(
            "POST",
            "/account/password",
            Map.of(
                "present",
                "lent for one morning",
                "password",
                PASSWORD,
                "csrf",
                browser.token("/account")));
    assertThat(location(chosen)).isEqualTo("/");
    assertThat(location(browser.get("/"))).isEqualTo(PAGE);
  }
}
