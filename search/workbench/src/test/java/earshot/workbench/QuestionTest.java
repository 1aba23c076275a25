package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import earshot.workbench.web.Question;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What cannot be taken back is asked for before it is done, and the answer counts for that alone.
 */
@Timeout(120)
class QuestionTest {
  private static final Map<String, String> SPAN =
      Map.of("start", "12.5", "end", "0:20", "channel", "all", "comment", "a <name>");

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static HttpBrowser admin;

  @BeforeAll
  static void started() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    fixture.call("q1", "A7", "Ruth", "North", "I want a refund, please.");
    fixture.score();
    admin = fixture.signedIn(Role.ADMIN);
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  /** Something that goes for good. */
  private interface Thing {
    String make() throws Exception;
  }

  /**
   * One form.
   *
   * @param make gives the path that takes it away
   * @param page that shows it while it is there, by that path
   * @param shown on that page while it is there
   * @param asked parts of the question
   */
  private record Case(
      String what,
      Thing make,
      Map<String, String> form,
      java.util.function.UnaryOperator<String> page,
      String shown,
      List<String> asked) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            "a playlist with a clip",
            () -> playlist() + "/remove",
            Map.of(),
            path -> path.replace("/remove", ""),
            "Ways to say no",
            List.of("Its clip and the copy go", "for good", "Keep")),
        new Case(
            "a clip",
            () -> clip(playlist()) + "/remove",
            Map.of(),
            path -> "/api/v1" + path.replace("/remove", "/audio"),
            null,
            List.of("refund, please", "Remove it for good")),
        new Case(
            "a saved search",
            QuestionTest::search,
            Map.of(),
            path -> "/searches",
            "<code>refund OR money</code>",
            List.of("Money talk", "refund OR money")),
        new Case(
            "a calibration set",
            QuestionTest::set,
            Map.of(),
            path -> path.replace("/close", ""),
            "Open: nobody sees",
            List.of("0 of 2 sheets are answered", "cannot be opened again")),
        new Case(
            "words of a call",
            () -> "/calls/s1/redactions",
            SPAN,
            path -> "/api/v1/calls/s1",
            "at once",
            List.of("6 words go", "I want my refund at once<", "a &lt;name>", "Keep")));
  }

  private static String playlist() throws Exception {
    String list = location(admin.post("/playlists", Map.of("title", "Ways to say no")));
    clip(list);
    return list;
  }

  private static String clip(String list) throws Exception {
    return clip(list, "n1");
  }

  private static String clip(String list, String call) throws Exception {
    String number = list.substring(list.lastIndexOf('/') + 1);
    String at =
        location(
            admin.post(
                "/clips",
                Map.of(
                    "call_id",
                    call,
                    "start",
                    "12",
                    "end",
                    "20",
                    "part",
                    "good",
                    "playlist",
                    number)));
    return "/clips/" + at.substring(at.indexOf("#clip-") + 6);
  }

  private static String search() throws Exception {
    admin.post("/searches", Map.of("title", "Money talk", "q", "refund OR money"));
    String page = admin.get("/searches").body();
    int at = page.indexOf("action=\"/searches/");
    return page.substring(at + 8, page.indexOf('"', at + 8)) + "/remove";
  }

  private static String set() throws Exception {
    String fields =
        "title=October&form=courtesy&calls=n1&reviewer=the-reviewer&reviewer=the-supervisor";
    return location(
            admin.sendBody("POST", "/calibration", fields + "&csrf=" + admin.token("/help")))
        + "/close";
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static Map<String, String> sure(Map<String, String> form, String state) {
    Map<String, String> answer = new HashMap<>(form);
    answer.put(Question.FIELD, state);
    return answer;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void itIsAskedForAndDoneOnlyByTheAnswerToThatQuestion(Case thing) throws Exception {
    String path = thing.make().make();
    String page = thing.page().apply(path);
    HttpResponse<String> question = admin.post(path, thing.form());
    assertThat(question.statusCode()).isEqualTo(200);
    assertThat(question.body()).contains(thing.asked()).contains("data-question", "data-keep");
    for (String wrong : List.of("", "yes", "0".repeat(64))) {
      HttpResponse<String> refused = admin.post(path, sure(thing.form(), wrong));
      assertThat(refused.statusCode()).as(wrong).isEqualTo(409);
      assertThat(refused.body()).contains("nothing was done");
    }
    if (thing.shown() != null) {
      assertThat(admin.get(page).body()).as("it is still there").contains(thing.shown());
    }
    location(admin.post(path, sure(thing.form(), HttpBrowser.state(question))));
    if (thing.shown() != null) {
      assertThat(admin.get(page).body()).doesNotContain(thing.shown());
    }
    assertThat(admin.post(path, sure(thing.form(), HttpBrowser.state(question))).statusCode())
        .as("once more")
        .isIn(302, 404, 409);
  }

  @Test
  void whatChangedSinceTheQuestionIsAskedAgain() throws Exception {
    String list = playlist();
    String asked = HttpBrowser.state(admin.post(list + "/remove", Map.of()));
    clip(list);
    HttpResponse<String> again = admin.post(list + "/remove", sure(Map.of(), asked));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Its 2 clips and their copies go", "Something has changed");
    location(admin.post(list + "/remove", sure(Map.of(), HttpBrowser.state(again))));
    assertThat(admin.get(list).statusCode()).isEqualTo(404);
  }

  @Test
  void aRedactionSaysWhatItReachesAndHoldsForItsSpanAndRecordOnly() throws Exception {
    String path = "/calls/q1/redactions";
    String list = location(admin.post("/playlists", Map.of("title", "Ways to say no")));
    clip(list, "q1");
    admin.post("/calls/q1/comments", Map.of("start", "13", "end", "14", "comment", "Why?"));
    HttpResponse<String> question =
        admin.post(path + "?q=refund&at=1&t=3", Map.of("start", "13", "end", "16"));
    assertThat(question.body())
        .contains("Redact 0:13.0 to 0:16.0 for good?", "Ways to say no", "from 1 clip too")
        .contains("1 comment is about this span", "href=\"/calls/q1?q=refund&amp;at=1#review\"")
        .contains("action=\"/calls/q1/redactions?q=refund&amp;at=1\"");
    String state = HttpBrowser.state(question);
    assertThat(admin.post(path, sure(Map.of("start", "13", "end", "17"), state)).statusCode())
        .as("another span")
        .isEqualTo(409);
    admin.sure(path, Map.of("start", "0", "end", "2"));
    assertThat(admin.post(path, sure(Map.of("start", "13", "end", "16"), state)).statusCode())
        .as("another record")
        .isEqualTo(409);
    assertThat(admin.get("/api/v1/calls/q1").body()).contains("refund, please");
    assertThat(admin.get(list).body()).contains("refund, please");
    String back =
        location(
            admin.sure(path + "?q=refund&sort=newest&at=1", Map.of("start", "13", "end", "16")));
    assertThat(back).isEqualTo("/calls/q1?q=refund&sort=newest&at=1#review");
    assertThat(admin.get("/api/v1/calls/q1").body()).doesNotContain("refund, please");
  }

  @Test
  void whereNothingIsSaidItSaysSo() throws Exception {
    assertThat(
            admin.post("/calls/odd%2Fid%201/redactions", Map.of("start", "26", "end", "27")).body())
        .contains("That cannot be read");
    assertThat(
            admin
                .post("/calls/odd%2Fid%201/redactions", Map.of("start", "20.1", "end", "20.3"))
                .body())
        .contains("No words lie in this span");
  }
}
