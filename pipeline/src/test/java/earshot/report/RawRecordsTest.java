package earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.stats.Minimums;
import earshot.table.CallRecords;
import earshot.table.Period;
import earshot.table.TableWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure again, by SQL over the call records themselves: no table, no class of ours. */
class RawRecordsTest {
  private static final String CARDS =
      """
      with calls as (
        select call_id, metadata->>'team' as team, metadata->>'agent_id' as agent_id,
               facts->>'call_type' as call_type, facts->>'resolved' as resolved,
               unnest(from_json(scorecards, '["JSON"]')) as card
        from read_json('%s/*/*.json', columns = {call_id: 'VARCHAR', metadata: 'JSON',
             facts: 'JSON', scorecards: 'JSON'})),
      cards as (
        select call_id, team, agent_id, call_type, resolved, card->>'form' as form,
               (card->>'score')::double as score, (card->>'coverage')::double as coverage,
               (card->>'auto_fail_proposed')::boolean as fail,
               unnest(from_json(card->'answers', '["JSON"]')) as answer
        from calls),
      answers as (
        select *, answer->>'question' as question, answer->>'answer' as given from cards),
      forms as (
        select call_id, team, agent_id, call_type, form, any_value(score) as score,
               any_value(coverage) as coverage, any_value(fail) as fail,
               bool_or(given <> 'NA') as applies
        from answers group by all)
      """;

  @TempDir static Path root;
  private static DataFolder folder;

  @BeforeAll
  static void write() throws Exception {
    folder = new DataFolder(root);
    for (CallRecord call :
        new CallRecords(5).calls(150, LocalDate.of(2026, 10, 1), 25, ZoneId.of("Europe/London"))) {
      new CallStore(folder).write(call);
    }
    new TableWriter(folder).update();
  }

  private static List<List<Object>> sql(String query) throws Exception {
    String sql = CARDS.formatted(root.resolve("calls")) + query;
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows = db.createStatement().executeQuery(sql)) {
      List<List<Object>> all = new ArrayList<>();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getObject(i));
        }
        all.add(row);
      }
      return all;
    }
  }

  private static double number(Object value) {
    return value == null ? Double.NaN : ((Number) value).doubleValue();
  }

  @Test
  void scoresByTeamAgentAndCallType() throws Exception {
    for (Map.Entry<Grouping, String> by :
        Map.of(Grouping.TEAM, "team", Grouping.AGENT, "agent_id", Grouping.CALL_TYPE, "call_type")
            .entrySet()) {
      Report.Scores report =
          (Report.Scores)
              new ReportBuilder(folder, Minimums.shipped()).build(by.getKey(), Period.ALL);
      List<List<Object>> raw =
          sql(
              """
              select %s, form, count(*), count(score), avg(score), stddev_samp(score),
                     avg(coverage) filter (applies), count(*) filter (fail)
              from forms group by 1, 2
              """
                  .formatted(by.getValue()));
      assertThat(report.rows()).hasSameSizeAs(raw).isNotEmpty();
      for (ScoreRow row : report.rows()) {
        String key = row.keys().get(by.getValue());
        List<Object> same =
            raw.stream()
                .filter(r -> Objects.equals(r.get(0), key) && r.get(1).equals(row.form()))
                .findFirst()
                .orElseThrow();
        assertThat(row.calls()).isEqualTo(((Number) same.get(2)).longValue());
        assertThat(row.scored()).isEqualTo(((Number) same.get(3)).longValue());
        assertThat(row.autoFails()).isEqualTo(((Number) same.get(7)).longValue());
        if (row.mean() != null) {
          assertThat(row.mean()).isCloseTo(number(same.get(4)), within(1e-9));
        }
        if (row.coverage() != null) {
          assertThat(row.coverage()).isCloseTo(number(same.get(6)), within(1e-9));
        }
        if (row.interval() != null && row.scored() == 10) {
          double half = 2.2621571628 * number(same.get(5)) / Math.sqrt(10);
          assertThat(row.interval().high())
              .isCloseTo(Math.min(100, number(same.get(4)) + half), within(1e-6));
        }
      }
    }
  }

  @Test
  void answersByQuestion() throws Exception {
    Report.Questions report =
        (Report.Questions)
            new ReportBuilder(folder, Minimums.shipped()).build(Grouping.QUESTION, Period.ALL);
    List<List<Object>> raw =
        sql(
            """
            , counted as (
              select form, question, count(*) filter (given = 'YES')::double as yes,
                     count(*) filter (given in ('YES', 'NO'))::double as n from answers group by 1, 2)
            select form, question, yes, n, yes / n,
                   (yes / n + 3.8414588 / (2 * n) - 1.9599640
                     * sqrt(yes / n * (1 - yes / n) / n + 3.8414588 / (4 * n * n))) / (1 + 3.8414588 / n)
            from counted
            """);
    assertThat(report.rows()).hasSameSizeAs(raw).isNotEmpty();
    for (QuestionRow row : report.rows()) {
      List<Object> same =
          raw.stream()
              .filter(r -> r.get(0).equals(row.form()) && r.get(1).equals(row.question()))
              .findFirst()
              .orElseThrow();
      assertThat(row.n()).isEqualTo((long) number(same.get(3)));
      if (row.n() > 0) {
        assertThat(row.share()).isCloseTo(number(same.get(4)), within(1e-12));
        assertThat(row.interval().low()).isCloseTo(Math.max(0, number(same.get(5))), within(1e-6));
      }
    }
  }

  @Test
  void resolutionByAnswer() throws Exception {
    Outcomes outcomes =
        new OutcomesBuilder(folder, Minimums.shipped(), OutcomeNumbers.shipped()).build(Period.ALL);
    List<List<Object>> raw =
        sql(
            """
            select form, question, count(*) filter (given = 'YES'),
                   count(*) filter (given = 'YES' and resolved = 'yes'),
                   count(*) filter (given = 'NO'), count(*) filter (given = 'NO' and resolved = 'yes')
            from answers where resolved in ('yes', 'no') group by 1, 2
            """);
    assertThat(outcomes.questions()).isNotEmpty();
    for (Outcomes.QuestionOutcome outcome : outcomes.questions()) {
      List<Object> same =
          raw.stream()
              .filter(r -> r.get(0).equals(outcome.form()) && r.get(1).equals(outcome.question()))
              .findFirst()
              .orElseThrow();
      assertThat(
              List.of(
                  outcome.resolved().first().n(),
                  outcome.resolved().first().hits(),
                  outcome.resolved().second().n(),
                  outcome.resolved().second().hits()))
          .isEqualTo(same.subList(2, 6));
    }
  }
}
