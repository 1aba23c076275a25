package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.NewPassword;
import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import earshot.workbench.web.Links;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** What people decide about calls, in a real browser: overrides, disputes, calibration. */
class ReviewIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String SECOND_REVIEWER = "rita";
  private static final String GREETING = "#answer-courtesy-greeting";
  private static final String ANYTHING_ELSE = "#answer-courtesy-anything-else";

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;
  private SignedInBrowser person;

  /** Every test has calls of its own: c2041; c2042; c2043 to c2045. */
  @BeforeAll
  static void serve() throws Exception {
    fixture = WorkbenchFixture.empty(root);
    fixture
        .workbench
        .accounts()
        .add(
            SECOND_REVIEWER,
            Role.REVIEWER,
            Set.of(),
            null,
            NewPassword.own(WorkbenchFixture.PASSWORD),
            "test");
    for (int call = 2041; call <= 2045; call++) {
      fixture.call("c" + call, "A7", "Ruth", "North", "I want a refund, please.");
    }
    fixture.score();
    TeamCalls.score(root.resolve("transcripts"), fixture.folder);
  }

  @AfterAll
  static void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
  }

  @BeforeEach
  void aPerson() {
    person = new SignedInBrowser(BROWSER, fixture);
  }

  @Test
  void anOverrideCountsAndTheMachinesAnswerStays() throws Exception {
    person.signIn(Role.REVIEWER);
    person.open("/calls/c2041");
    assertThat(badge(GREETING)).isEqualTo("YES");
    double before = courtesyScore();
    BROWSER.click(GREETING + " .answer-controls summary");
    choose(GREETING + " select[name=answer]", "NO");
    BROWSER.find(GREETING + " input[name=comment]").sendKeys("Spoken by the tape, not by Ruth.");
    requireClean();
    BROWSER.click(GREETING + " form[action*='/answers'] button");
    assertThat(BROWSER.find(GREETING + " .decided").getText())
        .contains("the-reviewer decided NO", "the machine said YES", "Spoken by the tape");
    assertThat(badge(GREETING)).isEqualTo("NO");
    assertThat(courtesyScore()).isLessThan(before);
    BROWSER.click(GREETING + " .answer-history summary");
    assertThat(BROWSER.find(GREETING + " .answer-history li").getText()).contains("YES to NO");
    requireClean();
    BROWSER.await(
        "the search finds the new answer", () -> found("answer.greeting:NO call_id:c2041"));
    drawAndFinish();
    everywhere("/reviews?sample=1", "reviews");
    assertThat(BROWSER.find("[aria-label='Calls at risk']").getText()).contains("low:");
    BROWSER.await(
        "the lists fit on a phone",
        "[...document.querySelectorAll('.stack')]"
            + ".every(list => list.scrollWidth <= list.parentElement.clientWidth)");
  }

  private boolean found(String query) {
    person.open("/?q=" + Links.value(query));
    return BROWSER.driver().findElements(By.cssSelector(".result-count strong")).stream()
        .anyMatch(count -> count.getText().equals("1"));
  }

  /** Draws the first sample, and finishes the review of its first call. */
  private void drawAndFinish() {
    BROWSER.click(".site-nav a[href='/reviews']");
    type("input[name=seed]", "7");
    type("input[name=filter]", "team:north");
    BROWSER.click("form[action='/reviews/samples'] button");
    assertThat(BROWSER.find(".sample-line").getText()).contains("seed 7", "filter team:north");
    BROWSER.click("[aria-label='Drawn calls'] tbody a");
    BROWSER.click("form[action*='/finish'] button");
    BROWSER.await(
        "the review is finished",
        "document.getElementById('review').innerText.includes('Finished by the-reviewer')");
    assertThat(BROWSER.find("#review").getText()).contains("seed 7");
    person.open("/reviews?sample=1");
    assertThat(BROWSER.find("[aria-label='Drawn calls'] tbody tr").getText())
        .contains("finished by the-reviewer");
  }

  @Test
  void aContestedAnswerIsOverturnedAndCountsInTheRate() throws Exception {
    person.signIn(Role.AGENT);
    person.open("/calls/c2042");
    assertThat(badge(ANYTHING_ELSE)).isEqualTo("NO");
    contest(ANYTHING_ELSE, "The customer had rung off before I could ask.");
    contest("#answer-courtesy-customer-name", "I used the name twice.");
    requireClean();
    person.signIn(Role.SUPERVISOR);
    BROWSER.click(".site-nav a[href='/disputes']");
    String dispute = "article.dispute[id='" + dispute("anything else") + "']";
    assertThat(BROWSER.find(dispute).getText()).contains("the-agent", "rung off before");
    requireClean();
    assertThat(BROWSER.find(dispute + " select[name=answer]").getText())
        .contains("uphold NO", "overturn: N/A");
    choose(dispute + " select[name=answer]", "NA");
    BROWSER.find(dispute + " input[name=reason]").sendKeys("Yes, the line is dead at 0:26.");
    BROWSER.click(dispute + " button");
    assertThat(BROWSER.find("[aria-label='Overturn rates'] tbody tr").getText())
        .isEqualTo("Does the agent ask whether there is anything else? 100 % 21 % to 100 % 1");
    assertThat(BROWSER.driver().findElements(By.cssSelector("article.dispute"))).hasSize(1);
    assertThat(BROWSER.find("[aria-label='Decided disputes'] tbody tr").getText())
        .contains("overturned to N/A");
    assertThat(BROWSER.find("main").getText()).doesNotContainPattern("\\bNA\\b");
    everywhere("/disputes", "disputes");
    BROWSER.size(Browser.LAPTOP);
    BROWSER.click("[aria-label='Decided disputes'] tbody a");
    assertThat(BROWSER.find(ANYTHING_ELSE + " .decided").getText())
        .contains("the-supervisor decided N/A", "the machine said NO", "the line is dead");
    assertThat(badge(ANYTHING_ELSE)).isEqualTo("N/A");
    assertThat(BROWSER.find(ANYTHING_ELSE + " .contest").getText()).contains("overturned to N/A");
    requireClean();
  }

  private static void contest(String answer, String reason) {
    BROWSER.click(answer + " .answer-controls summary");
    BROWSER.find(answer + " input[name=reason]").sendKeys(reason);
    BROWSER.click(answer + " form[action*='/disputes'] button");
    assertThat(BROWSER.find(answer + " .contest").getText()).contains(reason, "open");
  }

  /** Id of the element with the dispute about a question. */
  private static String dispute(String question) {
    BROWSER.find("article.dispute");
    return BROWSER.driver().findElements(By.cssSelector("article.dispute")).stream()
        .filter(article -> article.findElement(By.tagName("h3")).getText().contains(question))
        .map(article -> String.valueOf(article.getDomAttribute("id")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reviewersAnswerBlindAndAgreementIsShownWhenTheSetIsClosed() throws Exception {
    person.signIn(Role.SUPERVISOR);
    String set = openedSet();
    person.signIn(Role.REVIEWER);
    for (int place = 0; place < 3; place++) {
      answerBlind(set, place, "YES");
    }
    person.signIn(SECOND_REVIEWER);
    everywhere(set + "/calls/0", "calibration-sheet");
    person.open(set);
    assertThat(BROWSER.find("main").getText()).contains("Open").doesNotContain("Agreement", "YES");
    answerBlind(set, 0, "NO");
    answerBlind(set, 1, "YES");
    answerBlind(set, 2, "YES");
    person.signIn(Role.SUPERVISOR);
    person.open(set);
    requireClean();
    BROWSER.click("form[action$='/close'] button");
    BROWSER.click("dialog.question button.danger");
    // Of three calls two are answered alike; half of all answers are YES: (2/3 - 1/2) / (1/2).
    assertThat(agreement("Does the agent greet")).contains("? 67 % 0.33 3 ").endsWith("ambiguous");
    assertThat(agreement("Does the agent ask whether there is anything else"))
        .contains("? 100 % 1.00 3 ");
    everywhere(set, "calibration");
    person.signIn(SECOND_REVIEWER);
    person.open(set);
    assertThat(BROWSER.find("[aria-label=Differences] tbody tr").getText())
        .matches("Does the agent greet .*\\? c2043 NO YES YES");
    BROWSER.click("[aria-label=Differences] tbody a");
    assertThat(BROWSER.find(GREETING).isDisplayed()).isTrue();
    requireClean();
  }

  private String openedSet() {
    BROWSER.click(".site-nav a[href='/calibration']");
    BROWSER.find("#title").sendKeys("Greetings in October");
    choose("#form", "courtesy");
    BROWSER.find("#calls").sendKeys("c2043\nc2044\nc2045");
    BROWSER.click("input[value='the-reviewer']");
    BROWSER.click("input[value='" + SECOND_REVIEWER + "']");
    requireClean();
    BROWSER.click("form[action='/calibration'] button");
    assertThat(BROWSER.find("form[action$='/close']").isDisplayed()).isTrue();
    String set = BROWSER.driver().getCurrentUrl().replaceFirst("^http://[^/]*", "");
    assertThat(set).matches("/calibration/\\d+");
    return set;
  }

  /** Answers four questions; the greeting of the second call is NO to everybody. */
  private void answerBlind(String set, int place, String greeting) {
    person.open(set + "/calls/" + place);
    WebElement main = BROWSER.find("main");
    assertThat(main.getText()).contains("I want a refund").doesNotContain("the-reviewer");
    assertThat(main.findElements(By.cssSelector(".badge, .answer, .decided, .reason"))).isEmpty();
    assertThat(BROWSER.number("document.querySelectorAll('main fieldset.asked').length"))
        .isPositive();
    BROWSER.await("nothing is answered", "!document.querySelector('main input:checked')");
    String everywhere = place == 1 ? "NO" : "YES";
    Map<String, String> answers =
        Map.of(
            "greeting",
            place == 1 ? "NO" : greeting,
            "self-introduction",
            everywhere,
            "anything-else",
            everywhere,
            "positive-closing",
            everywhere);
    answers.forEach(
        (question, value) ->
            BROWSER.click("input[name='answer." + question + "'][value=" + value + "]"));
    requireClean();
    BROWSER.click("form[action*='/calls/'] button");
    assertThat(BROWSER.find(".message").getText()).contains("4 answers saved");
  }

  private static String agreement(String question) {
    BROWSER.find("[aria-label=Agreement] tbody tr");
    return BROWSER.driver().findElements(By.cssSelector("[aria-label=Agreement] tbody tr")).stream()
        .map(WebElement::getText)
        .filter(row -> row.startsWith(question))
        .findFirst()
        .orElseThrow();
  }

  private static String badge(String answer) {
    return BROWSER.find(answer + " .answer-head .badge").getText();
  }

  private static double courtesyScore() {
    return Double.parseDouble(BROWSER.find(".card-tab[href='#card-courtesy'] b").getText());
  }

  private static void choose(String css, String value) {
    new Select(BROWSER.find(css)).selectByValue(value);
  }

  private static void type(String css, String text) {
    WebElement input = BROWSER.find(css);
    input.clear();
    input.sendKeys(text);
  }

  private static void requireClean() {
    BROWSER.requireAccessible();
    assertThat(BROWSER.errors()).isEmpty();
  }

  /** Looks at a page in both colours and on a phone. */
  private void everywhere(String path, String picture) throws IOException {
    for (String colours : new String[] {"light", "dark"}) {
      person.open(path);
      person.look(Browser.LAPTOP, colours, picture + "-" + colours);
    }
    person.open(path);
    person.look(Browser.PHONE, "light", picture + "-phone");
  }
}
