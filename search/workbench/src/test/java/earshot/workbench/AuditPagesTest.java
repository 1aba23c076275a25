package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way through an audit that is longer than a page, and to the lines that matter. */
@Timeout(120)
class AuditPagesTest {
  private static final Pattern LINE =
      Pattern.compile("<tr>\\s*<td class=\"day\"><time[^>]*>[^<]*</time></td><td>([^<]*)</td>");

  @TempDir Path root;
  private WorkbenchFixture fixture;
  private HttpBrowser reviewer;
  private HttpBrowser admin;

  @BeforeEach
  void people() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    reviewer = fixture.signedIn(Role.REVIEWER);
    admin = fixture.signedIn(Role.ADMIN);
  }

  @AfterEach
  void closed() throws IOException {
    fixture.close();
  }

  @Test
  void theAuditLeadsToOlderLinesAndBackToNewerOnes() throws Exception {
    for (int i = 0; i < 301; i++) {
      reviewer.get("/calls/n1");
    }
    assertThat(admin.get("/admin").body())
        .contains("Page 1 of 4")
        .contains("rel=\"next\" href=\"/admin?offset=100#audit\">Older")
        .contains("href=\"/admin?offset=300#audit\">Oldest")
        .doesNotContain("rel=\"prev\"", ">Newest<");
    assertThat(admin.get("/admin?offset=200").body())
        .contains("href=\"/admin#audit\">Newest", "Page 3 of 4")
        .contains("rel=\"prev\" href=\"/admin?offset=100#audit\">Newer")
        .contains("rel=\"next\" href=\"/admin?offset=300#audit\">Older")
        .doesNotContain(">Oldest<");
    assertThat(admin.get("/admin?offset=300").body())
        .contains("rel=\"prev\" href=\"/admin?offset=200#audit\">Newer")
        .doesNotContain("rel=\"next\"");
    assertThat(admin.get("/admin?who=the-reviewer&action=open-call&offset=100").body())
        .contains("301 lines", "/admin?who=the-reviewer&amp;action=open-call&amp;offset=200#audit");
  }

  @Test
  void whoOpenedACallAndWhatSomebodyDidIsFound() throws Exception {
    reviewer.get("/calls/n1");
    reviewer.get("/calls/s1");
    admin.get("/calls/s1");

    assertThat(admin.get("/calls/s1").body()).contains("href=\"/admin?call=s1#audit\"");
    assertThat(reviewer.get("/calls/s1").body()).doesNotContain("/admin?call=");
    assertThat(lines("?call=n1")).containsExactly("the-reviewer");
    assertThat(lines("?call=s1"))
        .containsExactly("the-reviewer", "the-admin", "the-admin", "the-reviewer");
    assertThat(lines("?call=s1&who=the-reviewer&action=open-call")).hasSize(2);
    assertThat(lines("?who=the-reviewer&action=sign-in")).containsExactly("the-reviewer");
    assertThat(lines("?who=the-reviewer&action=listen")).isEmpty();
    assertThat(lines("?who=the-review")).isEmpty();
    assertThat(admin.get("/admin?call=n").body()).contains("No line is like this", ">All lines<");
    assertThat(admin.get("/admin?action=hear").statusCode()).isEqualTo(400);
    assertThat(admin.get("/admin?who=%00").statusCode()).isEqualTo(400);
  }

  @Test
  void theSameLinesAreAFile() throws Exception {
    reviewer.get("/calls/n1");
    HttpResponse<String> file = admin.get("/export/audit.csv?action=open-call");
    assertThat(file.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(file.headers().firstValue("X-Total")).contains("1");
    assertThat(file.body().lines())
        .hasSize(2)
        .first()
        .isEqualTo("\uFEFFhappened_at,who,action,call_id,detail");
    assertThat(file.body()).containsPattern("Z,the-reviewer,open-call,n1,\r\n");
    assertThat(lines("?who=the-admin&action=export")).hasSize(1);
    assertThat(admin.get("/admin?action=export").body()).contains("audit, csv, 1 of 1 lines");
  }

  /** The names in the lines of the audit, the newest first. */
  private List<String> lines(String query) throws Exception {
    String page = admin.get("/admin" + query).body();
    Matcher line = LINE.matcher(page.substring(page.indexOf("id=\"audit\"")));
    List<String> names = new ArrayList<>();
    while (line.find()) {
      names.add(line.group(1));
    }
    return names;
  }
}
