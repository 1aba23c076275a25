package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.command.RunCommand;
import earshot.data.CallStore;
import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;
import picocli.CommandLine;

/** Who speaks in a recording with one channel (c1020), said in a real browser, and taken back. */
@Timeout(600)
class SpeakersIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String CALL = "c1020";
  private static final List<String> ROLES = List.of("agent", "customer", "announcement");

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;
  private SignedInBrowser person;

  @BeforeAll
  static void serve() throws Exception {
    fixture = WorkbenchFixture.empty(root);
    String sample =
        Path.of(System.getProperty("earshot.home"), "samples", CALL + ".wav").toString();
    int run =
        new CommandLine(new RunCommand())
            .execute("--data", fixture.folder.root().toString(), "--input", sample);
    assertThat(run).as("exit code of the run").isZero();
  }

  @AfterAll
  static void stop() throws Exception {
    if (fixture != null) {
      fixture.close();
    }
  }

  @BeforeEach
  void aReviewer() {
    person = new SignedInBrowser(BROWSER, fixture);
    person.signIn(Role.REVIEWER);
    openCall();
  }

  private void openCall() {
    person.open("/calls/" + CALL);
    BROWSER.await("the sound is there", "document.getElementById('audio').readyState >= 2");
  }

  private static CallRecord record() throws IOException {
    CallStore store = new CallStore(fixture.folder);
    return store.read(store.files().get(0));
  }

  private static List<WebElement> turns() {
    BROWSER.find(".turn");
    return BROWSER.driver().findElements(By.cssSelector(".turn"));
  }

  private static List<String> roles() {
    return turns().stream()
        .map(t -> String.valueOf(t.getDomAttribute("class")).replaceFirst("turn turn-", ""))
        .map(t -> t.replaceFirst(" .*", ""))
        .toList();
  }

  private static String words(WebElement turn) {
    return turn.findElement(By.cssSelector(".turn-words")).getText();
  }

  /** Waits until nothing is to be done any more; within the answer itself on an idle machine. */
  private void done() {
    BROWSER.await(
        "record, index and tables have followed",
        () -> {
          openCall();
          String review = BROWSER.find("#review").getText();
          return review.contains("(done)") && !review.contains("(waits");
        });
  }

  private void takeBack() {
    BROWSER.click(".take-back button");
    assertThat(BROWSER.find(".message").getText()).startsWith("The speakers");
    done();
  }

  @Test
  void turnsAreNamedByKeysAndTakenBack() throws Exception {
    CallRecord before = record();
    List<String> heard = roles();
    List<String> said = new ArrayList<>(heard);
    for (int i = 0; i < 3; i++) {
      int other = (ROLES.indexOf(heard.get(i)) + 1) % ROLES.size();
      said.set(i, ROLES.get(other));
      WebElement time = turns().get(i).findElement(By.cssSelector(".turn-time"));
      BROWSER.script("arguments[0].focus()", time);
      BROWSER.press("3");
      BROWSER.press(String.valueOf(other + 1));
    }
    assertThat(BROWSER.find("#named-says").getText()).contains("3 turns named, not saved yet");
    assertThat(BROWSER.driver().findElements(By.cssSelector(".spoken-spans li"))).hasSize(3);
    assertThat(roles()).as("nothing is saved yet").isEqualTo(heard);
    BROWSER.requireAccessible();
    BROWSER.script("document.getElementById('name-speakers').scrollIntoView({block: 'center'})");
    person.look(Browser.LAPTOP, "light", "call-speakers");
    BROWSER.find("#name-speakers input[name=comment]").sendKeys("I know her voice.", Keys.ENTER);
    assertThat(BROWSER.find(".message").getText()).startsWith("The speakers");
    done();
    assertThat(roles()).isEqualTo(said);
    assertThat(BROWSER.find(".turn").getText()).contains("named by a person; heard as");
    assertThat(BROWSER.find("#transcript").getText())
        .contains("In 3 of " + said.size() + " turns a person said who speaks.");
    assertThat(BROWSER.find("#review").getText())
        .contains("Speakers named: ", "I know her voice.", "Take back");
    BROWSER.requireAccessible();

    takeBack();
    assertThat(roles()).isEqualTo(heard);
    CallRecord back = record();
    assertThat(back.transcript()).isEqualTo(before.transcript());
    assertThat(back.events()).isEqualTo(before.events());
    assertThat(back.metrics()).isEqualTo(before.metrics());
    assertThat(back.facts()).isEqualTo(before.facts());
    assertThat(back.scorecards()).isEqualTo(before.scorecards());
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void aRowCanBeLeftOutAndTheTurnThatIsPlayedIsNamed() {
    WebElement time = turns().get(1).findElement(By.cssSelector(".turn-time"));
    time.click();
    BROWSER.script("document.activeElement.blur()");
    BROWSER.press("2");
    BROWSER.await(
        "the second turn is named",
        "document.querySelectorAll('.turn')[1].dataset.named === 'customer'");
    BROWSER.press("1");
    assertThat(turns().get(1).getDomAttribute("data-named")).isEqualTo("agent");
    BROWSER.click(".leave-out");
    assertThat(turns().get(1).getDomAttribute("data-named")).isNull();
    assertThat(BROWSER.find("#name-speakers input[name=start]").getDomProperty("value")).isEmpty();
    assertThat(BROWSER.find("#named-says").getText()).contains("0 turns named");
    BROWSER.script("document.activeElement.blur()");
    BROWSER.press("?");
    assertThat(BROWSER.find("#help").getText()).contains("an announcement");
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void markedWordsGetASpeakerOfTheirOwn() throws Exception {
    List<String> heard = roles();
    int at = 0;
    while (words(turns().get(at)).split(" ").length < 5) {
      at++;
    }
    WebElement turn = turns().get(at);
    String all = words(turn);
    List<WebElement> words = turn.findElements(By.cssSelector(".w"));
    WebElement first = words.get(0);
    WebElement last = words.get(1);
    BROWSER.script("arguments[0].scrollIntoView({block: 'center'})", first);
    new Actions(BROWSER.driver())
        .moveToElement(first, 1 - first.getSize().getWidth() / 2, 0)
        .clickAndHold()
        .moveToElement(last, last.getSize().getWidth() / 2 - 1, 0)
        .release()
        .perform();
    BROWSER.click("#marked [data-form=name-speakers]");
    assertThat(BROWSER.find("#name-speakers input[name=start]").getDomProperty("value"))
        .matches("\\d+:\\d\\d\\.\\d+");
    new Select(BROWSER.driver().switchTo().activeElement()).selectByValue("announcement");
    BROWSER.click("#name-speakers button[type=submit]");
    done();
    assertThat(turns()).hasSize(heard.size() + 1);
    assertThat(roles().get(at)).isEqualTo("announcement");
    assertThat(words(turns().get(at)) + " " + words(turns().get(at + 1))).isEqualTo(all);
    assertThat(words(turns().get(at)).split(" ")).hasSize(2);
    takeBack();
    assertThat(roles()).isEqualTo(heard);
    assertThat(words(turns().get(at))).isEqualTo(all);
    assertThat(BROWSER.errors()).isEmpty();
  }
}
