package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SavedSearchesTest {
  private static final Pattern SEARCH = Pattern.compile("/searches/(\\d+)/remove");
  private static final Pattern ALERT = Pattern.compile("/alerts/(\\d+)/read");
  private static final Pattern WAITING = Pattern.compile("nav-count\">(\\d+)<");

  @TempDir Path root;
  private WorkbenchFixture fixture;
  private HttpBrowser reviewer;

  @BeforeEach
  void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    reviewer = fixture.signedIn(Role.REVIEWER);
  }

  @AfterEach
  void closed() throws IOException {
    fixture.close();
  }

  private static void post(HttpBrowser browser, int expected, String path, String... form)
      throws Exception {
    Map<String, String> fields = new HashMap<>(Map.of("csrf", browser.token("/help")));
    for (int i = 0; i < form.length; i += 2) {
      fields.put(form[i], form[i + 1]);
    }
    assertThat(browser.send("POST", path, fields).statusCode()).as(path).isEqualTo(expected);
  }

  private static void save(HttpBrowser browser, String title, String query) throws Exception {
    post(browser, 302, "/searches", "title", title, "q", query, "alerting", "on");
  }

  private static List<String> ids(HttpBrowser browser, Pattern pattern) throws Exception {
    return pattern
        .matcher(browser.page("/searches"))
        .results()
        .map(r -> r.group(1))
        .distinct()
        .toList();
  }

  private static String waiting(HttpBrowser browser) throws Exception {
    return WAITING
        .matcher(browser.page("/help"))
        .results()
        .map((MatchResult r) -> r.group(1))
        .findFirst()
        .orElse("0");
  }

  private void commit(String id, String agentId, String team, String said) throws Exception {
    fixture.call(id, agentId, "Ruth", team, said);
    fixture.score();
    fixture.workbench.alertWatch().look();
  }

  @Test
  void aSearchIsSavedRenamedRunAndRemoved() throws Exception {
    post(
        reviewer,
        302,
        "/searches",
        "title",
        "Money <back>",
        "q",
        "refund team:north",
        "sort",
        "oldest");
    String page = reviewer.page("/searches");
    assertThat(page)
        .contains("Money &lt;back&gt;", "href=\"/?q=refund+team%3Anorth&amp;sort=oldest\"")
        .doesNotContain(">alerts<");
    assertThat(reviewer.page("/")).contains("Money &lt;back&gt;");
    String id = ids(reviewer, SEARCH).get(0);
    post(reviewer, 302, "/searches/" + id, "title", "Refunds", "alerting", "on");
    assertThat(reviewer.page("/searches")).contains("Refunds", ">alerts<").doesNotContain("Money");
    assertThat(reviewer.sure("/searches/" + id + "/remove", Map.of()).statusCode()).isEqualTo(302);
    assertThat(ids(reviewer, SEARCH)).isEmpty();
    post(reviewer, 404, "/searches/" + id, "title", "Again");
    post(reviewer, 404, "/searches/" + id + "/remove");
  }

  @Test
  void whatCannotBeRunIsNotSaved() throws Exception {
    save(reviewer, "Broken", "refund colour:red");
    assertThat(reviewer.page("/searches")).contains("Not saved: unknown filter");
    save(reviewer, " ", "refund");
    assertThat(reviewer.page("/searches")).contains("Not saved: a saved search needs a name");
    post(reviewer, 302, "/searches", "title", "Odd", "q", "refund", "sort", "tallest");
    assertThat(reviewer.page("/searches")).contains("Not saved: cannot sort by");
    assertThat(ids(reviewer, SEARCH)).isEmpty();
  }

  @Test
  void whatIsAnotherAccountsDoesNotExist() throws Exception {
    save(reviewer, "Mine", "refund");
    commit("n8", "A7", "North", "A refund, please.");
    String search = ids(reviewer, SEARCH).get(0);
    String alert = ids(reviewer, ALERT).get(0);
    for (Role role : List.of(Role.SUPERVISOR, Role.TRAINER, Role.ADMIN, Role.AGENT)) {
      HttpBrowser other = fixture.signedIn(role);
      assertThat(other.page("/searches")).doesNotContain("Mine", "n8");
      post(other, 404, "/searches/" + search, "title", "Yours");
      post(other, 404, "/searches/" + search + "/remove");
      post(other, 404, "/alerts/" + alert + "/read");
      post(other, 302, "/alerts/read");
    }
    assertThat(waiting(reviewer)).isEqualTo("1");
    assertThat(reviewer.page("/searches")).contains("Mine");
  }

  @Test
  void aNewCallIsToldToThoseWhoMaySeeIt() throws Exception {
    HttpBrowser supervisor = fixture.signedIn(Role.SUPERVISOR);
    HttpBrowser agent = fixture.signedIn(Role.AGENT);
    for (HttpBrowser browser : List.of(reviewer, supervisor, agent)) {
      save(browser, "Refunds", "customer:refund OR team:south");
      assertThat(waiting(browser)).isEqualTo("0");
    }
    commit("s8", "A9", "South", "A refund, please.");
    commit("n8", "A8", "North", "A refund, please.");
    commit("n9", "A8", "North", "Nothing of the kind.");
    assertThat(waiting(reviewer)).isEqualTo("2");
    assertThat(waiting(supervisor)).isEqualTo("1");
    assertThat(waiting(agent)).isEqualTo("0");
    assertThat(supervisor.page("/searches"))
        .containsPattern("href=\"/calls/n8\\?t=1[2-9](\\.\\d+)?\"")
        .contains("1 new", "<time datetime=\"2026-10-01T09:00:00Z\">1 Oct 2026 09:00</time>")
        .doesNotContain("s8", "n9");
  }

  @Test
  void callsThatAnOwnerSeesNoLongerAreNotCounted() throws Exception {
    HttpBrowser supervisor = fixture.signedIn(Role.SUPERVISOR);
    save(supervisor, "Refunds", "refund");
    commit("n8", "A8", "North", "A refund, please.");
    commit("n9", "A8", "North", "The refund again.");
    assertThat(waiting(supervisor)).isEqualTo("2");
    leads("South");
    supervisor = fixture.signedIn(Role.SUPERVISOR);
    commit("s8", "A9", "South", "A refund, please.");
    assertThat(waiting(supervisor)).isEqualTo("1");
    assertThat(supervisor.page("/searches")).contains("s8").doesNotContain("n8", "n9");
    leads("North");
    assertThat(waiting(fixture.signedIn(Role.SUPERVISOR))).isEqualTo("2");
    leads("West");
    supervisor = fixture.signedIn(Role.SUPERVISOR);
    assertThat(waiting(supervisor)).isEqualTo("0");
    assertThat(supervisor.page("/searches")).doesNotContain("New calls");
  }

  private void leads(String team) {
    fixture
        .workbench
        .accounts()
        .setRole(
            WorkbenchFixture.name(Role.SUPERVISOR), Role.SUPERVISOR, Set.of(team), null, "test");
  }

  @Test
  void alertsAreReadOneByOneOrAllAtOnce() throws Exception {
    save(reviewer, "Refunds", "refund");
    commit("n7", "A7", "North", "A refund, please.");
    commit("n8", "A7", "North", "The refund again.");
    assertThat(waiting(reviewer)).isEqualTo("2");
    post(reviewer, 302, "/alerts/" + ids(reviewer, ALERT).get(0) + "/read");
    assertThat(waiting(reviewer)).isEqualTo("1");
    post(reviewer, 302, "/alerts/read");
    assertThat(waiting(reviewer)).isEqualTo("0");
    assertThat(reviewer.page("/searches")).contains("Read before (2)", "n7", "n8");
  }

  @Test
  void aCallIsToldOnceThoughItIsWrittenAgainAndTheServerStops() throws Exception {
    save(reviewer, "Refunds", "refund");
    save(reviewer, "North", "team:north");
    fixture.restart(
        () -> {
          fixture.call("n8", "A7", "Ruth", "North", "A refund, please.");
          fixture.score();
        });
    reviewer = fixture.signedIn(Role.REVIEWER);
    fixture.workbench.alertWatch().look();
    assertThat(waiting(reviewer)).isEqualTo("2");
    int rebuilt =
        EarshotCommand.commandLine()
            .execute("rebuild", "--data", fixture.folder.root().toString(), "index");
    assertThat(rebuilt).isZero();
    fixture.workbench.alertWatch().look();
    fixture.restart(() -> {});
    reviewer = fixture.signedIn(Role.REVIEWER);
    fixture.workbench.alertWatch().look();
    assertThat(waiting(reviewer)).isEqualTo("2");
  }

  @Test
  void whatWasThereBeforeAndWhatNobodyAsksForIsNotTold() throws Exception {
    fixture.call("n7", "A7", "Ruth", "North", "A refund, please.");
    fixture.score();
    save(reviewer, "Refunds", "refund"); // n7 lies in the index, but nobody has looked
    assertThat(waiting(reviewer)).isEqualTo("0");
    post(reviewer, 302, "/searches/" + ids(reviewer, SEARCH).get(0), "title", "Refunds");
    commit("n8", "A7", "North", "A refund, please.");
    assertThat(waiting(reviewer)).isEqualTo("0");
    post(
        reviewer,
        302,
        "/searches/" + ids(reviewer, SEARCH).get(0),
        "title",
        "Refunds",
        "alerting",
        "on");
    commit("n9", "A7", "North", "A refund, please.");
    assertThat(waiting(reviewer)).isEqualTo("1");
    reviewer.sure("/searches/" + ids(reviewer, SEARCH).get(0) + "/remove", Map.of());
    assertThat(waiting(reviewer)).isEqualTo("0");
  }
}
