package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.workbench.account.Role;
import earshot.workbench.browser.Browser;
import earshot.workbench.call.SampleCalls;
import earshot.workbench.web.Links;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A trainer builds a playlist of sample calls in a real browser, hears it and takes it along. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlaylistsIT {
  @RegisterExtension static final Browser BROWSER = new Browser();

  private static final String SOUNDS = "document.querySelectorAll('.clip audio')";

  @TempDir private static Path root;
  private static WorkbenchFixture fixture;
  private static String list;
  private SignedInBrowser person;

  @BeforeAll
  static void serve() throws Exception {
    fixture = WorkbenchFixture.empty(root);
    SampleCalls.run(fixture.folder, "c1003", "c1020");
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
    person.signIn(Role.TRAINER);
  }

  @Test
  @Order(1)
  void aListIsBuiltFromAQuestionAndFromACall() throws Exception {
    BROWSER.click(".site-nav a[href='/playlists']");
    BROWSER.find("input[name=title]").sendKeys("Keeping calm with an angry caller");
    BROWSER.click("main form button.primary");
    BROWSER.await("the new list is open", "/^\\/playlists\\/\\d+$/.test(location.pathname)");
    list = (String) BROWSER.script("return location.pathname");
    assertThat(list).matches("/playlists/\\d+");
    person.open(list + "?question=no-rude-words#find");
    BROWSER.click(".find a[href*='part=contrast']");
    assertThat(BROWSER.find("input[value=contrast]").isSelected()).isTrue();
    BROWSER.find("#note").sendKeys("Hear what one word does to the rest of the call.");
    BROWSER.click("#preview");
    BROWSER.await("the clip is heard", "document.getElementById('audio').currentTime > 0.5");
    BROWSER.click(".span-row button.primary");
    assertThat(BROWSER.find(".message").getText()).contains("redacted copy");
    assertThat(BROWSER.find(".clip-contrast .clip-words").getText()).isNotBlank();
    person.open("/calls/c1020");
    BROWSER.click("#review a[href^='/clips/new']");
    WebElement turn =
        BROWSER.driver().findElements(By.cssSelector(".span-turns .clip-line")).get(2);
    BROWSER.script("arguments[0].scrollIntoView({block: 'center'})", turn);
    turn.click();
    for (String field : List.of("start", "end")) {
      WebElement input = BROWSER.find("#" + field);
      input.clear();
      input.sendKeys(field.equals("start") ? "0:27" : "0:36.5");
    }
    BROWSER.find("#note").sendKeys("Calm to the end, though the number took three tries.");
    BROWSER.script(
        "const s = document.getElementById('playlist'); s.selectedIndex = 0;"
            + "s.dispatchEvent(new Event('change'))");
    BROWSER.click(".span-row button.primary");
    assertThat(BROWSER.driver().findElements(By.cssSelector(".clip"))).hasSize(2);
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  @Order(2)
  void clipsAreMovedAndPlayedOneAfterTheOther() {
    person.open(list);
    BROWSER.click(".clip:nth-child(2) button[value=up]");
    BROWSER.await(
        "the good one comes first",
        "document.querySelector('.clip:first-child').classList.contains('clip-good')");
    BROWSER.await("the sounds are there", SOUNDS + "[1].readyState >= 1");
    BROWSER.click("#play-all");
    BROWSER.await("the first plays", SOUNDS + "[0].currentTime > 0.3");
    BROWSER.script(SOUNDS + "[0].currentTime = " + SOUNDS + "[0].duration - 0.2");
    BROWSER.await("the second follows", SOUNDS + "[1].currentTime > 0.2");
    assertThat(BROWSER.find(".clip.playing .clip-number").getText()).isEqualTo("2");
    BROWSER.click("#play-all");
    BROWSER.await("it pauses", SOUNDS + "[1].paused");
    assertThat(BROWSER.errors()).isEmpty();
  }

  @Test
  @Order(3)
  void theDownloadHoldsThePageAndTheClipsWithTheRedactedNumberSilent() throws Exception {
    person.open(list);
    assertThat(BROWSER.find("a[download]").getText()).isEqualTo("Download ZIP");
    Object bytes =
        BROWSER
            .driver()
            .executeAsyncScript(
                "const done = arguments[arguments.length - 1];"
                    + "fetch(document.querySelector('a[download]').href)"
                    + ".then(r => r.arrayBuffer())"
                    + ".then(b => done(btoa(Array.from(new Uint8Array(b), x =>"
                    + " String.fromCharCode(x)).join(''))));");
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] zip = Base64.getDecoder().decode(bytes.toString());
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        files.put(e.getName(), in.readAllBytes());
      }
    }
    assertThat(files.keySet())
        .containsExactly("index.html", "clips/01-good.wav", "clips/02-contrast-no-rude-words.wav");
    assertThat(new String(files.get("index.html"), StandardCharsets.UTF_8))
        .contains("Keeping calm", "src=\"clips/01-good.wav\"", "three tries")
        .doesNotContain("c1003", "c1020", "http");
    short[][] sound = decoded(files.get("clips/01-good.wav"));
    assertThat(sound[0].length / 8000.0).isBetween(9.4, 9.6);
    int loudest = 0;
    for (short[] channel : sound) {
      for (int i = 8000; i < 7 * 8000; i++) {
        loudest = Math.max(loudest, Math.abs(channel[i]));
      }
    }
    assertThat(loudest).as("28 to 34 s of the call are redacted").isZero();
  }

  private static short[][] decoded(byte[] wav) throws Exception {
    try (AudioReader reader = Decoders.open(new ByteArrayInputStream(wav), "clip.wav")) {
      short[][] planar = new short[reader.format().channels()][200_000];
      short[][] block = new short[planar.length][4096];
      int frames = 0;
      for (int got = reader.read(block, 4096); got > 0; got = reader.read(block, 4096)) {
        for (int channel = 0; channel < planar.length; channel++) {
          System.arraycopy(block[channel], 0, planar[channel], frames, got);
        }
        frames += got;
      }
      for (int channel = 0; channel < planar.length; channel++) {
        planar[channel] = Arrays.copyOf(planar[channel], frames);
      }
      return planar;
    }
  }

  @Test
  @Order(4)
  void aHitOfASearchLeadsToAClipOfItsTurn() {
    person.open("/?q=" + Links.value("customer: yelling"));
    BROWSER.requireAccessible();
    BROWSER.click(".match-clip");
    assertThat(BROWSER.find("main h1").getText()).isEqualTo("Add a clip");
    double start = seconds("start");
    assertThat(start).isBetween(30.0, 37.0);
    assertThat(seconds("end")).isBetween(start + 0.5, 40.0);
    assertThat(BROWSER.errors()).isEmpty();
  }

  /** What a field of the form says, such as 0:33.8. */
  private static double seconds(String field) {
    String[] clock = String.valueOf(BROWSER.find("#" + field).getDomProperty("value")).split(":");
    return 60 * Double.parseDouble(clock[0]) + Double.parseDouble(clock[1]);
  }

  @Test
  @Order(5)
  void itIsAccessibleInBothColoursAndOnAPhone() throws Exception {
    for (String colours : new String[] {"light", "dark"}) {
      person.open(list);
      BROWSER.await("the sounds are there", SOUNDS + "[1].readyState >= 1");
      person.look(Browser.LAPTOP, colours, "playlist-" + colours);
      person.open(list + "?question=no-rude-words#find");
      person.look(Browser.LAPTOP, colours, "playlist-find-" + colours);
      person.open("/clips/new?call_id=c1020&start=27&end=36.5&part=good&question=calm-voice");
      BROWSER.await("the sound is there", "document.getElementById('audio').readyState >= 1");
      person.look(Browser.LAPTOP, colours, "clip-new-" + colours);
      person.open("/playlists");
      person.look(Browser.LAPTOP, colours, "playlists-" + colours);
    }
    person.open(list);
    person.look(Browser.PHONE, "light", "playlist-phone");
  }
}
