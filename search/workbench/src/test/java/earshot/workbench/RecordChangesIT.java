package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.command.RunCommand;
import earshot.data.CallStore;
import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import earshot.workbench.web.Links;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.openqa.selenium.interactions.Actions;
import picocli.CommandLine;

/**
 * What people change in records, in a real browser, over recordings that ship with the project:
 * words that are taken out (c1003) and speakers that are exchanged (c1013).
 */
@Timeout(600)
class RecordChangesIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String SCORE = ".card-tab[href='#card-courtesy'] b";

  /** Bytes before the first sample of the WAV that the server sends, and of one frame of it. */
  private static final int HEADER = 44;

  private static final int FRAME = 4;
  private static final int RATE = 8000;

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;
  private SignedInBrowser person;

  /** The tables carry what was said, so that it can be missed there. */
  @BeforeAll
  static void serve() throws Exception {
    fixture = WorkbenchFixture.empty(root);
    Path samples = Path.of(System.getProperty("earshot.home"), "samples");
    String data = fixture.folder.root().toString();
    String one = samples.resolve("c1003.wav").toString();
    String other = samples.resolve("c1013.wav").toString();
    int run =
        new CommandLine(new RunCommand()).execute("--data", data, "--input", one, "--input", other);
    assertThat(run).as("exit code of the run").isZero();
    int rebuild =
        EarshotCommand.commandLine().execute("rebuild", "--data", data, "--with-text", "parquet");
    assertThat(rebuild).as("exit code of the rebuild").isZero();
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
  }

  private static CallRecord record(String callId) throws IOException {
    CallStore store = new CallStore(fixture.folder);
    for (Path file : store.files()) {
      if (file.endsWith(callId + ".json")) {
        return store.read(file);
      }
    }
    throw new AssertionError("no call " + callId);
  }

  private void openCall(String callId) {
    person.open("/calls/" + callId);
    BROWSER.await("the sound is there", "document.getElementById('audio').readyState >= 2");
  }

  private long found(String query) {
    person.open("/?q=" + Links.value(query));
    String total = BROWSER.find(".result-count strong").getText();
    return Long.parseLong(total);
  }

  @Test
  void exchangedSpeakersChangeTurnsAndScoresAndCanBeExchangedBack() throws Exception {
    CallRecord before = record("c1013");
    openCall("c1013");
    List<String> turns = turns();
    String score = BROWSER.find(SCORE).getText();
    String word = saidByOneRoleOnly(before);
    assertThat(found("agent: " + word + " call_id:c1013")).isEqualTo(1);
    openCall("c1013");
    exchange("It was the customer who greeted.");
    assertThat(turns()).isEqualTo(turns.stream().map(RecordChangesIT::other).toList());
    assertThat(BROWSER.find(SCORE).getText()).isNotEqualTo(score);
    assertThat(BROWSER.find("#player").getDomAttribute("data-roles")).isEqualTo("customer,agent");
    assertThat(BROWSER.find("#review").getText())
        .contains("Agent put on channel 2 by the-reviewer", "the customer who greeted", "(done)");
    assertThat(BROWSER.find("#call-facts").getText()).containsIgnoringCase("Earlier scorecards");
    requireClean();
    assertThat(found("agent: " + word + " call_id:c1013")).isZero();
    assertThat(found("customer: " + word + " call_id:c1013")).isEqualTo(1);

    openCall("c1013");
    exchange("No, I was wrong.");
    assertThat(turns()).isEqualTo(turns);
    assertThat(BROWSER.find(SCORE).getText()).isEqualTo(score);
    CallRecord back = record("c1013");
    assertThat(back.transcript()).isEqualTo(before.transcript());
    assertThat(back.events()).isEqualTo(before.events());
    assertThat(back.metrics()).isEqualTo(before.metrics());
    assertThat(back.scorecards()).isEqualTo(before.scorecards());
    assertThat(back.history().stream().map(Scorecard::form).collect(Collectors.toSet()))
        .as("what was answered meanwhile is kept")
        .contains("courtesy");
    requireClean();
  }

  private void exchange(String why) {
    BROWSER.find("form[action*='/channels'] input[name=comment]").sendKeys(why);
    BROWSER.click("form[action*='/channels'] button");
    assertThat(BROWSER.find(".message").getText()).startsWith("The speakers change");
    assertThat(BROWSER.find("#review").getText()).contains(why);
    done("c1013");
  }

  /** Waits until nothing is to be done any more; within the answer itself on an idle machine. */
  private void done(String callId) {
    BROWSER.await(
        "record, index and tables have followed",
        () -> {
          openCall(callId);
          String review = BROWSER.find("#review").getText();
          return review.contains("(done)") && !review.contains("(waits");
        });
  }

  /** When each turn starts and who speaks, as the page shows it. */
  private static List<String> turns() {
    BROWSER.find(".turn");
    return BROWSER.driver().findElements(By.cssSelector(".turn")).stream()
        .map(t -> t.getDomAttribute("data-start") + " " + t.getText().split("\n")[0])
        .toList();
  }

  private static String other(String turn) {
    return turn.endsWith("agent")
        ? turn.replaceFirst("agent$", "customer")
        : turn.replaceFirst("customer$", "agent");
  }

  private static String saidByOneRoleOnly(CallRecord call) {
    Set<String> customers = words(call, earshot.call.Role.CUSTOMER);
    return words(call, earshot.call.Role.AGENT).stream()
        .filter(word -> word.matches("[a-z]{6,}"))
        .filter(word -> customers.stream().noneMatch(w -> w.startsWith(word.substring(0, 4))))
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static Set<String> words(CallRecord call, earshot.call.Role role) {
    return call.transcript().turns().stream()
        .filter(turn -> turn.role() == role)
        .flatMap(turn -> turn.words().stream())
        .map(Word::word)
        .collect(Collectors.toSet());
  }

  @Test
  void wordsThatAreMarkedAreGoneFromEverythingAtOnce() throws Exception {
    Secret secret = secret(record("c1003"));
    String clip = clipAround(secret);
    assertThat(found(secret.word())).isEqualTo(1);
    assertThat(Traces.of(fixture.folder, secret.word()))
        .as("what is looked for can be found")
        .anyMatch(place -> place.startsWith("calls/"))
        .anyMatch(place -> place.startsWith("parquet/turns/"))
        .anyMatch(place -> place.startsWith("workbench/playlists/"))
        .contains("documents of the index");
    openCall("c1003");
    assertThat(loudest(sound(range(secret)))).isPositive();
    assertThat(loudest(clipped(clip, secret))).isPositive();

    mark(secret);
    assertThat(BROWSER.find("#marked output").getText()).contains(" to ");
    BROWSER.picture("call-marked");
    requireClean();
    BROWSER.click("#marked [data-form=redact-span]");
    assertThat(BROWSER.find("#redact-start").getDomProperty("value")).matches("\\d+:\\d\\d\\.\\d+");
    BROWSER.press("said by a child");
    BROWSER.click("#redact-span button.danger");
    assertThat(BROWSER.find("dialog.question").getText())
        .contains("3 words go", "for good?", "from 1 clip too", "Before the redaction")
        .contains(secret.word());
    BROWSER.picture("redact-question");
    requireClean();
    BROWSER.press(Keys.ESCAPE);
    BROWSER.await("it is gone", "!document.querySelector('dialog.question')");
    assertThat(pageText()).as("kept").contains(secret.word());
    BROWSER.click("#redact-span button.danger");
    BROWSER.await(
        "nothing goes by a hasty Enter",
        "document.activeElement.matches('dialog.question [data-keep]')");
    BROWSER.click("dialog.question button.danger");
    assertThat(BROWSER.find(".message").getText()).contains("Redacted");
    assertThat(BROWSER.find("#transcript .w.redacted").getText()).contains("redacted");
    assertThat(pageText()).doesNotContain(secret.word());
    requireClean();
    done("c1003");
    assertThat(BROWSER.find("#review").getText()).contains("by the-reviewer", "said by a child");
    assertThat(pageText()).doesNotContain(secret.word());
    assertThat(Traces.of(fixture.folder, secret.word())).isEmpty();
    assertThat(loudest(sound(range(secret)))).as("a part of the sound").isZero();
    assertThat(loudest(sound("bytes=0-" + (HEADER + FRAME * RATE * 3))))
        .as("the rest is there")
        .isPositive();
    assertThat(loudest(clipped(clip, secret))).as("the clip").isZero();
    assertThat(found(secret.word())).isZero();
    assertThat(found("~" + secret.word())).isZero();
    lookAtTheReview();
    onPaperStandsWhatWasSaidAndNoForm();
  }

  /** Whoever contests an answer takes the page along. */
  private void onPaperStandsWhatWasSaidAndNoForm() {
    openCall("c1003");
    Map<String, Object> paper = Map.of("media", "print");
    BROWSER.driver().executeCdpCommand("Emulation.setEmulatedMedia", paper);
    assertThat(BROWSER.find("#review").getText())
        .contains("Changes of the record", "said by a child")
        .doesNotContain("Redact a span", "Wrong speakers");
    assertThat(
            BROWSER.number(
                "[...document.querySelectorAll('form, .site-header, .trail')]"
                    + ".filter(e => e.checkVisibility()).length"))
        .as("forms on paper")
        .isZero();
    BROWSER.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
  }

  /**
   * Words in a row.
   *
   * @param first its place in the words of the page; {@code last} likewise
   * @param word among them that is said nowhere else
   */
  private record Secret(int first, int last, double start, double end, String word) {
    double middle() {
      return (start + end) / 2;
    }
  }

  /** Three words in a turn, one of them long, said once and in no file but those about its call. */
  private static Secret secret(CallRecord call) throws IOException {
    List<Secret> all = new ArrayList<>();
    int at = 0;
    for (Turn turn : call.transcript().turns()) {
      List<Word> words = turn.words();
      for (int i = 1; i + 1 < words.size(); i++) {
        String word = words.get(i).word();
        if (word.matches("[a-z]{6,}")) {
          all.add(
              new Secret(
                  at + i - 1, at + i + 1, words.get(i - 1).start(), words.get(i + 1).end(), word));
        }
      }
      at += words.size();
    }
    String elsewhere = elsewhere(call.callId());
    String said =
        call.transcript().turns().stream().map(Turn::text).collect(Collectors.joining(" "));
    return all.stream()
        .filter(s -> said.indexOf(s.word()) == said.lastIndexOf(s.word()))
        .filter(s -> !elsewhere.contains(s.word()))
        .max(Comparator.comparingInt(s -> s.word().length()))
        .orElseThrow();
  }

  /** What every other text file of the data folder says. */
  private static String elsewhere(String callId) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(fixture.folder.root())) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(json|yaml|csv)")).toList()) {
        if (!file.endsWith(callId + ".json")) {
          all.append(Files.readString(file).toLowerCase(Locale.ROOT));
        }
      }
    }
    return all.toString();
  }

  /** Makes a clip that holds them; gives the address of its sound. */
  private String clipAround(Secret secret) {
    double from = Math.max(0, secret.start() - 2);
    person.open("/clips/new?call_id=c1003&start=%.2f&end=%.2f".formatted(from, secret.end() + 2));
    BROWSER.find("#title").sendKeys("Before the redaction");
    BROWSER.click(".span-row button.primary");
    assertThat(BROWSER.find(".clip .clip-words").getText()).contains(secret.word());
    return String.valueOf(BROWSER.find(".clip audio").getDomAttribute("src"));
  }

  /** Draws the mouse over the words, as a hand does. */
  private static void mark(Secret secret) {
    List<WebElement> words = BROWSER.driver().findElements(By.cssSelector("#transcript .w"));
    WebElement first = words.get(secret.first());
    WebElement last = words.get(secret.last());
    BROWSER.script("arguments[0].scrollIntoView({block: 'center'})", first);
    Dimension from = first.getSize();
    Dimension to = last.getSize();
    new Actions(BROWSER.driver())
        .moveToElement(first, 1 - from.getWidth() / 2, 0)
        .clickAndHold()
        .moveToElement(last, to.getWidth() / 2 - 1, 0)
        .release()
        .perform();
  }

  /** The part of the sound around the middle of the words. */
  private static String range(Secret secret) {
    long middle = Math.round(secret.middle() * RATE);
    return "bytes=%d-%d"
        .formatted(HEADER + FRAME * (middle - 200), HEADER + FRAME * (middle + 200) - 1);
  }

  /** Bytes that the server sends of the call's sound, without a header. */
  private static byte[] sound(String range) {
    byte[] got = fetched("document.getElementById('audio').src", range);
    return range.startsWith("bytes=0-") ? Arrays.copyOfRange(got, HEADER, got.length) : got;
  }

  private static byte[] fetched(String address, String range) {
    Object got =
        BROWSER
            .driver()
            .executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                    + "fetch("
                    + address
                    + ", {headers: arguments[0] ? {Range: arguments[0]} : {}, cache: 'no-store'})"
                    + ".then(r => r.status === (arguments[0] ? 206 : 200) ? r.arrayBuffer()"
                    + " : Promise.reject(r.status))"
                    + ".then(b => done(btoa(Array.from(new Uint8Array(b), x =>"
                    + " String.fromCharCode(x)).join(''))), e => done('!' + e));",
                range);
    assertThat(got.toString()).doesNotStartWith("!");
    return Base64.getDecoder().decode(got.toString());
  }

  private static int loudest(byte[] samples) {
    int loudest = 0;
    for (int i = 0; i + 1 < samples.length; i += 2) {
      loudest = Math.max(loudest, Math.abs((short) (samples[i] & 0xff | samples[i + 1] << 8)));
    }
    return loudest;
  }

  /** Samples of a clip where the words are, decoded, as bytes. */
  private static byte[] clipped(String address, Secret secret) throws IOException {
    byte[] wav = fetched("'" + address + "'", "");
    double start = secret.middle() - Math.max(0, secret.start() - 2);
    try (AudioReader reader = Decoders.open(new ByteArrayInputStream(wav), "clip.wav")) {
      short[][] planar = new short[reader.format().channels()][400];
      reader.skip(Math.round(start * RATE) - 200);
      int got = reader.read(planar, 400);
      assertThat(got).isEqualTo(400);
      byte[] bytes = new byte[2 * planar.length * got];
      int at = 0;
      for (short[] channel : planar) {
        for (short sample : channel) {
          bytes[at++] = (byte) sample;
          bytes[at++] = (byte) (sample >> 8);
        }
      }
      return bytes;
    }
  }

  private static String pageText() {
    return String.valueOf(BROWSER.script("return document.documentElement.outerHTML"))
        .toLowerCase(Locale.ROOT);
  }

  private void lookAtTheReview() throws IOException {
    for (String colours : new String[] {"light", "dark"}) {
      openCall("c1003");
      BROWSER.script("document.getElementById('review').scrollIntoView()");
      person.look(Browser.LAPTOP, colours, "call-review-" + colours);
    }
    openCall("c1003");
    BROWSER.size(Browser.PHONE);
    BROWSER.script("document.getElementById('review').scrollIntoView()");
    person.look(Browser.PHONE, "light", "call-review-phone");
  }

  private static void requireClean() {
    BROWSER.requireAccessible();
    assertThat(BROWSER.errors()).isEmpty();
  }
}
