package earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallJson;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.WriterLock;
import earshot.stats.Minimums;
import earshot.stats.Proportion;
import earshot.table.CallRecords;
import earshot.table.Period;
import earshot.table.TableWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @TempDir Path root;
  private DataFolder folder;
  private List<CallRecord> calls;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    folder = new DataFolder(root);
    calls = new CallRecords(12).calls(80, DAY, 3, LONDON);
    for (CallRecord call : calls) {
      new CallStore(folder).write(call);
    }
  }

  @Test
  void agentFiguresEqualThoseCountedOverTheRecordsAndDuckDbs() throws Exception {
    JsonNode report = json("--by", "agent");
    assertThat(report.get("calls").asInt()).isEqualTo(80);
    assertThat(report.get("rows")).hasSize(7 * 3);
    for (JsonNode row : report.get("rows")) {
      String agent = row.get("agent_id").isNull() ? null : row.get("agent_id").asText();
      List<CallRecord> own =
          calls.stream().filter(c -> Objects.equals(c.metadata().agentId(), agent)).toList();
      List<Scorecard> cards =
          own.stream()
              .flatMap(c -> c.scorecards().stream())
              .filter(s -> s.form().equals(row.get("form").asText()))
              .toList();
      List<Double> scores = cards.stream().map(Scorecard::score).filter(Objects::nonNull).toList();
      double mean = scores.stream().mapToDouble(s -> s).average().orElseThrow();
      assertThat(row.get("calls").asInt()).isEqualTo(own.size());
      assertThat(row.get("scored").asInt()).isEqualTo(scores.size());
      assertThat(row.get("mean_score").asDouble()).isCloseTo(mean, within(1e-9));
      assertThat(row.get("too_few").asBoolean()).isEqualTo(scores.size() < 10);
      assertThat(mean).isBetween(row.get("score_low").asDouble(), row.get("score_high").asDouble());
      assertThat(row.get("auto_fails_proposed").asLong())
          .isEqualTo(cards.stream().filter(Scorecard::autoFailProposed).count());
      assertThat(duck(agent, row.get("form").asText())).isCloseTo(mean, within(1e-9));
    }
  }

  private double duck(String agent, String form) throws Exception {
    String sql =
        "select avg(score) from '%s/scorecards/*/*.parquet' where form = '%s' and agent_id %s"
            .formatted(folder.parquet(), form, agent == null ? "is null" : "= '" + agent + "'");
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = db.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getDouble(1);
    }
  }

  @Test
  void questionFiguresEqualThoseCountedOverTheRecords() throws Exception {
    JsonNode report = json("--by", "question", "--from", "2026-10-09", "--to", "2026-10-09");
    List<CallRecord> day =
        calls.stream().filter(c -> c.localDate().equals(DAY.plusDays(1))).toList();
    assertThat(report.get("calls").asInt()).isEqualTo(day.size()).isPositive();
    assertThat(report.get("rows")).hasSize(31);
    for (JsonNode row : report.get("rows")) {
      List<AnswerValue> given =
          day.stream()
              .flatMap(c -> c.scorecards().stream())
              .flatMap(s -> s.answers().stream())
              .filter(a -> a.question().equals(row.get("question").asText()))
              .map(Answer::answer)
              .toList();
      long yes = given.stream().filter(a -> a == AnswerValue.YES).count();
      long no = given.stream().filter(a -> a == AnswerValue.NO).count();
      Proportion share = new Proportion(yes, yes + no);
      assertThat(row.get("yes").asLong()).isEqualTo(yes);
      assertThat(row.get("no").asLong()).isEqualTo(no);
      assertThat(row.get("n").asLong()).isEqualTo(yes + no);
      assertThat(row.get("na").asLong() + row.get("unknown").asLong())
          .isEqualTo(given.size() - yes - no);
      assertThat(row.get("yes_share").asDouble()).isEqualTo(share.share().orElse(0.0));
      assertThat(row.get("wilson_low").asDouble())
          .isEqualTo(share.wilson().map(i -> i.low()).orElse(0.0));
    }
  }

  @Test
  void teamsAndCallTypesAddUpToAllCalls() throws Exception {
    for (String by : List.of("team", "call-type")) {
      long sum = 0;
      for (JsonNode row : json("--by", by).get("rows")) {
        sum += row.get("form").asText().equals("courtesy") ? row.get("calls").asLong() : 0;
      }
      assertThat(sum).as(by).isEqualTo(80);
    }
  }

  @Test
  void theTerminalTablesFitIn100ColumnsAndSayN() throws IOException {
    assertThat(run("--data", root.toString())).isZero();
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100))
        .anyMatch(line -> line.matches("Scores by team: 80 calls, 2026-10-08 to 2026-10-10"))
        .anyMatch(line -> line.matches("Megan \\(A1\\) +Amber +\\d+ +complaint-handling +\\d+ .*"))
        .anyMatch(line -> line.contains("too few: n below 10 scored calls"));
  }

  @Test
  void numbersStandRight() throws IOException {
    run("--data", root.toString(), "--by", "team");
    List<String> rows =
        out.toString().lines().filter(line -> line.matches(".*\\d+ %  +\\d+")).toList();
    assertThat(rows).hasSize(12);
    assertThat(rows.stream().map(String::length).distinct()).hasSize(1);
  }

  @Test
  void namesThatASpreadsheetWouldCalculateAreDisarmed() throws IOException {
    run("--data", root.toString(), "--by", "agent", "--format", "csv");
    assertThat(out.toString()).contains("A6,'=Nora,Cedar").doesNotContain(",=Nora");
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "agent_id,agent_name,team,calls,form,version,scored,mean_score,score_low,score_high,"
                + "too_few,mean_coverage,auto_fails_proposed");
    assertThat(lines).hasSize(22);
    for (String start : List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx")) {
      assertThat(CsvReport.cell(start)).startsWith(start.startsWith("\r") ? "\"'" : "'");
    }
    assertThat(CsvReport.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    assertThat(CsvReport.cell(-1.5)).isEqualTo("-1.5");
  }

  @Test
  void numbersInCsvHaveFourDecimalsAtMost() {
    assertThat(CsvReport.cell(0.8976999999999999)).isEqualTo("0.8977");
    assertThat(CsvReport.cell(100.0)).isEqualTo("100.0");
    assertThat(CsvReport.cell(0.0)).isEqualTo("0.0");
    assertThat(CsvReport.cell(74.25)).isEqualTo("74.25");
    assertThat(CsvReport.cell(-0.00001)).isEqualTo("0.0");
    assertThat(CsvReport.cell(12L)).isEqualTo("12");
  }

  @Test
  void htmlIsOneFileWithoutAnythingFromOutside() throws IOException {
    CallRecord call = new CallRecords(4).call(999, DAY, LONDON);
    CallRecord odd = withTeam(call, "<script>alert(1)</script>");
    new CallStore(folder).write(odd);
    run("--data", root.toString(), "--format", "html");
    assertThat(out.toString())
        .startsWith("<!DOCTYPE html>")
        .contains("&lt;script&gt;", "<svg", "prefers-color-scheme: dark", "Answers by question")
        .doesNotContain("<script", "http:", "https:", "src=", "url(");
  }

  @Test
  void onlyTheNewestVersionOfAFormIsShownAndTheRestIsSaid() throws Exception {
    CallRecord call = calls.get(0);
    List<Scorecard> cards = new ArrayList<>(call.scorecards());
    cards.set(0, CallRecords.scored("courtesy", 2, cards.get(0).answers()));
    new CallStore(folder).write(call.withScores(call.facts(), cards, List.of()));
    JsonNode report = json("--by", "team");
    for (JsonNode row : report.get("rows")) {
      if (row.get("form").asText().equals("courtesy")) {
        assertThat(row.get("version").asInt()).isEqualTo(2);
        assertThat(row.get("scored").asInt()).isLessThanOrEqualTo(1);
      }
    }
    assertThat(report.get("notes").toString()).contains("courtesy: 79 calls", "version 1");
    assertThat(json("--by", "question").get("notes").toString()).contains("courtesy: 79 calls");
  }

  @Test
  void tablesAreMadeWhenTheyAreBehindAndLeftAloneWhileSomebodyElseWrites() throws Exception {
    assertThat(json("--by", "team").get("calls").asInt()).isEqualTo(80);
    new CallStore(folder).write(new CallRecords(4).call(999, DAY, LONDON));
    try (WriterLock lock = WriterLock.acquire(folder, "run")) {
      assertThat(lock.folder()).isEqualTo(folder);
      assertThat(json("--by", "team").get("calls").asInt()).isEqualTo(80);
      assertThat(err.toString()).contains("behind for 1 day", "earshot run");
    }
    assertThat(json("--by", "team").get("calls").asInt()).isEqualTo(81);
    assertThat(new TableWriter(folder).behind()).isEmpty();
  }

  @Test
  void anEmptyFolderGivesAnEmptyReportAndAMissingOneFails(@TempDir Path empty) {
    for (String format : List.of("table", "csv", "json", "html")) {
      assertThat(run("--data", empty.toString(), "--format", format)).isZero();
    }
    assertThat(out.toString()).contains("0 calls");
    assertThat(run("--data", empty.resolve("missing").toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("earshot: there is no data folder ").contains("missing");
  }

  @Test
  void wrongUsageIsTwo() {
    String data = root.toString();
    assertThat(run("--data", data, "--by", "colour")).isEqualTo(2);
    assertThat(run("--data", data, "--from", "2026-10-09", "--to", "2026-10-08")).isEqualTo(2);
    assertThat(run("--data", data, "--from", "yesterday")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void oneScoredCallHasNoInterval() throws IOException {
    Path one = root.resolve("one");
    DataFolder single = new DataFolder(one);
    new CallStore(single).write(calls.get(0));
    new TableWriter(single).update();
    Report report = new ReportBuilder(single, Minimums.shipped()).build(Grouping.TEAM, Period.ALL);
    assertThat(report.named())
        .extracting(row -> row.get("score_low"), row -> row.get("too_few"))
        .allMatch(values -> values.toList().get(0) == null)
        .hasSize(3);
    assertThat(TerminalReport.lines(report))
        .anyMatch(line -> line.matches(".*courtesy +1 +- +- +too few .*"));
  }

  private static CallRecord withTeam(CallRecord call, String team) throws IOException {
    JsonNode json = CallJson.mapper().readTree(CallJson.write(call));
    ((com.fasterxml.jackson.databind.node.ObjectNode) json.get("metadata")).put("team", team);
    return CallJson.read(CallJson.mapper().writeValueAsBytes(json));
  }

  private JsonNode json(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("--data", root.toString(), "--format", "json"));
    all.addAll(List.of(options));
    out.getBuffer().setLength(0);
    assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
    return CallJson.mapper().readTree(out.toString());
  }

  private int run(String... arguments) {
    return new CommandLine(new ReportCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void textTableCutsWideTextAndNeverNumbers() {
    TextTable table = new TextTable().text("Name").number("n");
    table.row("a name that is much too long for its column", "1234567");
    assertThat(table.lines(30))
        .containsExactly("Name                         n", "a name that is much..  1234567");
  }

  @Test
  void figuresReadWell() {
    assertThat(Figures.clock(65.9)).isEqualTo("1:05");
    assertThat(Figures.share(0.256)).isEqualTo("26 %");
    assertThat(Figures.counted(1, "day")).isEqualTo("1 day");
  }
}
