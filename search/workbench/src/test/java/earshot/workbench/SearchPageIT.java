package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import earshot.call.CallJson;
import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Signing in, searching and being told of new calls, in a real browser. */
@Timeout(600)
class SearchPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final List<String> SAMPLES =
      List.of("c1001", "c1003", "c1005", "c1010", "c1013", "c1016", "c1020", "c1021");
  private static final List<String[]> AGENTS =
      List.of(
          new String[] {"A1201", "Oscar", "Birch"},
          new String[] {"A1202", "Megan", "Birch"},
          new String[] {"A1305", "Priya", "Rowan"},
          new String[] {"A1306", "Tom", "Rowan"},
          new String[] {"A1410", "Ines", "Willow"});
  private static final int CALLS = 40;
  private static final String GREETING = "#answer-courtesy-greeting";
  private static final String SAVE = GREETING + " form[action*='/answers'] button";

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;

  /** One call with its sound, and the words of the samples said by other agents on other days. */
  @BeforeAll
  static void serve() throws IOException {
    fixture = WorkbenchFixture.empty(root);
    int run =
        EarshotCommand.commandLine()
            .execute(
                "run",
                "--input",
                samples().resolve("c1003.wav").toString(),
                "--data",
                fixture.folder.root().toString());
    assertThat(run).as("exit code of the run").isZero();
    for (int i = 0; i < CALLS; i++) {
      spoken("d2" + (100 + i), i);
    }
    fixture.score();
  }

  @AfterAll
  static void stop() throws IOException {
    if (fixture != null) {
      fixture.close();
    }
  }

  @BeforeEach
  void signIn() {
    BROWSER.open(url("/login"));
    BROWSER.driver().manage().deleteAllCookies();
    BROWSER.open(url("/login"));
    BROWSER.find("#username").sendKeys(WorkbenchFixture.name(Role.REVIEWER));
    BROWSER.find("#password").sendKeys(WorkbenchFixture.PASSWORD, Keys.ENTER);
    BROWSER.find(".hits");
  }

  private static Path samples() {
    return Path.of(System.getProperty("earshot.home"), "samples");
  }

  private static void spoken(String id, int number) throws IOException {
    String sample = SAMPLES.get(number % SAMPLES.size());
    JsonNode said =
        CallJson.mapper()
            .readTree(Files.readString(samples().resolve("truth/" + sample + ".truth.json")));
    String[] agent = AGENTS.get(number * 3 % AGENTS.size());
    OffsetDateTime start =
        OffsetDateTime.parse("2026-10-05T08:41:00+01:00")
            .plusDays(number * 11L % 26)
            .plusMinutes(number * 47L % 540);
    ObjectNode call = CallJson.mapper().createObjectNode();
    call.put("call_id", id)
        .put("language", "en")
        .put("start_time", start.toString())
        .put("agent_id", agent[0])
        .put("agent_name", agent[1])
        .put("team", agent[2]);
    ArrayNode turns = call.putArray("turns");
    said.path("turns").forEach(turns::add);
    fixture.transcript(id, call.toString());
  }

  private static String url(String path) {
    return fixture.address() + path;
  }

  private static void search(String query) {
    WebElement box = BROWSER.find("#q");
    box.clear();
    box.sendKeys(query, Keys.ENTER);
    BROWSER.await(
        "the hits of " + query,
        "document.readyState === 'complete' && new URLSearchParams(location.search).get('q') === arguments[0]",
        query);
  }

  @Test
  void aFacetNarrowsAndAHitPlaysAtItsSecond() {
    search("customer: (internet OR football OR broadband)");
    int all = total();
    BROWSER.click(".facet[aria-label='Team'] .facet-value");
    BROWSER.await("a filter", "!!document.querySelector('.filter')");
    assertThat(total()).isPositive().isLessThan(all);
    assertThat(BROWSER.find("#q").getDomProperty("value"))
        .startsWith("customer: (internet OR football OR broadband) team:");
    assertThat(BROWSER.find(".facet-value.chosen").getDomAttribute("aria-current"))
        .isEqualTo("true");
    BROWSER.click(".filter a");
    BROWSER.await("no filter", "!document.querySelector('.filter')");
    assertThat(total()).isEqualTo(all);

    search("call_id:c1003 (customer: you OR agent: you)");
    WebElement match = BROWSER.find("a.match");
    String link = match.getDomAttribute("href");
    double second = Double.parseDouble(link.replaceFirst(".*\\?t=([0-9.]+).*", "$1"));
    assertThat(second).isPositive();
    BROWSER.click("a.match");
    BROWSER.await(
        "the player stands at that second",
        "!!document.getElementById('audio')"
            + " && document.getElementById('audio').readyState >= 2"
            + " && Math.abs(document.getElementById('audio').currentTime - arguments[0]) < 0.02",
        second);
    assertThat(BROWSER.errors()).isEmpty();
  }

  private static int total() {
    return Integer.parseInt(BROWSER.find(".result-count strong").getText());
  }

  @Test
  void theKeyboardGoesThroughTheCalls() {
    search("please");
    BROWSER.press("j");
    assertThat(focused()).isEqualTo(hit(0));
    BROWSER.press("j");
    assertThat(focused()).isEqualTo(hit(1));
    BROWSER.press("k");
    assertThat(focused()).isEqualTo(hit(0));
    BROWSER.press("/");
    assertThat(BROWSER.driver().switchTo().activeElement().getDomAttribute("id")).isEqualTo("q");
    BROWSER.press(Keys.ESCAPE);
    BROWSER.press("j");
    String moment = BROWSER.driver().switchTo().activeElement().getDomAttribute("data-moment");
    assertThat(moment).contains("?t=");
    BROWSER.press(Keys.ENTER);
    BROWSER.await("the call is open", "location.href.endsWith(arguments[0])", moment);
  }

  private static String focused() {
    return BROWSER.driver().switchTo().activeElement().getText();
  }

  private static String hit(int number) {
    return BROWSER.driver().findElements(By.cssSelector(".hit-link")).get(number).getText();
  }

  @Test
  void aHitOfAnAnswerOpensAtItAndThePlayerStaysInSight() {
    search("call_id:c1003 answer.positive-closing:NO");
    BROWSER.press("j");
    BROWSER.press(Keys.ENTER);
    BROWSER.find(".call.playable");
    BROWSER.await(
        "the answer is below the player",
        "document.readyState === 'complete' && scrollY === 0"
            + " && document.querySelector('#answer-courtesy-positive-closing:target')"
            + ".getBoundingClientRect().top < innerHeight - 50");
    BROWSER.press("d");
    BROWSER.await(
        "it can be decided about",
        "document.activeElement.closest('.answer')?.id === 'answer-courtesy-positive-closing'");
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void theCallPageKeepsTheListItWasOpenedFrom() {
    search("please");
    String second = hit(1);
    String third = hit(2);
    BROWSER.press("j");
    BROWSER.press("j");
    BROWSER.press(Keys.ENTER);
    BROWSER.find(".trail");
    assertThat(BROWSER.find("h1").getText()).isEqualTo("Call " + second);
    assertThat(BROWSER.find(".trail-steps").getText()).contains("2 of ");
    assertThat(BROWSER.driver().findElements(By.cssSelector(".w.found")))
        .isNotEmpty()
        .allSatisfy(word -> assertThat(word.getText()).startsWith("please"));
    BROWSER.press("J");
    BROWSER.await("the next call", "document.title.includes('call ' + arguments[0])", third);
    BROWSER.find(".trail");
    BROWSER.press("K");
    BROWSER.await("the call before", "document.title.includes('call ' + arguments[0])", second);
    BROWSER.find(".trail");
    BROWSER.press("u");
    BROWSER.await(
        "the list, at that call",
        "location.pathname === '/' && location.hash === '#hit-2'"
            + " && new URLSearchParams(location.search).get('q') === 'please'");
    assertThat(hit(1)).isEqualTo(second);
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void aDecisionLeavesTheSoundAndTheTextWhereTheyAre() {
    BROWSER.open(url("/calls/c1003?t=20&q=customer:+you&at=1"));
    BROWSER.await(
        "the sound is there",
        "document.getElementById('audio').readyState >= 2"
            + " && Math.abs(document.getElementById('audio').currentTime - 20) < 0.02");
    String address = BROWSER.driver().getCurrentUrl();
    BROWSER.click("#answer-courtesy-offer-of-help .answer-controls summary");
    BROWSER.click(GREETING + " .answer-controls summary");
    String machine = BROWSER.find(GREETING + " form").getDomAttribute("data-machine");
    String other = machine.equals("YES") ? "NO" : "YES";
    new Select(BROWSER.find(GREETING + " select[name=answer]")).selectByValue(other);
    BROWSER.click(SAVE);
    assertThat(BROWSER.number("document.querySelectorAll('input:invalid').length"))
        .as("a comment is asked for")
        .isPositive();
    assertThat(BROWSER.driver().findElements(By.cssSelector(GREETING + " .decided"))).isEmpty();
    double scrolled = BROWSER.number("scrollY");
    BROWSER.find(GREETING + " input[name=comment]").sendKeys("Heard at 0:01.", Keys.ENTER);
    assertThat(BROWSER.find(GREETING + " .decided").getText()).contains("decided " + other);
    assertThat(BROWSER.find("main > .message").getText()).startsWith("Changed to " + other);
    assertThat(
            BROWSER.number("document.querySelector('main > .message').getBoundingClientRect().top"))
        .as("the message is in sight")
        .isBetween(0.0, 900.0);
    assertThat(BROWSER.number("scrollY")).isEqualTo(scrolled);
    assertThat(BROWSER.driver().getCurrentUrl()).isEqualTo(address);
    assertThat(BROWSER.number("document.getElementById('audio').currentTime"))
        .isGreaterThanOrEqualTo(19.9);
    assertThat(BROWSER.find("#answer-courtesy-offer-of-help .answer-controls form").isDisplayed())
        .as("what was opened stays open")
        .isTrue();
    BROWSER.requireAccessible();
    BROWSER.click(GREETING + " .answer-controls summary");
    BROWSER.click(GREETING + " form[action*='/withdraw'] button");
    BROWSER.await("taken back", "!document.querySelector('" + GREETING + " .decided')");
    assertThat(BROWSER.errors()).isEmpty();

    BROWSER.driver().manage().deleteAllCookies();
    BROWSER.click(GREETING + " .answer-controls summary");
    BROWSER.find(GREETING + " input[name=comment]").sendKeys("Not lost.", Keys.ENTER);
    assertThat(BROWSER.find("main > .message-error").getText()).contains("not signed in");
    assertThat(BROWSER.find(GREETING + " input[name=comment]").getDomProperty("value"))
        .isEqualTo("Not lost.");
  }

  @Test
  void theOrderAppliesAtOnceAndAMistakeIsMarked() {
    search("please");
    BROWSER.script(
        "const s = document.getElementById('sort'); s.value = 'oldest';"
            + " s.dispatchEvent(new Event('change'))");
    BROWSER.await("the oldest first", "location.search.includes('sort=oldest')");
    BROWSER.find(".hits");
    search("sorry NEAR/x delay");
    assertThat(BROWSER.find(".query-place mark").getText()).isEqualTo("NEAR/x delay");
    assertThat(BROWSER.find(".query-problem").getText()).contains("For example: sorry NEAR/4");
    BROWSER.requireAccessible();
    search("brodband");
    assertThat(BROWSER.find(".meant").getText()).contains("Did you mean broadband");
    BROWSER.click(".meant a");
    BROWSER.await("it is searched for", "document.getElementById('q').value === 'broadband'");
    search("~broadbant");
    assertThat(BROWSER.find("mark.by-sound").getText()).contains("broadband");
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void aSavedSearchTellsOfANewCall() throws IOException {
    search("complaint:true customer: internet");
    BROWSER.click(".save summary");
    BROWSER.find("#save-title").sendKeys("Internet complaints");
    BROWSER.click(".save input[name=alerting]");
    BROWSER.requireAccessible();
    BROWSER.click(".save button");
    assertThat(BROWSER.find(".saved-title").getText()).isEqualTo("Internet complaints");
    assertThat(BROWSER.driver().findElements(By.cssSelector(".nav-count"))).isEmpty();

    spoken("d3001", 0);
    fixture.score();
    BROWSER.await(
        "the new call is told",
        () -> {
          BROWSER.open(url("/searches"));
          return !BROWSER.driver().findElements(By.cssSelector(".nav-count")).isEmpty();
        });
    assertThat(BROWSER.find(".nav-count").getText()).startsWith("1");
    assertThat(BROWSER.find(".alert-call").getText()).isEqualTo("d3001");
    for (String colours : List.of("light", "dark")) {
      BROWSER.colours(colours);
      look(Browser.LAPTOP, "searches-" + colours);
    }
    BROWSER.colours("light");
    look(Browser.PHONE, "searches-phone");
    BROWSER.size(Browser.LAPTOP);
    BROWSER.click(".alert-call");
    BROWSER.find(".call-head");
    BROWSER.await(
        "it is read",
        () -> {
          BROWSER.open(url("/searches"));
          return BROWSER.driver().findElements(By.cssSelector(".nav-count")).isEmpty();
        });
    assertThat(BROWSER.find(".seen summary").getText()).isEqualTo("Read before (1)");
  }

  @Test
  void itIsAccessibleInBothColoursAndOnAPhone() throws IOException {
    search("customer: (internet OR box OR repair OR refund) team:rowan");
    for (String colours : List.of("light", "dark")) {
      BROWSER.colours(colours);
      look(Browser.LAPTOP, "search-" + colours);
    }
    BROWSER.colours("light");
    BROWSER.size(Browser.PHONE);
    BROWSER.driver().navigate().refresh();
    look(Browser.PHONE, "search-phone");
    BROWSER.click("#narrow summary");
    BROWSER.requireAccessible();
    BROWSER.size(Browser.LAPTOP);
    BROWSER.open(url("/"));
    look(Browser.LAPTOP, "search-start");
    BROWSER.click(".hit-similar");
    BROWSER.find(".likeness");
    look(Browser.LAPTOP, "similar");
  }

  @Test
  void theCallPageLooksAsPeopleSeeIt() throws IOException {
    search("customer: screen");
    String link = BROWSER.find(".hit-link[href^='/calls/c1003?']").getDomAttribute("href");
    String call = "/calls/c1003?t=23&" + link.substring(link.indexOf('?') + 1);
    for (String colours : List.of("light", "dark")) {
      BROWSER.colours(colours);
      lookAtCall(Browser.LAPTOP, call, "call-" + colours);
      assertThat(
              BROWSER.number(
                  "document.documentElement.scrollHeight - scrollY"
                      + " - document.getElementById('review').getBoundingClientRect().bottom"))
          .as("the page ends where its content does")
          .isLessThan(40);
    }
    BROWSER.colours("light");
    lookAtCall(Browser.PHONE, call, "call-phone");
  }

  private static void lookAtCall(Dimension size, String call, String name) throws IOException {
    BROWSER.size(size);
    BROWSER.open(url(call));
    BROWSER.await(
        "the waveform is drawn", "document.getElementById('wave').dataset.drawn === 'yes'");
    BROWSER.await(
        "the player stands at 23 s",
        "Math.abs(document.getElementById('audio').currentTime - 23) < 0.02");
    look(size, name);
  }

  @Test
  void signingInIsAccessible() throws IOException {
    BROWSER.driver().manage().deleteAllCookies();
    for (String colours : List.of("light", "dark")) {
      BROWSER.colours(colours);
      BROWSER.open(url("/login"));
      look(Browser.LAPTOP, "login-" + colours);
    }
    look(Browser.PHONE, "login-phone");
  }

  private static void look(Dimension size, String name) throws IOException {
    BROWSER.size(size);
    BROWSER.requireAccessible();
    assertThat(BROWSER.number("document.documentElement.scrollWidth"))
        .as("nothing is wider than the window")
        .isLessThanOrEqualTo(size.getWidth());
    BROWSER.picture(name);
    assertThat(BROWSER.errors()).isEmpty();
  }
}
