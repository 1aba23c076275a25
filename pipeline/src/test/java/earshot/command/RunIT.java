package earshot.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.data.CallLedger;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.RunReport;
import earshot.data.RunReports;
import earshot.pipeline.Copies;
import earshot.report.ReportCommand;
import earshot.search.SearchCommand;
import earshot.verify.DataFolderCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample calls through the whole program: recognizer, index, tables. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RunIT {
  private static final Path SAMPLES = Path.of(System.getProperty("earshot.home"), "samples");

  /** What holds may start or end too early or too late. */
  private static final double HOLD_TOLERANCE_SECONDS = 2;

  @TempDir static Path temporary;
  private static Path data;
  private static DataFolder folder;

  @BeforeAll
  static void run() {
    data = temporary.resolve("data");
    folder = new DataFolder(data);
    Ran ran = Ran.run(SAMPLES, data, "--strict");
    assertThat(ran.exit()).as(ran.out()).isZero();
    assertThat(ran.out()).contains("8 recordings found: 8 done now");
    Ran.tell("run over the samples", ran.seconds());
  }

  private static CallRecord call(DataFolder in, String id) throws IOException {
    return new CallStore(in).read(CallLedger.load(in).byCallId(id).orElseThrow().file());
  }

  private static CallRecord call(String id) throws IOException {
    return call(folder, id);
  }

  private static List<CallRecord> calls() throws IOException {
    List<CallRecord> calls = new ArrayList<>();
    for (CallLedger.Entry entry : CallLedger.load(folder).entries()) {
      calls.add(new CallStore(folder).read(entry.file()));
    }
    return calls;
  }

  private static JsonNode truth(String id) throws IOException {
    return CallJson.mapper()
        .readTree(Files.readAllBytes(SAMPLES.resolve("truth/" + id + ".truth.json")));
  }

  @Test
  void theDataFolderAgreesWithItself() throws Exception {
    assertThat(DataFolderCheck.check(folder))
        .isEqualTo(new DataFolderCheck.Findings(8, 0, folderRuns(), List.of()));
    Ran verify = Ran.of(new VerifyCommand(new Elsewhere.Nowhere()), "--data", data.toString());
    assertThat(verify.exit()).isZero();
    assertThat(verify.out()).contains("8 calls, 0 quarantined", "clean");
  }

  private static int folderRuns() throws IOException {
    return new RunReports(folder).files().size();
  }

  @Test
  void separateChannelsHaveTheirRolesAndWords() throws Exception {
    for (CallRecord call : calls()) {
      if (call.callId().equals("c1020")) {
        continue;
      }
      assertThat(call.audio().layout())
          .as(call.callId())
          .isIn(Layout.AGENT_LEFT, Layout.AGENT_RIGHT);
      for (Role role : List.of(Role.AGENT, Role.CUSTOMER)) {
        List<Turn> turns =
            call.transcript().turns().stream().filter(t -> t.role() == role).toList();
        assertThat(turns).as(call.callId() + " " + role).hasSizeGreaterThanOrEqualTo(3);
        long said = spoken(truth(call.callId()), role.id());
        long heard = turns.stream().mapToLong(t -> t.words().size()).sum();
        assertThat(heard)
            .as("words of " + role + " in " + call.callId() + ", where " + said + " were said")
            .isBetween(said / 2, said * 3 / 2);
      }
    }
  }

  private static long spoken(JsonNode truth, String role) {
    long words = 0;
    for (JsonNode turn : truth.get("turns")) {
      if (turn.get("role").asText().equals(role)) {
        words += turn.get("text").asText().split(" +").length;
      }
    }
    return words;
  }

  @Test
  void wordsLieInTheirTurnsAndInTheCall() throws Exception {
    for (CallRecord call : calls()) {
      for (Turn turn : call.transcript().turns()) {
        assertThat(turn.end()).as(call.callId()).isLessThanOrEqualTo(call.audio().seconds() + 0.01);
        double before = turn.start();
        for (Word word : turn.words()) {
          assertThat(word.start())
              .as(call.callId() + " " + turn.start())
              .isGreaterThanOrEqualTo(before - 0.011);
          assertThat(word.end()).isLessThanOrEqualTo(turn.end() + 0.011);
          before = word.start();
        }
      }
    }
  }

  @Test
  void aMixedRecordingIsKnownAsOne() throws Exception {
    CallRecord call = call("c1020");

    assertThat(call.audio().layout()).isEqualTo(Layout.MONO);
    assertThat(call.audio().channels()).isEqualTo(1);
    assertThat(call.transcript().turns()).isNotEmpty();
    assertThat(call.events()).noneMatch(e -> e.kind() == Event.Kind.OVERTALK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c1001", "c1003", "c1005", "c1010", "c1013", "c1016", "c1020", "c1021"})
  void holdsAreWhereTheyWere(String id) throws Exception {
    List<double[]> expected = new ArrayList<>();
    for (JsonNode turn : truth(id).get("turns")) {
      if (turn.get("role").asText().equals("hold")) {
        expected.add(new double[] {turn.get("start").asDouble(), turn.get("end").asDouble()});
      }
    }
    List<Event> found =
        call(id).events().stream().filter(e -> e.kind() == Event.Kind.HOLD).toList();

    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(Math.abs(found.get(i).start() - expected.get(i)[0]))
          .as("start of %s, true start %s", found.get(i), expected.get(i)[0])
          .isLessThan(HOLD_TOLERANCE_SECONDS);
      assertThat(Math.abs(found.get(i).end() - expected.get(i)[1]))
          .as("end of %s, true end %s", found.get(i), expected.get(i)[1])
          .isLessThan(HOLD_TOLERANCE_SECONDS);
    }
  }

  @Test
  void aSecondRunDecodesNothing() throws Exception {
    DataFolder again = Copies.of(folder, temporary.resolve("again"));
    List<String> before = stamps(again);

    Ran second = Ran.run(SAMPLES, again.root());

    Ran.tell("a run with nothing to do, in a warm JVM", second.seconds());
    assertThat(second.exit()).isZero();
    assertThat(second.out())
        .contains("8 recordings found: 0 done now, 8 done before", "Nothing new");
    RunReport report = new RunReports(again).latest().orElseThrow();
    assertThat(report.skipped()).isEqualTo(8);
    assertThat(stamps(again)).isEqualTo(before);
  }

  /** Records, tables and index files with their times of writing. */
  private static List<String> stamps(DataFolder of) throws IOException {
    List<String> stamps = new ArrayList<>();
    for (Path part : List.of(of.calls(), of.parquet())) {
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          stamps.add(file + " " + Files.getLastModifiedTime(file));
        }
      }
    }
    return stamps;
  }

  @Test
  void whatWasSaidIsFound() throws Exception {
    String word = frequentAgentWord();
    JsonNode found = search(folder, "agent: " + word);

    assertThat(found.get("total").asInt()).isPositive();
    JsonNode match = found.get("hits").get(0).get("matches").get(0);
    assertThat(match.get("role").asText()).isEqualTo("agent");
    assertThat(match.get("text").asText()).contains(word);
    assertThat(match.get("words").get(0).get(1).asDouble())
        .isGreaterThan(match.get("words").get(0).get(0).asDouble());
    assertThat(search(folder, "hold").get("total").asInt()).isEqualTo(4);
  }

  private static String frequentAgentWord() throws IOException {
    return calls().stream()
        .flatMap(c -> c.transcript().turns().stream())
        .filter(t -> t.role() == Role.AGENT)
        .flatMap(t -> t.words().stream())
        .map(Word::word)
        .filter(w -> w.matches("[a-z]{4,}"))
        .collect(Collectors.groupingBy(w -> w, Collectors.counting()))
        .entrySet()
        .stream()
        .max(java.util.Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private static JsonNode search(DataFolder in, String query) throws IOException {
    Ran ran = Ran.of(new SearchCommand(), "--data", in.root().toString(), "--json", query);
    assertThat(ran.exit()).as(ran.out()).isZero();
    return CallJson.mapper().readTree(ran.out());
  }

  @Test
  void theReportPrintsEveryAgent() throws Exception {
    Ran report = Ran.of(new ReportCommand(), "--data", data.toString(), "--by", "agent");

    assertThat(report.exit()).isZero();
    for (CallRecord call : calls()) {
      assertThat(report.out()).contains(call.metadata().agentName());
    }
  }

  @Test
  void rescoringRightAfterARunChangesNothing() throws Exception {
    DataFolder rescored = Copies.of(folder, temporary.resolve("rescored"));
    List<String> before = stamps(rescored);

    Ran dry = Ran.of(new RescoreCommand(), "--data", rescored.root().toString(), "--dry-run");
    Ran real = Ran.of(new RescoreCommand(), "--data", rescored.root().toString());

    assertThat(dry.out())
        .isEqualTo("8 calls looked at, 0 with other answers; nothing was written.\n");
    assertThat(real.out()).isEqualTo("8 calls looked at, 0 with other answers.\n");
    assertThat(stamps(rescored)).isEqualTo(before);
  }

  @Test
  void anErasedCallIsGoneEverywhereAndStaysAway() throws Exception {
    DataFolder erased = Copies.of(folder, temporary.resolve("erased"));
    String sha256 = call(erased, "c1016").audio().sha256();

    Ran erase =
        Ran.of(
            new EraseCommand(new Elsewhere.Nowhere()), "--data", erased.root().toString(), "c1016");
    Ran later = Ran.run(SAMPLES, erased.root());

    assertThat(erase.exit()).isZero();
    assertThat(later.exit()).isZero();
    assertThat(new RunReports(erased).latest().orElseThrow().ok()).isZero();
    assertThat(CallLedger.load(erased).byCallId("c1016")).isEmpty();
    assertThat(search(erased, "date:2020-01-01..2030-01-01").get("total").asInt()).isEqualTo(7);
    for (String table : tables(erased)) {
      assertThat(column(erased, table)).as(table).doesNotContain("c1016");
    }
    assertThat(DataFolderCheck.check(erased).problems()).isEmpty();
    for (Path file : filesOf(erased)) {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(content.contains(sha256)).as(file.toString()).isFalse();
      if (!file.startsWith(erased.runs())) {
        assertThat(content.contains("c1016")).as(file.toString()).isFalse();
      }
    }
  }

  private static List<Path> filesOf(DataFolder of) throws IOException {
    try (Stream<Path> files = Files.walk(of.root())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> tables(DataFolder of) throws IOException {
    try (Stream<Path> files = Files.list(of.parquet())) {
      return files
          .filter(Files::isDirectory)
          .filter(f -> f.getFileName().toString().matches("[a-z].*"))
          .map(f -> f.getFileName().toString())
          .toList();
    }
  }

  private static List<String> column(DataFolder of, String table) throws SQLException {
    return rows(of, table).stream().flatMap(List::stream).toList();
  }

  /** Every value of a table as text. */
  private static List<List<String>> rows(DataFolder of, String table) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select * from '" + of.parquet().resolve(table) + "/*/*.parquet'")) {
      ResultSetMetaData columns = result.getMetaData();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          row.add(String.valueOf(result.getString(i)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The numbers of c1016 and c1020, as digits and as runs of the spoken words. */
  private static final List<String> CARD_NUMBERS =
      List.of(
          "four two four two",
          "two four two four",
          "five five five five",
          "five four four four four",
          "4242424242",
          "4242 4242",
          "5555555555",
          "5555 5555");

  @Test
  void cardNumbersAreNowhere() throws Exception {
    assertThat(call("c1016").redactions()).isNotEmpty();
    assertThat(call("c1020").redactions()).isNotEmpty();
    for (CallRecord call : calls()) {
      String words =
          call.transcript().turns().stream()
              .flatMap(t -> t.words().stream())
              .map(Word::word)
              .collect(Collectors.joining(" "));
      assertThat(CARD_NUMBERS).as(call.callId()).noneMatch(words::contains);
    }
    for (Path file : filesOf(folder)) {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(CARD_NUMBERS).as(file.toString()).noneMatch(content::contains);
    }
    for (String number : CARD_NUMBERS) {
      assertThat(search(folder, "\"" + number + "\"").get("total").asInt()).as(number).isZero();
    }
    for (String table : tables(folder)) {
      for (String value : column(folder, table)) {
        assertThat(CARD_NUMBERS).as(table).noneMatch(value::contains);
      }
    }
  }
}
