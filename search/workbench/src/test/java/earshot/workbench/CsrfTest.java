package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AccessTable.Row;
import earshot.workbench.account.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No change without the token of the very session, from a page of the very server. */
@Timeout(120)
class CsrfTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static final Map<Role, HttpBrowser> BROWSERS = new EnumMap<>(Role.class);
  private static String otherSession;
  private static String signInForm;

  @BeforeAll
  static void sessions() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    for (Role role : AccessTable.ROLES) {
      BROWSERS.put(role, fixture.signedIn(role));
    }
    otherSession = fixture.signedIn(Role.ADMIN).token("/help");
    signInForm = fixture.browser().token("/login");
  }

  @AfterAll
  static void closed() throws IOException {
    BROWSERS.clear();
    fixture.close();
  }

  static Stream<Row> changes() {
    return AccessTable.rows().stream()
        .filter(row -> row.changes() && !row.path().startsWith("/login"));
  }

  private static HttpBrowser somebody(Row row) {
    return BROWSERS.get(
        Stream.of(Role.ADMIN, Role.AGENT).filter(row::open).findFirst().orElseThrow());
  }

  private static int status(Row row, String type, String query, String body, String... headers)
      throws Exception {
    String cookies =
        somebody(row).cookies().stream()
            .map(c -> c.getName() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + fixture.workbench.server().port()
                        + row.example()
                        + query))
            .header("Content-Type", type)
            .header("Cookie", cookies)
            .method(row.method(), HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aForgedChangeIsRefused(Row row) throws Exception {
    String right = somebody(row).token("/help");
    for (String wrong :
        List.of("", "csrf=", "csrf=x" + right, "csrf=" + otherSession, "csrf=" + signInForm)) {
      assertThat(status(row, FORM, "", wrong)).as("%s with '%s'", row, wrong).isEqualTo(419);
    }
    assertThat(status(row, FORM, "?csrf=" + right, "")).as("token in the address").isEqualTo(419);
    String json = "{\"csrf\":\"" + right + "\"}";
    assertThat(status(row, "application/json", "", json)).as("as JSON").isEqualTo(419);
    assertThat(status(row, FORM, "", "", "X-CSRF-Token", otherSession)).isEqualTo(419);
    for (String site : List.of("cross-site", "same-site", "anything")) {
      assertThat(status(row, FORM, "", "csrf=" + right, "Sec-Fetch-Site", site))
          .as("%s from %s", row, site)
          .isEqualTo(419);
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aChangeFromThePageItselfIsNot(Row row) throws Exception {
    if (!row.path().equals("/logout")) {
      String right = "csrf=" + somebody(row).token("/help");
      assertThat(status(row, FORM, "", right, "Sec-Fetch-Site", "same-origin"))
          .as(row.toString())
          .isIn(302, 400, 404);
    }
  }
}
