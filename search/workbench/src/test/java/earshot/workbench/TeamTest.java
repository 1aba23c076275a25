package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.CallJson;
import earshot.workbench.account.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The figures of teams on the real server, held against what the search finds. */
@Timeout(240)
class TeamTest {
  /** A link to the calls behind a number: the address, and what its label says. */
  private static final Pattern BEHIND =
      Pattern.compile("<a href=\"/\\?q=([^\"]*)\" aria-label=\"([^\"]*): show the calls\"");

  private static final Pattern N = Pattern.compile("(?:of|n) (\\d+)(?:, too few)?$|^(\\d+) ");

  /** A row of the agents: whether it is about few calls, and its mean. */
  private static final Pattern AGENT =
      Pattern.compile(
          "(?s)<tr class=\"(few|)\">\\s*<th scope=\"row\">.*?score-mean\">([0-9.]+|-)<");

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static HttpBrowser reviewer;

  @BeforeAll
  static void tenWeeks() throws Exception {
    fixture = WorkbenchFixture.empty(root);
    TeamCalls.score(root.resolve("transcripts"), fixture.folder);
    reviewer = fixture.signedIn(Role.REVIEWER);
  }

  @AfterAll
  static void closed() throws Exception {
    fixture.close();
  }

  /** A number on a page and the query behind it. */
  private record Behind(String query, String label, int n) {}

  private static List<Behind> behind(String page) {
    List<Behind> all = new ArrayList<>();
    Matcher links = BEHIND.matcher(page);
    while (links.find()) {
      Matcher n = N.matcher(links.group(2));
      assertThat(n.find()).as(links.group(2)).isTrue();
      String number = n.group(1) == null ? n.group(2) : n.group(1);
      all.add(new Behind(links.group(1), links.group(2), Integer.parseInt(number)));
    }
    return all;
  }

  private static void requireThatSearchFindsThem(HttpBrowser browser, List<Behind> figures)
      throws Exception {
    for (Behind figure : figures) {
      JsonNode found =
          CallJson.mapper()
              .readTree(browser.get("/api/v1/search?limit=1&q=" + figure.query()).body());
      assertThat(found.path("total").asInt(-1))
          .as("%s by %s", figure.label(), figure.query())
          .isEqualTo(figure.n());
    }
  }

  @Test
  void everyNumberOnTheTeamPageIsTheNumberOfCallsItsLinkFinds() throws Exception {
    String page = reviewer.get("/team").body();
    List<Behind> figures = behind(page);
    assertThat(figures).hasSizeGreaterThan(100);
    assertThat(page).contains("Zoe", "(not known)", "(no team)");
    requireThatSearchFindsThem(reviewer, figures);
    requireThatSearchFindsThem(
        reviewer, behind(reviewer.get("/team?form=compliance&team=south&weeks=4").body()));
  }

  @Test
  void everyNumberOfAnAgentIsTheNumberOfCallsItsLinkFinds() throws Exception {
    for (String path :
        List.of(
            "/team/agents/A7", "/team/agents/a12?form=complaint-handling&question=apologises")) {
      List<Behind> figures = behind(reviewer.get(path).body());
      assertThat(figures).as(path).hasSizeGreaterThan(10);
      requireThatSearchFindsThem(reviewer, figures);
    }
  }

  @Test
  void callsOfAnOpenSetAreInNoFigureOfThoseWhoAreAsked() throws Exception {
    HttpBrowser admin = fixture.signedIn(Role.ADMIN);
    String fields =
        "title=October&form=courtesy&calls=agent_id%3Aa7&reviewer=the-reviewer"
            + "&reviewer=the-supervisor";
    String before = reviewer.get("/team").body();
    String set =
        admin
            .sendBody("POST", "/calibration", fields + "&csrf=" + admin.token("/help"))
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(admin.get(set).body()).containsPattern("The first 50 of \\d\\d calls that match");
    String page = reviewer.get("/team").body();
    assertThat(page).contains("You are asked to answer this form yourself about 50 of these calls");
    assertThat(behind(page)).isNotEqualTo(behind(before));
    requireThatSearchFindsThem(reviewer, behind(page));
    requireThatSearchFindsThem(reviewer, behind(reviewer.get("/team/agents/A7").body()));
    assertThat(behind(reviewer.get("/team?form=compliance").body()))
        .as("another form")
        .isEqualTo(behind(admin.get("/team?form=compliance").body()));
    assertThat(behind(admin.get("/team").body())).as("not asked").isEqualTo(behind(before));
    admin.sure(set + "/close", Map.of());
    assertThat(behind(reviewer.get("/team").body())).isEqualTo(behind(before));
  }

  @Test
  void fewCallsAreNotCompared() throws Exception {
    String page = reviewer.get("/team").body();
    String newcomer = page.substring(page.indexOf("Nadia (a12)"));
    assertThat(newcomer.substring(0, newcomer.indexOf("</tr>")))
        .contains("too few to compare", ">2</a>");
    assertThat(page).contains("heat-few", "n 2 few");
    assertThat(reviewer.get("/team/agents/A12").body()).doesNotContain(">lower<", ">higher<");
  }

