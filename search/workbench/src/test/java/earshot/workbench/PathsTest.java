package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.workbench.AccessTable.Row;
import earshot.workbench.account.Role;
import earshot.workbench.web.Links;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Names of files where ids belong, in every part of every path, query and form that takes an id.
 */
@Timeout(300)
class PathsTest {
  private static final String SECRET = "the secret of another folder";

  /** As they stand in a request line: some encoded once, some twice, some wrongly. */
  private static final List<String> ATTACKS =
      List.of(
          "..%2F..%2Fsecret.txt",
          "..%2f..%2f..%2fsecret",
          "%2e%2e%2f%2e%2e%2fsecret.txt",
          "%2E%2E/%2E%2E/secret.txt",
          "..%5C..%5Csecret.txt",
          "..%252F..%252Fsecret.txt",
          "%252e%252e%252fsecret.txt",
          "..%c0%af..%c0%afsecret.txt",
          "..%ef%bc%8fsecret.txt",
          "....%2F%2Fsecret.txt",
          "..;/secret.txt",
          "..",
          "%2e%2e",
          ".",
          "%00",
          "n1%00.json",
          "n1.json",
          "2026-10-01%2Fn1",
          "2026-10-01%2Fn1.json",
          "..%2Fwriter.lock",
          "%2Fetc%2Fpasswd",
          "file:%2F%2F%2Fetc%2Fpasswd",
          "C:%5CWindows%5Cwin.ini",
          "n1%20%20",
          "n1%2F",
          "%25",
          "%ff%fe",
          "*",
          "-1",
          "0x0",
          "99999999999999999999",
          "1%27%20or%20%271%27=%271",
          "x".repeat(3000));

  @TempDir static Path root;
  private static WorkbenchFixture fixture;
  private static OneOfEach made;
  private static HttpBrowser admin;
  private static HttpBrowser agent;
  private static List<Path> outside;

  @BeforeAll
  static void aFolderBesideTheData() throws Exception {
    fixture = WorkbenchFixture.withCalls(root);
    Files.writeString(root.resolve("secret.txt"), SECRET);
    Files.writeString(fixture.folder.root().resolve("secret.txt"), SECRET);
    Map<Role, HttpBrowser> people = OneOfEach.people(fixture);
    made = OneOfEach.about(fixture, people, "n1", "A7", "plain");
    OneOfEach.alerts(fixture, "A7", "North", made);
    admin = people.get(Role.ADMIN);
    agent = people.get(Role.AGENT);
    outside = outside();
  }

  @AfterAll
  static void closed() throws IOException {
    fixture.close();
  }

