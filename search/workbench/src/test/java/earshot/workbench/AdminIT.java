package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** An admin looks after accounts in a real browser. */
@Timeout(600)
class AdminIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String NAME = "nadia";
  private static final String OWN = "seven herons over a harbour";

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;
  private SignedInBrowser person;

  @BeforeAll
  static void serve() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
  }

  @AfterAll
  static void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
  }

  @BeforeEach
  void anAdmin() {
    person = new SignedInBrowser(BROWSER, fixture);
    person.signIn(Role.ADMIN);
    BROWSER.click(".site-nav a[href='/admin']");
  }

  @Test
  void anAccountIsMadeGivenAnotherRoleLockedOutDisabledAndEnabled() throws Exception {
    make();
    assertThat(row()).contains(NAME, "reviewer", "all calls", "enabled");
    requireClean();
    person.signIn(NAME);
    chooseAPassword();
    person.open("/?q=refund");
    assertThat(BROWSER.find(".result-count strong").getText()).isEqualTo("3");

    admin();
    change();
    new Select(inRow("select[name=role]")).selectByValue("supervisor");
    inRow("input[name=teams]").sendKeys("North");
    inRow("form[action$='/role'] button").click();
    assertThat(message()).contains("nadia is supervisor: North now");
    assertThat(row()).contains("supervisor", "North").doesNotContain("all calls");
    person.signIn(NAME, OWN);
    person.open("/?q=refund");
    assertThat(BROWSER.find(".result-count strong").getText()).isEqualTo("1");

    failToSignIn(5);
    admin();
    assertThat(row()).contains("locked out for 1 min");
    everywhere();
    fixture.clock.pass(Duration.ofMinutes(1));
    person.open("/admin");
    assertThat(row()).doesNotContain("locked out");

    change();
    inRow("form[action$='/disable'] button").click();
    assertThat(row()).contains("disabled");
    failToSignIn(1);
    admin();
    change();
    inRow("form[action$='/enable'] button").click();
    assertThat(row()).contains("enabled");
    fixture.clock.pass(Duration.ofMinutes(2)); // the sixth failure paused sign-in once more
    person.signIn(NAME, OWN);
    admin();
    assertThat(BROWSER.find("[aria-labelledby=audit] table").getText())
        .contains("made nadia as reviewer", "made nadia supervisor: North")
        .contains("disabled nadia", "enabled nadia");
    requireClean();
  }

  @Test
  void whatIsWrongIsSaidAndNobodyChangesTheOwnAccount() {
    BROWSER.click(".user-add summary");
    fill("omar", "agent", WorkbenchFixture.PASSWORD);
    assertThat(message()).contains("No account was made: an agent needs the agent's id");
    BROWSER.click(".user-add summary");
    fill("omar", "trainer", "short");
    assertThat(message()).contains("No account was made: a password has 8 to 256 characters");
    assertThat(BROWSER.find("[aria-labelledby=users] table").getText()).doesNotContain("omar");
    WebElement own = row("the-admin");
    assertThat(own.findElements(By.cssSelector("form, details"))).isEmpty();
  }

  @Test
  void whoOpenedACallIsOneClickAwayAndTheAuditIsFiltered() throws Exception {
    person.signIn(Role.REVIEWER);
    person.open("/calls/n1");
    person.open("/calls/s1");
    person.signIn(Role.ADMIN);
    person.open("/calls/n1");
    BROWSER.click(".card-tab[href^='/admin']");
    BROWSER.await("the lines of the call", "location.search === '?call=n1'");
    assertThat(audit()).contains("the-reviewer", "the-admin", "n1").doesNotContain("s1");
    BROWSER.find("input[name=who]").sendKeys("The-Reviewer");
    new Select(BROWSER.find("form[action='/admin#audit'] select")).selectByValue("open-call");
    BROWSER.find("input[name=call]").clear();
    BROWSER.click("form[action='/admin#audit'] button");
    BROWSER.await("the lines of somebody", "location.search.includes('open-call')");
    assertThat(audit()).contains("the-reviewer", "n1", "s1").doesNotContain("the-admin", "listen");
    requireClean();
    withoutThePathOfThisTest();
    person.look(Browser.LAPTOP, "light", "audit-light");
  }

  private static String audit() {
    return BROWSER.find("[aria-labelledby=audit] tbody").getText();
  }

  private static void make() {
    BROWSER.click(".user-add summary");
    requireClean();
    fill(NAME, "reviewer", WorkbenchFixture.PASSWORD);
    assertThat(message()).contains("nadia can sign in as reviewer");
  }

  private static void fill(String name, String role, String password) {
    BROWSER.find(".user-add input[name=name]").sendKeys(name);
    new Select(BROWSER.find(".user-add select[name=role]")).selectByValue(role);
    BROWSER.find(".user-add input[name=password]").sendKeys(password);
    BROWSER.click(".user-add button");
  }

  /** What an admin's password is good for. */
  private static void chooseAPassword() {
    assertThat(BROWSER.find("main").getText()).contains("Choose one of your own to go on");
    requireClean();
    BROWSER.press(WorkbenchFixture.PASSWORD, Keys.TAB, OWN, Keys.ENTER);
    BROWSER.await("the start page", "location.pathname === '/'");
    assertThat(message()).contains("You have another password");
  }

  private static String message() {
    return BROWSER.find(".message").getText();
  }

  private void admin() {
    person.signIn(Role.ADMIN);
    person.open("/admin");
  }

  private static WebElement row(String name) {
    BROWSER.find("[aria-labelledby=users] tbody tr");
    return BROWSER
        .driver()
        .findElements(By.cssSelector("[aria-labelledby=users] tbody tr"))
        .stream()
        .filter(tr -> tr.findElement(By.tagName("td")).getText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String row() {
    return row(NAME).getText();
  }

  private static void change() {
    WebElement summary = inRow("summary");
    BROWSER.script("arguments[0].scrollIntoView({block: 'center'})", summary);
    summary.click();
  }

  private static WebElement inRow(String css) {
    return row(NAME).findElement(By.cssSelector(css));
  }

  private void failToSignIn(int times) {
    BROWSER.driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
    for (int i = 0; i < times; i++) {
      person.open("/login");
      BROWSER.find("input[name=username]").sendKeys(NAME);
      BROWSER.find("input[name=password]").sendKeys("not the password " + i);
      BROWSER.click("main button[type=submit]");
      assertThat(BROWSER.find("main form").isDisplayed()).isTrue();
    }
    BROWSER.errors(); // the browser notes each answer 401
  }

  private static void requireClean() {
    BROWSER.requireAccessible();
    assertThat(BROWSER.errors()).isEmpty();
  }

  /** Pictures go to the documents. */
  private static void withoutThePathOfThisTest() {
    BROWSER.script("document.querySelector('.facts code').textContent = '/srv/quality'");
  }

  private void everywhere() throws Exception {
    for (String colours : new String[] {"light", "dark"}) {
      person.open("/admin");
      change();
      withoutThePathOfThisTest();
      person.look(Browser.LAPTOP, colours, "admin-" + colours);
    }
    person.open("/admin");
    withoutThePathOfThisTest();
    person.look(Browser.PHONE, "light", "admin-phone");
    BROWSER.size(Browser.LAPTOP);
  }
}
