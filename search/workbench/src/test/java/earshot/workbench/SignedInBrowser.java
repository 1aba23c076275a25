package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import java.io.IOException;
import java.util.Map;
import org.openqa.selenium.Dimension;

/** A real browser in front of a workbench: signs in, looks. */
final class SignedInBrowser {
  private final Browser browser;
  private final WorkbenchFixture fixture;

  SignedInBrowser(Browser browser, WorkbenchFixture fixture) {
    this.browser = browser;
    this.fixture = fixture;
  }

  void signIn(Role role) {
    signIn(WorkbenchFixture.name(role));
  }

  void signIn(String name) {
    signIn(name, WorkbenchFixture.PASSWORD);
  }

  void signIn(String name, String password) {
    browser.driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
    open("/login");
    browser.find("input[name=username]").sendKeys(name);
    browser.find("input[name=password]").sendKeys(password);
    browser.click("main button[type=submit]");
    browser.await("somebody is signed in", "document.querySelector('.sign-out') !== null");
  }

  void open(String path) {
    browser.open(fixture.address() + path);
  }

  /** Looks at the page as it is: accessible, not too wide, nothing on the console. */
  void look(Dimension size, String colours, String picture) throws IOException {
    browser.size(size);
    browser.colours(colours);
    browser.requireAccessible();
    assertThat(browser.number("document.documentElement.scrollWidth"))
        .as("nothing is wider than the window")
        .isLessThanOrEqualTo(size.getWidth());
    browser.picture(picture);
    assertThat(browser.errors()).isEmpty();
  }
}
