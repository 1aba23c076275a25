package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.account.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days and times are written one way on every page, and in ISO 8601 for programs. */
@Timeout(120)
class DatesTest {
  private static final Pattern TIME =
      Pattern.compile(
          "<time datetime=\"(\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d))?)\">"
              + "((\\w+day )?\\d{1,2} [A-Z][a-z]{2,8} \\d{4}(,? \\d\\d:\\d\\d[^<]*)?)</time>");

  /** Examples of queries are written as queries are; the title of a tab holds no elements. */
  private static final Pattern NOT_PROSE =
      Pattern.compile("<(title|code|script|svg)\\b.*?</\\1>", Pattern.DOTALL);

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static Map<Role, HttpBrowser> people;
  private static OneOfEach made;

  @BeforeAll
  static void oneOfEach() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    people = OneOfEach.people(fixture);
    made = OneOfEach.about(fixture, people, "n1", "A7", "plain");
    OneOfEach.alerts(fixture, "A7", "North", made);
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, 3, ADMIN",
    "/?q=refund, 3, ADMIN",
    "/calls/{call_id}, 3, ADMIN",
    "/calls/{call_id}/similar, 1, ADMIN",
    "/searches, 1, REVIEWER",
    "/disputes, 1, AGENT",
    "/calibration, 1, ADMIN",
    "/calibration/{calibration_id}, 1, ADMIN",
    "/team, 2, ADMIN",
    "/team/agents/{agent_id}, 2, ADMIN",
    "/playlists, 1, ADMIN",
    "/playlists/{playlist_id}, 3, ADMIN",
    "/playlists/{playlist_id}?question=greeting, 4, ADMIN",
    "/clips/new?call_id={call_id}, 1, ADMIN"
  })
  void everyPageWritesThemSo(String route, int least, Role reader) throws Exception {
    String page = people.get(reader).get(made.path(route)).body();
    List<String> times = TIME.matcher(page).results().map(r -> r.group()).toList();
    assertThat(times).as(route).hasSizeGreaterThanOrEqualTo(least);
    assertThat(page.split("<time", -1)).as("and no other way").hasSize(times.size() + 1);
    String prose = NOT_PROSE.matcher(page).replaceAll(" ").replaceAll("<[^>]*>", " ");
    assertThat(prose).doesNotContainPattern("\\d{4}-\\d\\d-\\d\\d");
    String undated = TIME.matcher(page).replaceAll(" ");
    assertThat(NOT_PROSE.matcher(undated).replaceAll(" ").replaceAll("<[^>]*>", " "))
        .as("a time without its machine's form")
        .doesNotContainPattern("\\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d");
  }
}
