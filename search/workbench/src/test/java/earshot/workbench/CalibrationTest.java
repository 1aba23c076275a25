package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calibration over HTTP: who sees which answers, and when. */
@Timeout(120)
class CalibrationTest {
  private static final String CALL = "/calls/n1";
  private static final String COURTESY = "id=\"card-courtesy\"";

  @TempDir Path root;
  private WorkbenchFixture fixture;
  private HttpBrowser admin;
  private HttpBrowser reviewer;
  private HttpBrowser supervisor;

  @BeforeEach
  void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    admin = fixture.signedIn(Role.ADMIN);
    reviewer = fixture.signedIn(Role.REVIEWER);
    supervisor = fixture.signedIn(Role.SUPERVISOR);
  }

  @AfterEach
  void closed() throws IOException {
    fixture.close();
  }

  private HttpResponse<String> asked(String fields) throws Exception {
    return admin.sendBody("POST", "/calibration", fields + "&csrf=" + admin.token("/help"));
  }

  /** Path of a new set of one call. */
  private String open() throws Exception {
    return asked(
            "title=October&form=courtesy&calls=n1&reviewer=the-reviewer&reviewer=the-supervisor")
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  @Test
  void oneReviewerIsNotEnoughAndWhatWasTypedStays() throws Exception {
    HttpResponse<String> page =
        asked("title=Autumn&form=compliance&calls=n1%0As1&reviewer=the-reviewer");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("A set needs a title and two reviewers or more.", "value=\"Autumn\"", ">n1\ns1<")
        .contains("<option value=\"compliance\" selected>", "value=\"the-reviewer\" checked")
        .doesNotContain("value=\"the-admin\" checked");
  }

  @Test
  void aSetIsNotOpenedWithoutACallThatWasNamed() throws Exception {
    String rest = "&title=Autumn&form=courtesy&reviewer=the-reviewer&reviewer=the-admin";
    HttpResponse<String> one = asked("calls=n1%0An9, s1" + rest);
    assertThat(one.statusCode()).isEqualTo(400);
    assertThat(one.body()).contains("There is no call n9.", ">n1\nn9, s1<", "None yet.");
    assertThat(asked("calls=n9" + rest).body()).contains("No call has this id", "finds none");
    assertThat(asked("calls=team:north+(" + rest).body())
        .contains("No call has this id, and as a query: ");
    assertThat(asked("calls=n1,+s1" + rest).statusCode()).isEqualTo(302);
    fixture.call("a,b", "A7", "Ruth", "North", "A comma.");
    fixture.score();
    assertThat(asked("calls=n1%0Aa,b" + rest).statusCode()).as("an id with a comma").isEqualTo(302);
  }

  @Test
  void reviewersOfASetSeeNoAnswersUntilItIsClosed() throws Exception {
    String set = open();
    String sheet = set + "/calls/0";
    assertThat(reviewer.get(sheet).body())
        .contains("refund", "answer.greeting")
        .doesNotContain("badge", "id=\"card-");
    reviewer.post(sheet, Map.of("answer.greeting", "YES", "answer.offer-of-help", "YES"));
    supervisor.post(sheet, Map.of("answer.greeting", "NO", "answer.offer-of-help", "YES"));
    assertThat(supervisor.get(set).body()).doesNotContain("Agreement", "<td>YES");
    assertThat(reviewer.post(set + "/close", Map.of()).statusCode()).isEqualTo(403);
    admin.sure(set + "/close", Map.of());
    String outcome = reviewer.get(set).body();
    assertThat(outcome)
        .contains("ambiguous", "href=\"/calls/n1#answer-courtesy-greeting\"")
        .containsPattern("n1</a></td>\\s*<td>YES</td>\\s*<td>NO</td>\\s*<td class=\"quiet\">YES");
    assertThat(row(outcome, "Does the agent greet the customer?"))
        .as("one pair, different; one of two answers is the machine's")
        .isEqualTo("0 % | -1.00 | 1 | 50 % | 2 |");
    assertThat(row(outcome, "All questions"))
        .as("two pairs, one equal; three of four answers are the machine's")
        .startsWith("50 %")
        .endsWith("| 2 | 75 % | 4 |");
    reviewer.post(sheet, Map.of("answer.greeting", "NO"));
    assertThat(reviewer.get(set).body()).contains("the set is closed").isNotEmpty();
    assertThat(row(reviewer.get(set).body(), "Does the agent greet the customer?"))
        .startsWith("0 %");
  }

  /** The cells with figures of a row of the agreement. */
  private static String row(String page, String question) {
    int start = page.indexOf("<th scope=\"row\">" + question);
    assertThat(start).as(question).isPositive();
    String row = page.substring(start, page.indexOf("</tr>", start));
    return row.replaceFirst(".*?</th>", "")
        .replaceAll("<span.*", "")
        .replaceAll("</td>", " | ")
        .replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ")
        .replaceFirst("( \\|)+ ?$", " |")
        .strip();
  }

  @Test
  void theCallPageWithholdsTheFormFromThoseWhoAreAskedUntilTheSetIsClosed() throws Exception {
    assertThat(reviewer.get(CALL).body()).contains(COURTESY);
    String set = open();
    assertThat(reviewer.get(CALL).body())
        .contains(
            "until the calibration set", "href=\"" + set + "/calls/0\"", "id=\"card-compliance\"")
        .doesNotContain(COURTESY, "answer-courtesy-");
    assertThat(reviewer.get("/api/v1" + CALL).body())
        .contains("\"compliance\"")
        .doesNotContain("\"greeting\"");
    assertThat(admin.get(CALL).body()).as("an admin is not asked").contains(COURTESY);
    reviewer.post(set + "/calls/0", Map.of("answer.greeting", "YES"));
    assertThat(reviewer.get(CALL).body()).as("answers may still change").doesNotContain(COURTESY);
    admin.sure(set + "/close", Map.of());
    assertThat(reviewer.get(CALL).body()).contains(COURTESY);
    assertThat(reviewer.get("/api/v1" + CALL).body()).contains("\"greeting\"");
  }

  @Test
  void whatWaitsIsCountedInTheNavigation() throws Exception {
    String set = open();
    assertThat(entry(reviewer)).contains("nav-count\">1<");
    assertThat(reviewer.get("/calibration").body()).contains("0 of 2 sheets answered; 1 wait");
    reviewer.post(set + "/calls/0", Map.of("answer.greeting", "YES"));
    assertThat(entry(reviewer)).doesNotContain("nav-count");
    assertThat(reviewer.get("/calibration").body()).contains("1 of 2 sheets answered<");
    assertThat(entry(supervisor)).contains("nav-count\">1<");
    admin.sure(set + "/close", Map.of());
    assertThat(entry(supervisor)).doesNotContain("nav-count");
  }

  /** The entry of the navigation. */
  private static String entry(HttpBrowser browser) throws Exception {
    String page = browser.get("/help").body();
    int start = page.indexOf("href=\"/calibration\"");
    return page.substring(start, page.indexOf("</a>", start));
  }
}
