package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Somebody looks after the own account in a real browser, without a mouse where it matters. */
@Timeout(600)
class OwnAccountIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String NAME = WorkbenchFixture.name(Role.REVIEWER);
  private static final String NEW = "seven herons over a harbour";

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;

  @BeforeAll
  static void serve() throws Exception {
    fixture = WorkbenchFixture.empty(root);
  }

  @AfterAll
  static void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
  }

  private static HttpBrowser elsewhere(String userAgent) throws Exception {
    HttpBrowser browser = fixture.browser();
    Map<String, String> form =
        Map.of(
            "username",
            NAME,
            "password",
            WorkbenchFixture.PASSWORD,
            "csrf",
            browser.token("/login"));
    assertThat(browser.send("POST", "/login", form, "User-Agent", userAgent).statusCode())
        .isEqualTo(302);
    return browser;
  }

  private static String activeId() {
    return String.valueOf(BROWSER.script("return document.activeElement.id"));
  }

  private static void press(CharSequence... keys) {
    BROWSER.press(keys);
  }

  @Test
  void sessionsAreEndedAndThePasswordChangedByKeyboard() throws Exception {
    HttpBrowser phone =
        elsewhere("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Safari/604");
    fixture.clock.pass(Duration.ofMinutes(20));
    HttpBrowser office =
        elsewhere("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko Firefox/140.0");
    fixture.clock.pass(Duration.ofMinutes(25));
    SignedInBrowser person = new SignedInBrowser(BROWSER, fixture);
    person.signIn(Role.REVIEWER);
    BROWSER.click(".who a");
    BROWSER.await("the own account", "location.pathname === '/account'");
    assertThat(BROWSER.find(".own-sessions").getText())
        .contains("Chrome on Linux this session", "Safari on iPhone", "Firefox on Windows");
    pictures(person);

    WebElement first = BROWSER.find(".own-sessions button");
    assertThat(first.getAccessibleName()).startsWith("End the session of Firefox on Windows since");
    BROWSER.find("#proof").sendKeys(WorkbenchFixture.PASSWORD);
    first.sendKeys(Keys.ENTER);
    BROWSER.await("it is said", "document.querySelector('p.message[role=status]') !== null");
    assertThat(BROWSER.find(".message").getText()).contains("The session of Firefox on Windows");
    assertThat(office.get("/").statusCode()).isEqualTo(302);
    assertThat(phone.get("/").statusCode()).isEqualTo(200);

    BROWSER.find("#present").sendKeys("not the password");
    press(Keys.TAB, NEW, Keys.ENTER);
    assertThat(BROWSER.find("[role=alert]").getText()).contains("present password is not right");
    BROWSER.errors(); // the browser notes that the answer was 403
    BROWSER.requireAccessible();

    BROWSER.find("#present").sendKeys(WorkbenchFixture.PASSWORD);
    press(Keys.TAB);
    assertThat(activeId()).isEqualTo("password");
    press(NEW, Keys.TAB, Keys.SPACE);
    WebElement typed = BROWSER.find("#password");
    assertThat(typed.getDomProperty("type")).as("shown").isEqualTo("text");
    BROWSER.requireAccessible();
    press(Keys.SPACE);
    assertThat(typed.getDomProperty("type")).as("hidden again").isEqualTo("password");
    press(Keys.TAB, Keys.ENTER);
    BROWSER.await("it is said", "document.querySelector('p.message[role=status]') !== null");
    assertThat(BROWSER.find(".message").getText()).contains("You have another password");
    assertThat(BROWSER.driver().findElements(By.cssSelector(".own-sessions li"))).hasSize(1);
    assertThat(phone.get("/").statusCode()).isEqualTo(302);
    person.signIn(NAME, NEW);
    assertThat(BROWSER.errors()).isEmpty();
  }

  private static void pictures(SignedInBrowser person) throws Exception {
    person.look(Browser.LAPTOP, "light", "account-light");
    person.look(Browser.LAPTOP, "dark", "account-dark");
    person.look(Browser.PHONE, "light", "account-phone");
    BROWSER.size(Browser.LAPTOP);
  }
}
