package earshot.workbench;

import static earshot.workbench.AuthenticatorApp.post;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AuthenticatorApp.TurnedOn;
import earshot.workbench.account.Role;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A workbench in which people have second steps, and what they do again and again. */
abstract class SecondStepSetting {
  static final String RITA = WorkbenchFixture.name(Role.REVIEWER);
  static final String PASSWORD = WorkbenchFixture.PASSWORD;
  static final String PAGE = AuthenticatorApp.PAGE;
  static final Duration STEP = Duration.ofSeconds(30);

  @TempDir Path root;
  WorkbenchFixture fixture;

  @BeforeEach
  void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.empty(root);
  }

  @AfterEach
  void closed() throws Exception {
    fixture.close();
  }

  static String cookie(HttpBrowser browser, String name) {
    return browser.cookies().stream()
        .filter(c -> c.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** The reviewer turns it on in a browser of that moment, and time goes on to the next code. */
  TurnedOn on() throws Exception {
    TurnedOn on = AuthenticatorApp.turnOn(fixture.signedIn(Role.REVIEWER), fixture.clock);
    fixture.clock.pass(STEP);
    return on;
  }

  /** A browser in which the password was typed, and the code was not. */
  HttpBrowser halfWay() throws Exception {
    HttpBrowser browser = fixture.browser();
    HttpResponse<String> answer = browser.signIn(RITA, PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).isEqualTo("/login/code");
    return browser;
  }

  String audit() throws Exception {
    return fixture.signedIn(Role.ADMIN).get("/admin").body();
  }

  static boolean in(HttpBrowser browser) throws Exception {
    return browser.get("/").statusCode() == 200;
  }

  static HttpResponse<String> proved(HttpBrowser browser, String path, String password, String code)
      throws Exception {
    return post(browser, path, Map.of("present", password, "code", code));
  }
}
