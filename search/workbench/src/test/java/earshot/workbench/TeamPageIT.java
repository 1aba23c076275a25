package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The figures of teams and agents in a real browser. */
class TeamPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;
  private SignedInBrowser person;

  @BeforeAll
  static void tenWeeks() throws Exception {
    fixture = WorkbenchFixture.empty(root);
    TeamCalls.score(root.resolve("transcripts"), fixture.folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
  }

  @BeforeEach
  void signedIn() {
    person = new SignedInBrowser(BROWSER, fixture);
  }

  @Test
  void aNumberOpensTheCallsBehindIt() {
    person.signIn(Role.REVIEWER);
    person.open("/team");
    WebElement cell = BROWSER.find(".heat tbody tr:first-child td.cell a");
    String n = cell.findElement(By.tagName("small")).getText().replaceAll("\\D", "");
    cell.click();
    assertThat(BROWSER.find(".result-count strong").getText()).isEqualTo(n);
    assertThat(BROWSER.find(".filters").getText()).contains("date:", "agent_id:");
    BROWSER.driver().navigate().back();
    WebElement week = BROWSER.find(".trend-chart a:last-of-type .n");
    String weekly = week.getText().replaceAll("\\D", "");
    week.click();
    assertThat(BROWSER.find(".result-count strong").getText()).isEqualTo(weekly);
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void aQuestionAnAgentAndAPeriodAreChosenByClicks() {
    person.signIn(Role.SUPERVISOR);
    person.open("/team");
    BROWSER.click(".heat thead th:first-of-type a");
    assertThat(BROWSER.find("#trend-title").getText()).startsWith("Share of YES by week");
    BROWSER.find("select[name=weeks]").sendKeys("8 weeks");
    BROWSER.click(".team-choice button");
    BROWSER.await("eight weeks", "document.querySelectorAll('.trend-chart a').length === 8");
    BROWSER.click(".scores tbody th a");
    assertThat(BROWSER.find("h1").getText()).contains("(");
    assertThat(BROWSER.driver().getPageSource()).doesNotContain("Omar", "Ines");
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void itIsAccessibleInBothColoursAndOnAPhone() throws Exception {
    person.signIn(Role.REVIEWER);
    for (String colours : new String[] {"light", "dark"}) {
      person.open("/team?team=north");
      person.look(Browser.LAPTOP, colours, "team-" + colours);
      BROWSER.script("document.getElementById('heat').scrollIntoView()");
      person.look(Browser.LAPTOP, colours, "team-heat-" + colours);
      person.open("/team/agents/A11?question=greeting");
      person.look(Browser.LAPTOP, colours, "team-agent-" + colours);
    }
    BROWSER.size(Browser.PHONE);
    person.open("/team?team=north");
    BROWSER.await(
        "the newest weeks are in sight",
        "(frame => frame.scrollLeft > 0"
            + " && frame.scrollLeft + frame.clientWidth >= frame.scrollWidth - 1)"
            + "(document.querySelector('[data-newest]'))");
    person.look(Browser.PHONE, "light", "team-phone");
  }
}
