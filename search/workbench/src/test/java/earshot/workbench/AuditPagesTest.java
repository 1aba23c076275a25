package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way through an audit that is longer than a page. */
@Timeout(120)
class AuditPagesTest {
  @TempDir Path root;

  @Test
  void theAuditLeadsToOlderLinesAndBackToNewerOnes() throws Exception {
    try (WorkbenchFixture fixture = WorkbenchFixture.withCalls(root)) {
      HttpBrowser reviewer = fixture.signedIn(Role.REVIEWER);
      for (int i = 0; i < 201; i++) {
        reviewer.get("/calls/n1");
      }
      HttpBrowser admin = fixture.signedIn(Role.ADMIN);
      assertThat(admin.get("/admin").body())
          .contains("rel=\"next\" href=\"/admin?offset=100#audit\">Older")
          .doesNotContain("rel=\"prev\"");
      assertThat(admin.get("/admin?offset=100").body())
          .contains("rel=\"prev\" href=\"/admin#audit\">Newer", "from line 101")
          .contains("rel=\"next\" href=\"/admin?offset=200#audit\">Older");
      assertThat(admin.get("/admin?offset=200").body())
          .contains("rel=\"prev\" href=\"/admin?offset=100#audit\">Newer")
          .doesNotContain("rel=\"next\"");
    }
  }
}
