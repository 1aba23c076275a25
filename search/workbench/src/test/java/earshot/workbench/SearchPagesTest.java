package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.AnswerValue;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.data.PersonAnswers;
import earshot.index.CallIndexWriter;
import earshot.workbench.account.Role;
import earshot.workbench.web.Links;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SearchPagesTest {
  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static HttpBrowser reviewer;

  @BeforeAll
  static void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    reviewer = fixture.signedIn(Role.REVIEWER);
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  @Test
  void aHitShowsTheTurnTheWordAndTheWayToTheMoment() throws Exception {
    String page = reviewer.get("/?q=customer:refund+team:north").body();
    assertThat(page)
        .contains("<strong>1</strong>", "call", "<mark>refund,</mark>", "href=\"/calls/n1?q=")
        .containsPattern(
            "href=\"/calls/n1\\?t=1[2-9](\\.\\d+)?&amp;q=customer%3Arefund\\+team%3Anorth&amp;at=1\"")
        .contains("<code>team:north</code>", "href=\"/?q=customer%3Arefund\"");
  }

  @Test
  void thoseWhoMakeClipsAreLedFromAHitToAClipOfItsTurn() throws Exception {
    for (Role role : List.of(Role.REVIEWER, Role.SUPERVISOR, Role.TRAINER, Role.ADMIN)) {
      HttpBrowser maker = fixture.signedIn(role);
      assertThat(maker.get("/?q=customer:refund+team:north").body())
          .as(role.id())
          .contains("href=\"/clips/new?call_id=n1&amp;start=12.5&amp;end=20\"");
      assertThat(maker.get("/clips/new?call_id=n1&start=12.5&end=20").body())
          .contains("name=\"start\" size=\"7\" required value=\"0:12.5\"", "value=\"0:20.0\"");
    }
    assertThat(fixture.signedIn(Role.AGENT).get("/?q=customer:refund+team:north").body())
        .contains("<mark>refund,</mark>")
        .doesNotContain("/clips/new");
    assertThat(reviewer.get("/?q=refund").body())
        .contains("href=\"/clips/new?call_id=odd%2Fid+1&amp;start=12.5&amp;end=20\"");
  }

  @Test
  void whatWasSaidIsNeverMarkup() throws Exception {
    String page = reviewer.get("/?q=refund").body();
    assertThat(page)
        .contains("&lt;script&gt;alert(1)", "href=\"/calls/odd%2Fid%201?q=refund&amp;at=")
        .doesNotContain("<script>alert", "<b>x");
    assertThat(reviewer.get("/?q=%3Cscript%3Ealert(3)%3C/script%3E").body())
        .doesNotContain("<script>alert");
  }

  @Test
  void aQueryThatIsWrongShowsWhereAndWhatToDo() throws Exception {
    HttpResponse<String> page = reviewer.get("/?q=refund+colour:red");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "Unknown filter",
            "refund <mark>colour:red</mark>",
            "At character 8",
            "filters, nearest first");
    JsonNode json = CallJson.mapper().readTree(reviewer.get("/api/v1/search?q=refund+(").body());
    assertThat(json.path("error").asText()).isNotEmpty();
    assertThat(json.path("position").asInt()).isEqualTo(8);
    assertThat(reviewer.get("/api/v1/search?q=").statusCode()).isEqualTo(400);
    assertThat(reviewer.get("/api/v1/search?q=x&limit=many").statusCode()).isEqualTo(400);
    assertThat(reviewer.get("/?q=x&offset=-1").statusCode()).isEqualTo(400);
  }

  @Test
  void aFormOrQuestionThatNoCallHasIsSaidWithTheNearestNames() throws Exception {
    assertThat(reviewer.get("/?q=refund+score.curtesy%3C60").body())
        .contains(
            "No call has the form 'curtesy'",
            "refund score.<mark>curtesy&lt;60</mark>",
            "nearest first: courtesy");
    HttpResponse<String> answer = reviewer.get("/api/v1/search?q=answer.greting:NO");
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode json = CallJson.mapper().readTree(answer.body());
    assertThat(json.path("error").asText()).isEqualTo("no call has the question 'greting'");
    assertThat(json.path("position").asInt()).isEqualTo("answer.".length());
    assertThat(json.path("hint").asText()).contains("greeting");
    assertThat(reviewer.get("/export/search.csv?q=version.nope:1").statusCode()).isEqualTo(400);
    assertThat(reviewer.get("/reviews?q=score.curtesy%3C60").body()).contains("courtesy");
    JsonNode order =
        CallJson.mapper().readTree(reviewer.get("/api/v1/search?q=*&sort=score.nope").body());
    assertThat(order.path("error").asText()).contains("score.nope", "courtesy");
  }

  @Test
  void aParameterThatCannotBeReadIsNamedWithWhatItTakes() throws Exception {
    for (String limit : List.of("-1", "abc")) {
      HttpResponse<String> answer = reviewer.get("/api/v1/search?q=refund&limit=" + limit);
      assertThat(answer.statusCode()).isEqualTo(400);
      JsonNode json = CallJson.mapper().readTree(answer.body());
      assertThat(json.path("error").asText())
          .isEqualTo("limit takes a whole number, 0 or more, not '" + limit + "'");
      assertThat(json.path("parameter").asText()).isEqualTo("limit");
      assertThat(json.path("hint").asText()).isEqualTo("For example: limit=20");
    }
    JsonNode order =
        CallJson.mapper().readTree(reviewer.get("/api/v1/search?q=refund&sort=loudest").body());
    assertThat(order.path("parameter").asText()).isEqualTo("sort");
    assertThat(order.path("error").asText()).contains("loudest", "newest");
    assertThat(reviewer.get("/?q=x&offset=%3Cb%3E").body())
        .contains("offset takes a whole number")
        .doesNotContain("'<b>");
  }

  @Test
  void theInterfaceAnswersAsTheCommandDoes() throws Exception {
    JsonNode json =
        CallJson.mapper().readTree(reviewer.get("/api/v1/search?q=refund&limit=2").body());
    assertThat(json.path("total").asInt()).isEqualTo(3);
    assertThat(json.path("hits")).hasSize(2);
    JsonNode match = json.path("hits").get(0).path("matches").get(0);
    assertThat(match.path("role").asText()).isEqualTo("customer");
    assertThat(match.path("words").get(0)).hasSize(2);
    assertThat(match.path("text").asText()).contains("refund");
  }

  @Test
  void anExportHoldsNoFormulas() throws Exception {
    HttpResponse<String> csv = reviewer.get("/export/search.csv?q=refund");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
    assertThat(csv.body().lines()).hasSize(4);
    assertThat(csv.body())
        .contains("2026-10-01T09:00:00Z,'=1+1,", "'=cmd refund <b>")
        .doesNotContain(",=");
    JsonNode json = CallJson.mapper().readTree(reviewer.get("/export/search.json?q=refund").body());
    assertThat(json.path("hits")).hasSize(3);
  }

  @Test
  void aCallIsShownWithWhatPeopleAnswered() throws Exception {
    PersonAnswers.publish(
        fixture.folder,
        "s1",
        List.of(
            new PersonAnswers.PersonAnswer(
                "courtesy",
                "greeting",
                AnswerValue.NO,
                "rita",
                Instant.parse("2026-11-01T08:00:00Z"),
                "I listened.")));
    JsonNode record = CallJson.mapper().readTree(reviewer.get("/api/v1/calls/s1").body());
    assertThat(record.path("call_id").asText()).isEqualTo("s1");
    assertThat(record.toString()).contains("\"layer\":\"person\"", "I listened.");
  }

  @Test
  void aNewCallIsFoundWithoutRestart() throws Exception {
    assertThat(reviewer.get("/api/v1/search?q=call_id:late1").body()).contains("\"total\":0");
    fixture.call("late1", "A7", "Ruth", "East", "A porcelain elephant, please.");
    fixture.score();
    assertThat(reviewer.get("/api/v1/search?q=porcelain+team:east").body())
        .contains("\"total\":1", "late1");
    assertThat(reviewer.get("/api/v1/calls/late1").statusCode()).isEqualTo(200);
  }

  @Test
  void aCommittedCallIsFoundWithinTwoSeconds() throws Exception {
    CallStore store = new CallStore(fixture.folder);
    CallRecord call = store.read(fixture.folder.callFile(LocalDate.of(2026, 10, 1), "n1"));
    try (CallIndexWriter writer = CallIndexWriter.open(fixture.folder.index())) {
      writer.remove("n1");
      writer.commit();
      assertThat(reviewer.get("/api/v1/search?q=call_id:n1").body()).contains("\"total\":0");
      writer.put(call, "again");
      writer.commit();
      long committed = System.nanoTime();
      boolean found = false;
      Duration after = Duration.ZERO;
      while (!found && after.toSeconds() < 20) {
        found = reviewer.get("/api/v1/search?q=call_id:n1").body().contains("\"total\":1");
        after = Duration.ofNanos(System.nanoTime() - committed);
      }
      assertThat(after).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void listAndExportsFollowTheOrder() throws Exception {
    fixture.call("z1", "A7", "Ruth", "North", "Marzipan, please.", "2026-09-01T09:00:00Z");
    fixture.call("z2", "A7", "Ruth", "North", "Marzipan again.", "2026-09-02T09:00:00Z");
    fixture.score();
    for (String sort : List.of("oldest", "newest")) {
      String first = sort.equals("oldest") ? "z1" : "z2";
      String query = "?q=marzipan&sort=" + sort;
      assertThat(reviewer.get("/export/search.csv" + query).body().lines().skip(1).findFirst())
          .hasValueSatisfying(row -> assertThat(row).startsWith(first + ","));
      for (String path : List.of("/api/v1/search", "/export/search.json")) {
        JsonNode json = CallJson.mapper().readTree(reviewer.get(path + query).body());
        assertThat(json.path("hits").get(0).path("call_id").asText()).isEqualTo(first);
      }
      assertThat(reviewer.get("/" + query).body())
          .containsPattern(
              "(?s)class=\"hit-link\" href=\"/calls/" + first + "\\?q=.*class=\"hit-link\"")
          .contains("href=\"/export/search.csv?q=marzipan&amp;sort=" + sort + "\"");
    }
    assertThat(reviewer.get("/?q=x&sort=tallest").statusCode()).isEqualTo(400);
    assertThat(reviewer.get("/export/search.csv?q=x&sort=tallest").statusCode()).isEqualTo(400);
  }

  @Test
  void aCallKnowsItsPlaceInTheListItWasOpenedFrom() throws Exception {
    fixture.call("q1", "A7", "Ruth", "North", "A quince, please.", "2026-08-01T09:00:00Z");
    fixture.call("q2", "A9", "Omar", "South", "No quince for me.", "2026-08-02T09:00:00Z");
    fixture.call("q3", "A7", "Ruth", "North", "Quince or quince?", "2026-08-03T09:00:00Z");
    fixture.score();
    String list = "q=quince&sort=oldest&at=";
    assertThat(reviewer.get("/?q=quince&sort=oldest").body())
        .containsPattern("href=\"/calls/q2\\?" + list.replace("&", "&amp;") + "2\"");
    assertThat(reviewer.get("/calls/q2?" + list + 2).body())
        .contains("2 of 3", "href=\"/?q=quince&amp;sort=oldest#hit-2\"")
        .containsPattern("rel=\"prev\" href=\"/calls/q1\\?t=[0-9.]+&amp;q=quince[^\"]*at=1\"")
        .containsPattern("rel=\"next\" href=\"/calls/q3\\?t=[0-9.]+&amp;q=quince[^\"]*at=3\"")
        .containsPattern(
            "data-seek=\"1\\d\\.?\\d*\" data-find=\"1\\d\\.?\\d*\" data-role=\"customer\"");
    assertThat(reviewer.get("/calls/q3?" + list + 1).body())
        .as("it moved since")
        .contains("3 of 3")
        .doesNotContain("rel=\"next\"");
    assertThat(reviewer.get("/calls/n1?" + list + 2).body())
        .as("it left the list")
        .containsPattern("rel=\"prev\" href=\"/calls/q1[^\"]*at=1\"")
        .containsPattern("rel=\"next\" href=\"/calls/q2[^\"]*at=2\"");
    assertThat(fixture.signedIn(Role.AGENT).get("/calls/q3?" + list + 2).body())
        .as("an agent goes from own call to own call")
        .contains("2 of 2")
        .containsPattern("rel=\"prev\" href=\"/calls/q1")
        .doesNotContain("/calls/q2");
    for (String none : List.of("", "?q=quince", "?q=quince&at=x", "?q=quince+(&at=1")) {
      assertThat(reviewer.get("/calls/q2" + none).body()).as(none).doesNotContain("trail-back");
    }
  }

  @Test
  void aHitOfAnAnswerOpensAtTheAnswer() throws Exception {
    String query = "(answer.greeting:YES OR answer.greeting:NO) call_id:n1";
    String asked = "/?q=" + Links.value(query);
    String place = "#answer-courtesy-greeting\"";
    assertThat(reviewer.get(asked).body())
        .containsPattern("class=\"hit-link\" href=\"/calls/n1\\?q=[^\"#]*at=1" + place)
        .containsPattern("data-moment=\"/calls/n1\\?q=[^\"#]*at=1" + place);
    assertThat(reviewer.get("/?q=answer.greeting:YES+refund+call_id:n1").body())
        .as("words that were found have their own moment")
        .containsPattern("data-moment=\"/calls/n1\\?t=[^\"#]*\"");
    assertThat(reviewer.get("/?q=answer.greeting:YES+answer.offer-of-help:YES").body())
        .as("two questions")
        .contains("hit-link")
        .doesNotContain("#answer-");
    assertThat(reviewer.get("/calls/n1?q=answer.greeting%3AYES&sort=oldest&at=2").body())
        .as("from call to call, answer to answer")
        .containsPattern("rel=\"(prev|next)\" href=\"/calls/[^\"]*" + place);
  }

  @Test
  void aFingerprintAsIdIsShownInShort() throws Exception {
    String id = "0123456789abcdef".repeat(4);
    fixture.call(id, "A7", "Ruth", "North", "Marmalade.", "2026-08-04T09:00:00Z");
    fixture.score();
    String shown = "<span class=\"call-id\" title=\"" + id + "\">0123456789ab…cdef</span>";
    assertThat(reviewer.get("/?q=marmalade").body()).contains(shown);
    assertThat(reviewer.get("/calls/" + id).body()).contains("<h1>Call " + shown + "</h1>");
    assertThat(reviewer.get("/calls/n1").body())
        .contains("<h1>Call <span class=\"call-id\">n1</span></h1>");
  }

  @Test
  void wordsFoundBySoundAreMarkedAsSuch() throws Exception {
    assertThat(reviewer.get("/?q=~refunt").body())
        .contains("<mark class=\"by-sound\"", "(by sound)");
    assertThat(reviewer.get("/?q=refunt").body()).contains("href=\"/?q=%7Erefunt\"");
    assertThat(reviewer.get("/?q=xylophones").body())
        .as("a way that leads nowhere is not offered")
        .contains("No call is found")
        .doesNotContain("what sounds so");
  }

  @Test
  void theValuesOfAFieldAreAddedAndTakenBack() throws Exception {
    assertThat(reviewer.get("/?q=refund+team:north").body())
        .contains("href=\"/?q=refund\"")
        .contains("href=\"/?q=refund+%28team%3Anorth+OR+team%3Asouth%29\"");
    assertThat(reviewer.get("/?q=refund+%28team:north+OR+team:south%29").body())
        .contains("<strong>2</strong>", "href=\"/?q=refund+team%3Asouth\"");
  }

  @Test
  void theAdminSeesFolderUsersAndAudit() throws Exception {
    HttpBrowser admin = fixture.signedIn(Role.ADMIN);
    admin.get("/api/v1/calls/n1");
    admin.get("/export/search.csv?q=refund");
    String page = admin.get("/admin").body();
    assertThat(page)
        .contains("the-supervisor", "North", "calls of A7", "discovered =", "open-call", "export")
        .containsPattern("all \\d calls");
  }

  @Test
  void theMonitorReadsFiguresWithItsToken() throws Exception {
    reviewer.get("/api/v1/search?q=refund");
    HttpBrowser monitor = fixture.browser();
    HttpResponse<String> figures =
        monitor.get("/metrics", "Authorization", "Bearer " + WorkbenchFixture.MONITOR);
    assertThat(figures.statusCode()).isEqualTo(200);
    assertThat(figures.body())
        .contains(
            "earshot_search_seconds_count",
            "earshot_http_requests_seconds_count",
            "route=\"/api/v1/search\"",
            "earshot_index_age_seconds")
        .doesNotContain("refund", "n1");
    assertThat(monitor.get("/metrics", "Authorization", "Bearer wrong").statusCode())
        .isEqualTo(401);
    assertThat(monitor.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void helpNamesEveryFilter() throws Exception {
    assertThat(reviewer.get("/help").body())
        .contains("agent_id:", "score.NAME:", "NEAR/4", "cancel*");
  }
}
