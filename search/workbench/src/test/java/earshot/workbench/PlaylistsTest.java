package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.data.ClipFolders;
import earshot.data.WriterLock;
import earshot.workbench.account.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Playlists on the real server, over calls that were made from transcripts. */
@Timeout(120)
class PlaylistsTest {
  private static final Pattern CLIP = Pattern.compile("id=\"clip-(\\d+)\"");

  @TempDir Path root;
  private WorkbenchFixture fixture;
  private HttpBrowser trainer;

  @BeforeEach
  void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    trainer = fixture.signedIn(Role.TRAINER);
  }

  @AfterEach
  void closed() throws IOException {
    fixture.close();
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String playlist(HttpBrowser browser, String title) throws Exception {
    return location(browser.post("/playlists", Map.of("title", title)));
  }

  private static Map<String, String> clip(String list, String callId, String part, String note) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("playlist", list.substring(list.lastIndexOf('/') + 1));
    form.put("call_id", callId);
    form.put("start", "12.5");
    form.put("end", "0:20");
    form.put("part", part);
    form.put("question", "greeting");
    form.put("note", note);
    return form;
  }

  /** Adds a clip; gives its number. */
  private static String add(
      HttpBrowser browser, String list, String callId, String part, String note) throws Exception {
    String to = location(browser.post("/clips", clip(list, callId, part, note)));
    assertThat(to).startsWith(list + "#clip-");
    return to.substring(to.lastIndexOf('-') + 1);
  }

  private static List<String> order(String page) {
    Matcher clips = CLIP.matcher(page);
    return clips.results().map(m -> m.group(1)).toList();
  }

  @Test
  void aClipIsAddedMovedChangedAndRemovedAndTheHistoryKeepsAll() throws Exception {
    String list = playlist(trainer, "Refunds");
    String first = add(trainer, list, "n1", "good", "Hear the tone.");
    String second = add(trainer, list, "s1", "contrast", "");
    String page = trainer.get(list).body();
    assertThat(order(page)).containsExactly(first, second);
    assertThat(page)
        .contains("I want a refund, please.", "Hear the tone.", "2 clips: 1 good, 1 contrast")
        .contains("href=\"/calls/n1?t=12.5\"", "Does the agent greet the customer?")
        .doesNotContain("Good morning", "goodbye");
    location(trainer.post("/clips/" + second + "/move", Map.of("to", "up")));
    assertThat(order(trainer.get(list).body())).containsExactly(second, first);
    location(trainer.post("/clips/" + second + "/move", Map.of("to", "up")));
    assertThat(order(trainer.get(list).body())).containsExactly(second, first);
    location(
        trainer.post(
            "/clips/" + first + "/change",
            Map.of("part", "contrast", "question", "", "note", "No longer.")));
    location(trainer.post(list + "/rename", Map.of("title", "Money back")));
    location(trainer.sure("/clips/" + second + "/remove", Map.of()));
    page = trainer.get(list).body();
    assertThat(order(page)).containsExactly(first);
    assertThat(page)
        .contains("<h1>Money back</h1>", "No longer.", "1 clip: 0 good, 1 contrast")
        .contains("made: Refunds", "renamed: Money back")
        .contains("clip " + second + " moved", "clip " + second + " removed")
        .contains("clip " + first + " changed, contrast");
    assertThat(ClipFolders.of(fixture.folder, "s1")).doesNotExist();
    location(trainer.sure(list + "/remove", Map.of()));
    assertThat(trainer.get(list).statusCode()).isEqualTo(404);
    assertThat(trainer.get("/playlists").body()).doesNotContain("Money back");
    assertThat(ClipFolders.of(fixture.folder, "n1")).doesNotExist();
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    String list = playlist(trainer, "List");
    for (Map<String, String> wrong :
        List.of(
            Map.of("end", "0:12"),
            Map.of("start", "25", "end", "900"),
            Map.of("part", "best"),
            Map.of("question", "no-such-question"),
            Map.of("start", "-1"),
            Map.of("playlist", "new"))) {
      Map<String, String> form = clip(list, "n1", "good", "");
      form.putAll(wrong);
      int status = trainer.post("/clips", form).statusCode();
      boolean cut = wrong.containsKey("end") && wrong.containsKey("start");
      assertThat(status).as(wrong.toString()).isEqualTo(cut ? 302 : 400);
    }
    assertThat(trainer.post("/playlists", Map.of("title", " ")).statusCode()).isEqualTo(400);
    assertThat(trainer.post("/playlists", Map.of("title", "x".repeat(401))).statusCode())
        .isEqualTo(400);
    assertThat(trainer.get("/clips/new?call_id=n1&start=x").statusCode()).isEqualTo(400);
  }

  @Test
  void aClipOfAQuoteGoesOnToTheEndOfItsTurn() throws Exception {
    String asked = "/clips/new?call_id=n1&start=0&end=1.5";
    String field = "name=\"end\" size=\"7\" required value=\"";
    assertThat(trainer.get(asked).body()).contains(field + "0:01.5");
    assertThat(trainer.get(asked + "&whole=true").body()).contains(field + "0:13.0");
    String list = playlist(trainer, "Greetings");
    Matcher found =
        Pattern.compile("href=\"(/clips/new[^\"]*whole=true[^\"]*)\"")
            .matcher(trainer.get(list + "?question=greeting").body());
    assertThat(found.find()).isTrue();
    assertThat(trainer.get(found.group(1).replace("&amp;", "&")).body()).contains(field + "0:13.0");
    assertThat(trainer.get("/calls/n1").body()).contains("whole=true\">Add to a playlist");
  }

  @Test
  void aClipOfACallOutsideOfTheScopeIsNotThere() throws Exception {
    String list = playlist(trainer, "All teams");
    String own = add(trainer, list, "n1", "good", "north note");
    String hidden = add(trainer, list, "s1", "contrast", "south note");
    String onlyHidden = playlist(trainer, "South only");
    add(trainer, onlyHidden, "s1", "good", "");
    String onlyOther = playlist(trainer, "Empty for now");
    HttpBrowser supervisor = fixture.signedIn(Role.SUPERVISOR);
    String page = supervisor.get(list).body();
    assertThat(order(page)).containsExactly(own);
    assertThat(page)
        .contains("north note", "1 clip: 1 good")
        .doesNotContain("s1", "Omar", "south note", "clip " + hidden, "/clips/" + own + "/move");
    assertThat(supervisor.get("/playlists").body())
        .contains("All teams")
        .doesNotContain("South only", "Empty for now", "2 clips");
    assertThat(supervisor.get(onlyHidden).statusCode()).isEqualTo(404);
    assertThat(supervisor.get(onlyOther).statusCode()).isEqualTo(404);
    assertThat(supervisor.get(onlyHidden + "/download").statusCode()).isEqualTo(404);
    assertThat(zip(supervisor, list).get("index.html"))
        .contains("north note")
        .doesNotContain("south note", "at once");
    assertThat(supervisor.get("/api/v1/clips/" + hidden + "/audio").statusCode()).isEqualTo(404);
    assertThat(supervisor.get("/clips/new?call_id=s1").statusCode()).isEqualTo(404);
    String mine = playlist(supervisor, "My team");
    assertThat(supervisor.post("/clips", clip(mine, "s1", "good", "")).statusCode()).isEqualTo(404);
    for (String change : List.of("change", "move", "remove")) {
      String path = "/clips/" + hidden + "/" + change;
      assertThat(supervisor.post(path, Map.of("to", "up", "part", "good")).statusCode())
          .as(change)
          .isEqualTo(404);
    }
    assertThat(supervisor.post("/clips", clip(list, "n1", "good", "")).statusCode())
        .as("somebody else's list")
        .isEqualTo(403);
    assertThat(supervisor.post(list + "/rename", Map.of("title", "x")).statusCode()).isEqualTo(403);
    assertThat(supervisor.post("/clips/" + own + "/remove", Map.of()).statusCode()).isEqualTo(403);
    add(supervisor, mine, "n1", "good", "");
    assertThat(supervisor.get(mine + "?q=refund").body()).contains("n1").doesNotContain("s1");
    assertThat(supervisor.get(mine + "?question=greeting").body()).doesNotContain("s1", "Omar");
    assertThat(fixture.signedIn(Role.AGENT).get(list).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsTypedAndSaidIsNeverMarkup() throws Exception {
    String attack = "\"><script>alert(9)</script><img src=x onerror=alert(1)>";
    String list = playlist(trainer, attack);
    add(trainer, list, "odd/id 1", "good", attack);
    for (String page :
        List.of(
            trainer.get(list).body(),
            trainer.get(list + "?q=" + earshot.workbench.web.Links.value(attack)).body(),
            trainer.get(list + "?q=refund").body(),
            trainer.get("/playlists").body(),
            trainer.get("/clips/new?call_id=odd%2Fid%201").body(),
            zip(trainer, list).get("index.html"))) {
      assertThat(page).doesNotContain("<script>alert", "<img", "<b>x").contains("&lt;");
    }
  }

  @Test
  void aDownloadStandsOnItsOwnAndNamesNobody() throws Exception {
    String list = playlist(trainer, "../../Greetings <of> \"newcomers\"");
    add(trainer, list, "n1", "good", "Listen.");
    HttpResponse<String> answer = trainer.get(list + "/download");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"playlist-\\d+\\.zip\"");
    Map<String, String> files = zip(trainer, list);
    assertThat(files.keySet()).allMatch(n -> n.matches("index\\.html|clips/[a-z0-9-]+\\.wav"));
    String index = files.get("index.html");
    assertThat(index)
        .contains("I want a refund, please.", "Listen.", "Good", "<style>", "Without sound")
        .doesNotContain("n1", "A7", "North", "http:", "https:", "src=\"/", "href=");
  }

  /** Names and contents, as text. */
  private Map<String, String> zip(HttpBrowser browser, String list) throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    try (InputStream in = browser.stream(list + "/download");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        files.put(e.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(files).containsKey("index.html");
    return files;
  }

  @Test
  void idsLeadNowhereElse() throws Exception {
    for (String path :
        List.of(
            "/playlists/..%2F..%2Fwriter.lock",
            "/playlists/0",
            "/playlists/-1",
            "/playlists/1%20or%201=1",
            "/playlists/99999999999999999999",
            "/api/v1/clips/..%2Fn1%2F1/audio",
            "/api/v1/clips/1.wav/audio",
            "/clips/new?call_id=..%2F..%2Fwriter.lock",
            "/clips/new?call_id=2026-10-01%2Fn1",
            "/static/playlist/../../logback.xml")) {
      assertThat(trainer.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void whatIsRedactedLaterGoesFromTheClipAtOnce() throws Exception {
    String list = playlist(trainer, "Refunds");
    String number = add(trainer, list, "n1", "good", "");
    assertThat(trainer.get(list).body()).contains("refund, please");
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    try (WriterLock lock = WriterLock.acquire(fixture.folder, "run")) {
      assertThat(lock.folder()).isEqualTo(fixture.folder);
      reviewer.sure(
          "/calls/n1/redactions",
          Map.of("start", "12.5", "end", "20", "channel", "all", "comment", "privacy"));
      assertThat(trainer.get(list).body())
          .doesNotContain("refund, please")
          .contains("[redacted]", "clip-" + number);
      assertThat(zip(trainer, list).get("index.html")).doesNotContain("refund, please");
      assertThat(trainer.get(list + "?q=please").body()).doesNotContain("refund, please");
    }
    try (Stream<Path> files = Files.walk(ClipFolders.of(fixture.folder, "n1"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("refund").contains("[redacted]");
      }
    }
  }

  @Test
  void aClipOutlivesRetentionButNotTheErasureOfItsCall() throws Exception {
    String list = playlist(trainer, "Refunds");
    add(trainer, list, "n1", "good", "");
    add(trainer, list, "s1", "good", "");
    erase("--before", "2027-01-01");
    assertThat(trainer.get("/api/v1/calls/n1").statusCode()).isEqualTo(404);
    assertThat(trainer.get(list).body())
        .contains("I want a refund, please.", "I want my refund at once.", "call erased")
        .doesNotContain("href=\"/calls/n1");
    assertThat(order(fixture.signedIn(Role.SUPERVISOR).get(list).body())).hasSize(1);
    erase("n1");
    assertThat(trainer.get(list).body())
        .contains("I want my refund at once.")
        .doesNotContain("I want a refund, please.");
    assertThat(zip(trainer, list).get("index.html")).doesNotContain("I want a refund, please.");
    assertThat(ClipFolders.of(fixture.folder, "n1")).doesNotExist();
  }

  @Test
  void theErasureOfACallThatIsThereTakesItsClips() throws Exception {
    String list = playlist(trainer, "Refunds");
    String number = add(trainer, list, "n1", "good", "");
    erase("n1");
    assertThat(trainer.get(list).body()).doesNotContain("I want a refund, please.");
    assertThat(trainer.post("/clips/" + number + "/move", Map.of("to", "up")).statusCode())
        .isEqualTo(404);
    assertThat(ClipFolders.of(fixture.folder, "n1")).doesNotExist();
  }

  private void erase(String... arguments) {
    StringWriter err = new StringWriter();
    List<String> all =
        Stream.concat(
                Stream.of("erase", "--data", fixture.folder.root().toString()),
                Stream.of(arguments))
            .toList();
    int code =
        EarshotCommand.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute(all.toArray(String[]::new));
    assertThat(code).as(err.toString()).isZero();
  }

  @Test
  void momentsAreFoundByAnswerAndByWords() throws Exception {
    String list = playlist(trainer, "Greetings");
    assertThat(trainer.get(list + "?question=greeting").body())
        .contains("Good: answered YES", "Contrast: answered NO", "/clips/new?call_id=n1")
        .contains("part=good", "question=greeting", "&amp;playlist=");
    assertThat(trainer.get(list + "?question=greeting&q=call_id:s1").body())
        .contains("call_id=s1")
        .doesNotContain("call_id=n1");
    assertThat(trainer.get(list + "?q=customer:refund").body())
        .contains("Calls that match", "call_id=n1");
    assertThat(trainer.get(list + "?q=colour:red").body()).contains("unknown filter");
    assertThat(trainer.get("/calls/n1").body()).contains("/clips/new?call_id=n1");
    assertThat(fixture.signedIn(Role.AGENT).get("/calls/n1").body()).doesNotContain("/clips/new");
  }
}
