package earshot.workbench;

import static earshot.workbench.AuthenticatorApp.post;
import static earshot.workbench.AuthenticatorApp.type;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AuthenticatorApp.Scanned;
import earshot.workbench.AuthenticatorApp.TurnedOn;
import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The second step at sign-in: what its owner does with it, and what others try. */
@Timeout(120)
class SecondStepTest {
  private static final String RITA = WorkbenchFixture.name(Role.REVIEWER);
  private static final String PASSWORD = WorkbenchFixture.PASSWORD;
  private static final String PAGE = AuthenticatorApp.PAGE;
  private static final Duration STEP = Duration.ofSeconds(30);

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

  private static String cookie(HttpBrowser browser, String name) {
    return browser.cookies().stream()
        .filter(c -> c.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** The reviewer turns it on in a browser of that moment, and time goes on to the next code. */
  private TurnedOn on() throws Exception {
    TurnedOn on = AuthenticatorApp.turnOn(fixture.signedIn(Role.REVIEWER), fixture.clock);
    fixture.clock.pass(STEP);
    return on;
  }

  /** A browser in which the password was typed, and the code was not. */
  private HttpBrowser halfWay() throws Exception {
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer = browser.signIn(RITA, PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).isEqualTo("/login/code");
    return browser;
  }

  private String audit() throws Exception {
    return fixture.signedIn(Role.ADMIN).get("/admin").body();
  }

  private static boolean in(HttpBrowser browser) throws Exception {
    return browser.get("/").statusCode() == 200;
  }

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

  private static HttpResponse<String> proved(
      HttpBrowser browser, String path, String password, String code) throws Exception {
    return post(browser, path, Map.of("present", password, "code", code));
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
