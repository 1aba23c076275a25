package earshot.workbench.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Turn;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers.PersonAnswer;
import earshot.score.form.FormReader;
import earshot.workbench.account.Account;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audio.CallAudio;
import earshot.workbench.browser.Browser;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.web.Allowance;
import earshot.workbench.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The call page in a real browser, over sample calls that ship with the project. */
class CallPageIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String AT = "document.getElementById('audio').currentTime";

  @TempDir private static Path data;
  private static WebServer server;
  private static CallRecord rude;

  @BeforeAll
  static void serve() throws IOException {
    DataFolder folder = new DataFolder(data);
    SampleCalls.run(folder, "c1003", "c1020");
    rude = SampleCalls.read(folder, "c1003");
    SignedIn reviewer =
        new SignedIn(new Account(1, "rita", Role.REVIEWER, Set.of(), null), "token", "session");
    PersonAnswer corrected =
        new PersonAnswer(
            "courtesy",
            "clear-pace",
            AnswerValue.NO,
            "rita",
            Instant.parse("2026-10-10T09:30:00Z"),
            "Too fast at the end.");
    server =
        WebServer.start(
            new WebServer.Address("127.0.0.1", 0, false),
            http -> Optional.of(reviewer),
            new Allowance(
                earshot.workbench.account.Limits.shipped().asked(), java.time.Clock.systemUTC()),
            List.of(),
            pages ->
                List.of(
                    new CallFeature(
                        pages,
                        new CallLookup(folder),
                        new CallAudio(),
                        FormReader.shipped(),
                        callId -> callId.equals("c1020") ? List.of() : List.of(corrected),
                        (who, action, callId) -> {})));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void evidencePlaysFromThreeSecondsBefore() {
    open("c1003", "");
    WebElement quote = BROWSER.find("#answer-courtesy-no-rude-words .play-quote");
    double start = Double.parseDouble(quote.getDomAttribute("data-start"));
    BROWSER.script(
        "document.getElementById('audio').addEventListener('seeking',"
            + " e => (window.soughtFirst ??= e.target.currentTime))");
    BROWSER.click("#answer-courtesy-no-rude-words .play-quote");
    BROWSER.await("the player goes there", "window.soughtFirst !== undefined");
    assertThat(BROWSER.number("window.soughtFirst")).isCloseTo(start - 3, within(0.02));
    BROWSER.await(
        "it plays",
        "!document.getElementById('audio').paused && " + AT + " > arguments[0] - 2.9",
        start);
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void aClickOnAWordGoesThere() {
    open("c1003", "");
    WebElement word = BROWSER.driver().findElements(By.cssSelector(".w")).get(40);
    double start = Double.parseDouble(word.getDomAttribute("data-s"));
    word.click();
    standsAt(start);
    BROWSER.await("the word is marked", "arguments[0].classList.contains('now')", word);
  }

  @Test
  void anAddressWithASecondOpensThere() {
    open("c1003", "?t=23.5");
    standsAt(23.5);
  }

  @Test
  void theKeyboardDoesWhatTheListOfKeysSays() {
    open("c1003", "?t=20");
    standsAt(20);
    BROWSER.press(Keys.ARROW_RIGHT);
    standsAt(25);
    BROWSER.press(Keys.ARROW_LEFT);
    standsAt(20);
    BROWSER.press("j");
    standsAt(turnAfter(20));
    BROWSER.press("+");
    assertThat(BROWSER.number("document.getElementById('audio').playbackRate")).isEqualTo(1.25);
    BROWSER.press("-");
    assertThat(BROWSER.number("document.getElementById('audio').playbackRate")).isEqualTo(1);
    BROWSER.press("?");
    assertThat(BROWSER.find("#help").isDisplayed()).isTrue();
    BROWSER.requireAccessible();
    BROWSER.press(Keys.ESCAPE);
    BROWSER.await("the list of keys is closed", "!document.getElementById('help').open");
    BROWSER.press(" ");
    BROWSER.await("it plays", "!document.getElementById('audio').paused");
    BROWSER.press(" ");
    BROWSER.await("it pauses", "document.getElementById('audio').paused");
  }

  @Test
  void theSpeedGoesFromThreeQuartersToTwiceAndIsRemembered() {
    open("c1003", "");
    new Select(BROWSER.find("#speed")).selectByValue("2");
    assertThat(speed()).isEqualTo(2);
    BROWSER.click("#transcript .turn-time");
    BROWSER.press("+");
    assertThat(speed()).as("no faster").isEqualTo(2);
    open("c1003", "");
    assertThat(speed()).as("after the page was left").isEqualTo(2);
    BROWSER.press(" ");
    BROWSER.await("it plays at that speed", AT + " > 0.2");
    assertThat(speed()).isEqualTo(2);
    BROWSER.press(" ");
    for (int i = 0; i < 7; i++) {
      BROWSER.press("-");
    }
    assertThat(speed()).as("no slower").isEqualTo(0.75);
    assertThat(BROWSER.find("#speed").getDomProperty("value")).isEqualTo("0.75");
    new Select(BROWSER.find("#speed")).selectByValue("1");
    assertThat(speed()).isEqualTo(1);
  }

  private static double speed() {
    return BROWSER.number("document.getElementById('audio').playbackRate");
  }

  @Test
  void aLinkLeadsToTheSecondThatIsHeard() {
    open("c1003", "?t=23.5");
    standsAt(23.5);
    BROWSER.press("l");
    BROWSER.await(
        "it is copied, or in the address where the browser does not let it",
        "/^(Link to|The address is that of) 0:23/.test("
            + "document.getElementById('player-says').textContent)");
  }

  @Test
  void turnsEvidenceAndFollowingHaveKeysForTheWayBack() {
    open("c1003", "?t=20");
    standsAt(20);
    BROWSER.press("j");
    double turn = turnAfter(20);
    standsAt(turn);
    BROWSER.press("k");
    standsAt(
        rude.transcript().turns().stream()
            .mapToDouble(Turn::start)
            .filter(start -> start < turn - 0.01)
            .max()
            .orElseThrow());
    BROWSER.press("n");
    String first = BROWSER.find(".answer.chosen").getDomAttribute("id");
    double at = BROWSER.number(AT);
    BROWSER.press("n");
    BROWSER.await("later evidence", AT + " > arguments[0]", at);
    BROWSER.press("p");
    standsAt(at);
    assertThat(BROWSER.find(".answer.chosen").getDomAttribute("id")).isEqualTo(first);
    assertThat(BROWSER.find("#follow").isSelected()).isTrue();
    BROWSER.press("f");
    assertThat(BROWSER.find("#follow").isSelected()).isFalse();
    assertThat(BROWSER.find("#player-says").getText()).isEqualTo("The text stays");
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void holdsAreSkippedWhereThatIsAskedFor() {
    open("c1003", "?t=37.6");
    standsAt(37.6);
    BROWSER.press("s");
    BROWSER.press(" ");
    BROWSER.await("it is behind the hold", AT + " > 45.8");
    assertThat(BROWSER.number(AT)).as("played on, not through the hold").isLessThan(50);
    BROWSER.press(" ");
    BROWSER.press("s");
    assertThat(BROWSER.find("#skip").isSelected()).isFalse();
  }

  @Test
  void nextEvidenceIsShownAndFound() {
    open("c1003", "?t=12");
    standsAt(12);
    BROWSER.press("n");
    assertThat(BROWSER.find(".answer.chosen").isDisplayed()).isTrue();
    BROWSER.press("o");
    assertThat(BROWSER.driver().findElements(By.cssSelector(".answer-yes")))
        .noneMatch(WebElement::isDisplayed);
  }

  @Test
  void whatAPersonDecidedStandsBesideTheMachinesAnswer() {
    open("c1003", "");
    String row = BROWSER.find("#answer-courtesy-clear-pace").getText();
    assertThat(row).contains("rita", "NO", "the machine said YES", "Too fast at the end.");
    assertThat(BROWSER.find("#card-courtesy .formula-line").getText()).startsWith("100 × ");
  }

  @Test
  void theMutedSpanIsSilentInTheBrowserToo() {
    open("c1020", "");
    Object loudest =
        BROWSER
            .driver()
            .executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                    + "fetch(document.getElementById('audio').src).then(r => r.arrayBuffer())"
                    + ".then(b => new OfflineAudioContext(1, 8000, 8000).decodeAudioData(b))"
                    + ".then(a => { const d = a.getChannelData(0).subarray(28 * 8000, 34 * 8000);"
                    + " done([Math.max(...d.map(Math.abs)), a.duration]); });");
    assertThat(((Number) ((List<?>) loudest).get(0)).doubleValue()).isZero();
    assertThat(((Number) ((List<?>) loudest).get(1)).doubleValue()).isCloseTo(52.75, within(0.1));
  }

  @Test
  void withoutScriptsThePageCanBeRead() {
    BROWSER
        .driver()
        .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      BROWSER.open(url("c1003", ""));
      assertThat(BROWSER.find("audio[controls]").isDisplayed()).isTrue();
      assertThat(BROWSER.find(".turn-time").getText()).matches("\\d+:\\d\\d");
      assertThat(BROWSER.find("#answer-courtesy-no-rude-words q").getText()).isNotBlank();
    } finally {
      BROWSER
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void aMissingRecordingIsSaidAndTheRestIsThere() throws IOException {
    SampleCalls.writeWithoutRecording(new DataFolder(data), rude, "lost");
    BROWSER.open(url("lost", ""));
    assertThat(BROWSER.find(".player .message").getText()).contains("no longer where it was");
    assertThat(BROWSER.find(".turn-words").getText()).isNotBlank();
    BROWSER.click(".answer-no .play-quote");
    double start =
        Double.parseDouble(BROWSER.find(".answer-no .play-quote").getDomAttribute("data-play"));
    assertThat(BROWSER.number("Number(document.querySelector('.turn.now').dataset.start)"))
        .as("a quote leads to its turn")
        .isLessThanOrEqualTo(start);
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  void itIsAccessibleInBothColoursAndOnAPhone() {
    for (String colours : List.of("light", "dark")) {
      BROWSER.colours(colours);
      look(Browser.LAPTOP);
    }
    BROWSER.colours("light");
    look(Browser.PHONE);
  }

  private static void look(Dimension size) {
    BROWSER.size(size);
    open("c1003", "?t=23");
    standsAt(23);
    BROWSER.await(
        "the waveform is drawn", "document.getElementById('wave').dataset.drawn === 'yes'");
    BROWSER.requireAccessible();
    assertThat(BROWSER.number("document.documentElement.scrollWidth"))
        .as("nothing is wider than the window")
        .isLessThanOrEqualTo(size.getWidth());
    assertThat(BROWSER.errors()).isEmpty();
  }

  private static void open(String callId, String query) {
    BROWSER.open(url(callId, query));
    BROWSER.await("the sound is there", "document.getElementById('audio').readyState >= 2");
  }

  private static String url(String callId, String query) {
    return "http://127.0.0.1:" + server.port() + "/calls/" + callId + query;
  }

  private static void standsAt(double second) {
    BROWSER.await(
        "the player stands at " + second, "Math.abs(" + AT + " - arguments[0]) < 0.02", second);
  }

  private static double turnAfter(double second) {
    return rude.transcript().turns().stream()
        .mapToDouble(Turn::start)
        .filter(start -> start > second)
        .min()
        .orElseThrow();
  }
}
