package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Counts, suggestions and likeness know nothing of calls outside of one's scope. */
@Timeout(120)
class SearchRowFilterTest {
  @TempDir static Path root;
  private static WorkbenchFixture fixture;

  @BeforeAll
  static void aWorkbench() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    fixture.call("n2", "A7", "Ruth", "North", "The invoice about the broadband is wrong.");
    fixture.call(
        "s2",
        "A9",
        "Omar",
        "South",
        "The zanzibar invoice for the broadband.",
        "2025-02-03T09:00:00Z");
    fixture.score();
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  private static String value(String label, int calls) {
    return "<span class=\"facet-label\">" + label + "</span> <span class=\"count\">" + calls + "<";
  }

  @Test
  void whoSeesAllCountsAll() throws Exception {
    String page = fixture.signedIn(Role.REVIEWER).page("/?q=invoice");
    assertThat(page)
        .contains(value("North", 1), value("South", 1), value("Omar (A9)", 1), "3 Feb 2025")
        .contains("by month", "<strong>2</strong> calls");
  }

  @Test
  void theOthersCountWhatTheySee() throws Exception {
    for (Role role : List.of(Role.SUPERVISOR, Role.AGENT)) {
      HttpBrowser browser = fixture.signedIn(role);
      for (String query :
          List.of("/", "/?q=*", "/?q=invoice", "/?q=NOT+nothing", "/?q=team:north")) {
        assertThat(browser.page(query))
            .as(query + " as " + role)
            .contains("<span class=\"facet-label\">")
            .contains("North", "Ruth (A7)")
            .doesNotContain("South", "south", "Omar", "A9", "2025", "s2");
      }
      assertThat(browser.page("/?q=*")).contains(value("North", 2), "<strong>2</strong>");
      assertThat(browser.page("/?q=team:south"))
          .contains("<strong>0</strong>", value("North", 2))
          .doesNotContain("South", "Omar");
    }
  }

  @Test
  void wordsOfHiddenCallsAreNotSuggested() throws Exception {
    assertThat(fixture.signedIn(Role.REVIEWER).page("/?q=zanzibor"))
        .contains("Did you mean", "<strong>zanzibar</strong>", "href=\"/?q=zanzibar\"");
    assertThat(fixture.signedIn(Role.SUPERVISOR).page("/?q=zanzibor"))
        .doesNotContain("Did you mean", "zanzibar");
  }

  @Test
  void likeCallsAreThoseOneSees() throws Exception {
    HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
    assertThat(reviewer.page("/calls/n2/similar")).contains("href=\"/calls/s2\"", "broadband");
    HttpBrowser supervisor = fixture.signedIn(Role.SUPERVISOR);
    assertThat(supervisor.page("/calls/n2/similar")).doesNotContain("s2", "Omar");
    assertThat(supervisor.get("/calls/s2/similar").statusCode()).isEqualTo(404);
    assertThat(supervisor.get("/calls/none/similar").statusCode()).isEqualTo(404);
  }
}