  private static List<Path> outside() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> !f.startsWith(fixture.folder.root())).sorted().toList();
    }
  }

  /** A route with one of its ids replaced. */
  static Stream<Row> places() {
    return AccessTable.rows().stream()
        .filter(row -> row.path().contains("{"))
        .flatMap(PathsTest::onePlaceEach);
  }

  private static Stream<Row> onePlaceEach(Row row) {
    List<Row> places = new ArrayList<>();
    for (String part : row.path().split("/")) {
      if (part.startsWith("{")) {
        places.add(
            new Row(row.method(), row.path().replace(part, "ATTACK"), row.nobody(), row.byRole()));
      }
    }
    return places.stream();
  }

  @ParameterizedTest
  @MethodSource("places")
  void anIdThatIsAFileNameFindsNothing(Row place) throws Exception {
    HttpBrowser browser = place.open(Role.ADMIN) ? admin : agent;
    String form = "csrf=" + Links.value(browser.token("/help"));
    for (String attack : ATTACKS) {
      String path = made.path(place.path()).replace("ATTACK", attack);
      String answer = raw(browser, place.method(), path, place.changes() ? form : "");
      assertThat(RawHttp.status(answer)).as("%s %s", place.method(), path).isIn(400, 404);
      assertThat(answer).doesNotContain(SECRET, "root:x:", "Exception", "\tat ");
    }
  }

  /** Past every client that would tidy the path up. */
  private static String raw(HttpBrowser browser, String method, String path, String form)
      throws IOException {
    String cookies =
        browser.cookies().stream()
            .map(c -> c.getName() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
    return RawHttp.ask(
        fixture.workbench.server().port(),
        method + " " + path,
        "Cookie: "
            + cookies
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n",
        form);
  }

  @Test
  void neitherDoesOneInAQuery() throws Exception {
    for (String place :
        List.of(
            "/clips/new?call_id=",
            "/clips/new?call_id=n1&playlist=",
            "/reviews?sample=",
            "/team?form=",
            "/team?team=",
            "/team?question=",
            "/team?weeks=",
            "/?sort=",
            "/?offset=",
            "/api/v1/search?q=refund&limit=",
            "/calls/n1?t=",
            "/admin?offset=",
            "/reviews?offset=",
            "/team?order=",
            "/playlists/" + made.ids.get("playlist_id") + "?question=")) {
      for (String attack : ATTACKS) {
        String answer = raw(admin, "GET", place + attack, "");
        assertThat(RawHttp.status(answer)).as(place + attack).isIn(200, 400, 404);
        assertThat(answer).doesNotContain(SECRET, "root:x:", "Exception", "\tat ");
      }
    }
  }

  @Test
  void norOneInAForm() throws Exception {
    for (Map<String, String> form :
        List.of(
            Map.of("path", "/clips", "place", "call_id"),
            Map.of("path", "/clips", "place", "playlist", "call_id", "n1"),
            Map.of("path", "/clips", "place", "question", "call_id", "n1"),
            Map.of("path", "/calls/n1/answers", "place", "form", "answer", "NO"),
            Map.of("path", "/calls/n1/answers", "place", "question", "form", "courtesy"),
            Map.of("path", "/calls/n1/redactions", "place", "channel", "start", "0"),
            Map.of("path", "/calls/n1/speakers", "place", "role"),
            Map.of("path", "/calls/n1/speakers/withdraw", "place", "change"),
            Map.of("path", "/calibration", "place", "form", "title", "x"),
            Map.of("path", "/calibration", "place", "reviewer", "title", "x", "form", "courtesy"),
            Map.of("path", "/admin/users/disable", "place", "name"),
            Map.of("path", "/reviews/samples", "place", "seed", "quota", "1"))) {
      for (String attack : ATTACKS) {
        Map<String, String> fields = new HashMap<>(form);
        fields.remove("path");
        fields.remove("place");
        fields.putAll(Map.of("start", "0", "end", "5", "part", "good"));
        StringBuilder body = new StringBuilder("csrf=" + Links.value(admin.token("/help")));
        fields.forEach((k, v) -> body.append('&').append(k).append('=').append(Links.value(v)));
        body.append('&').append(form.get("place")).append('=').append(attack);
        String answer = raw(admin, "POST", form.get("path"), body.toString());
        assertThat(RawHttp.status(answer)).as("%s, %s", form, attack).isIn(302, 400, 404);
        assertThat(answer).doesNotContain(SECRET, "root:x:", "Exception", "\tat ");
      }
    }
  }

  @Test
  void staticFilesAreThoseOfTheFolderOnly() throws Exception {
    for (String attack : ATTACKS) {
      for (String before : List.of("/static/", "/static/search/", "/static/../")) {
        if (!attack.equals(".") && !attack.equals("..") && !attack.equals("%2e%2e")) {
          String answer = raw(admin, "GET", before + attack, "");
          assertThat(RawHttp.status(answer)).as(before + attack).isIn(400, 404);
          assertThat(answer).doesNotContain(SECRET, "root:x:");
        }
      }
    }
    for (String file : List.of("logback.xml", "access.txt", "limits.properties")) {
      assertThat(RawHttp.status(raw(admin, "GET", "/static/../" + file, ""))).isIn(400, 404);
      assertThat(RawHttp.status(raw(admin, "GET", "/static/%2e%2e/" + file, ""))).isIn(400, 404);
    }
  }

  @AfterAll
  static void nothingWasWrittenElsewhere() throws IOException {
    assertThat(outside()).isEqualTo(outside);
  }
}