  @Test
  void agentsWithTooFewCallsComeLastWhateverTheirMeans() throws Exception {
    for (String path : List.of("/team", "/team?order=lowest")) {
      String page = reviewer.get(path).body();
      assertThat(page).contains("Agents with fewer than 10 scored calls come last");
      List<Boolean> few = new ArrayList<>();
      List<Double> means = new ArrayList<>();
      Matcher rows = AGENT.matcher(page.substring(0, page.indexOf("id=\"teams\"")));
      while (rows.find()) {
        few.add(rows.group(1).equals("few"));
        if (rows.group(1).isEmpty()) {
          means.add(Double.valueOf(rows.group(2)));
        }
      }
      assertThat(few).as(path).contains(true, false).isSorted();
      if (path.endsWith("lowest")) {
        assertThat(means).hasSizeGreaterThan(3).isSorted();
        assertThat(page).contains("<option value=\"lowest\" selected>", "&amp;order=lowest");
      }
    }
  }

  @Test
  void titlesTellOneTabFromAnother() throws Exception {
    assertThat(reviewer.get("/team").body()).contains("<title>Team, Courtesy · Earshot</title>");
    assertThat(reviewer.get("/team?form=compliance&team=south").body())
        .contains("<title>Team South, Compliance · Earshot</title>");
    assertThat(reviewer.get("/team/agents/A7?question=greeting").body())
        .contains("<title>Ruth (A7), Courtesy, greeting · Earshot</title>")
        .contains("<a href=\"/team?form=courtesy&amp;question=greeting\">Team</a>");
  }

  @Test
  void controlLimitsNeedWeeksAndAWeekOutsideIsMarked() throws Exception {
    assertThat(reviewer.get("/team?weeks=4").body())
        .contains("Control limits need 8 weeks with enough calls; there are")
        .doesNotContain("class=\"limit\"");
    assertThat(reviewer.get("/team?team=north").body())
        .contains("class=\"limit\"", "outside of the control limits");
  }

  @Test
  void aQuestionHasItsOwnTrend() throws Exception {
    String page = reviewer.get("/team?question=greeting").body();
    assertThat(page)
        .contains("Share of YES by week, per cent: Does the agent greet", "class=\"limit\"");
    requireThatSearchFindsThem(reviewer, behind(page).subList(0, TeamCalls.WEEKS));
  }

  @Test
  void whatIsOutsideOfTheScopeIsInNoFigure() throws Exception {
    HttpBrowser supervisor = fixture.signedIn(Role.SUPERVISOR);
    String page = supervisor.get("/team").body();
    assertThat(page).contains("Ruth", "Ben").doesNotContain("Omar", "Ines", "South", "(not known)");
    requireThatSearchFindsThem(supervisor, behind(page));
    assertThat(supervisor.get("/team?team=south").body()).isEqualToIgnoringWhitespace(page);
    assertThat(supervisor.get("/team/agents/A9").statusCode()).isEqualTo(404);
    assertThat(supervisor.get("/team/agents/A8").body()).contains("Rest of the team");
    HttpBrowser agent = fixture.signedIn(Role.AGENT);
    HttpResponse<String> sent = agent.get("/team");
    assertThat(sent.headers().firstValue("Location")).hasValue("/team/agents/A7");
    String own = agent.get("/team/agents/A7").body();
    assertThat(own).contains("Ruth").doesNotContain("Rest of the team", "Ben", "Omar");
    requireThatSearchFindsThem(agent, behind(own));
    assertThat(agent.get("/team/agents/A8").statusCode()).isEqualTo(404);
  }

  @Test
  void namesAreNeverMarkup() throws Exception {
    for (String path : List.of("/team", "/team/agents/A13", "/team?form=%3Cscript%3Ealert(2)")) {
      assertThat(reviewer.get(path).body()).doesNotContain("<script>alert");
    }
    assertThat(reviewer.get("/team").body()).contains("&lt;script&gt;alert(1)");
  }

  @Test
  void whatAPersonDecidesCounts() throws Exception {
    String path = "/team/agents/A10";
    int before = count(path, "NO");
    String call =
        CallJson.mapper()
            .readTree(
                reviewer.get("/api/v1/search?limit=1&q=agent_id:A10+answer.greeting:YES").body())
            .path("hits")
            .path(0)
            .path("call_id")
            .asText();
    reviewer.send(
        "POST",
        "/calls/" + call + "/answers",
        Map.of(
            "csrf",
            reviewer.token("/help"),
            "form",
            "courtesy",
            "question",
            "greeting",
            "answer",
            "NO",
            "comment",
            "Not to the customer."));
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (count(path, "NO") != before + 1) {
      assertThat(System.nanoTime()).as("figures follow the decision").isLessThan(deadline);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private static int count(String path, String answer) throws Exception {
    Matcher count =
        Pattern.compile("aria-label=\"(\\d+) " + answer + ", Does the agent greet[^\"]*: show")
            .matcher(reviewer.get(path).body());
    return count.find() ? Integer.parseInt(count.group(1)) : 0;
  }
}
