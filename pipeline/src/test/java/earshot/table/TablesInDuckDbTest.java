package earshot.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Role;
import earshot.call.Scorecard;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.stats.Proportion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB makes of the tables, against the call records they were made from. */
class TablesInDuckDbTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

  @TempDir static Path root;
  private static List<CallRecord> calls;
  private static DataFolder folder;
  private static Duck duck;

  @BeforeAll
  static void write() throws Exception {
    folder = new DataFolder(root);
    calls = new CallRecords(31).calls(150, DAY, 4, ZoneId.of("Europe/London"));
    CallStore store = new CallStore(folder);
    for (CallRecord call : calls) {
      store.write(call);
    }
    new TableWriter(folder).update();
    duck = new Duck(folder.parquet());
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  @Test
  void everyTableHasTheRowsOfTheRecords() throws Exception {
    assertThat(duck.count("select count(*) from calls")).isEqualTo(150);
    assertThat(duck.count("select count(*) from scorecards")).isEqualTo(450);
    assertThat(duck.count("select count(*) from answers")).isEqualTo(150 * 31);
    assertThat(duck.count("select count(*) from turns"))
        .isEqualTo(calls.stream().mapToInt(c -> c.transcript().turns().size()).sum());
    assertThat(duck.count("select count(*) from question_days")).isEqualTo(4 * 31);
    assertThat(duck.count("select count(*) from agent_days where form = 'courtesy'"))
        .isEqualTo(
            calls.stream()
                .map(c -> c.localDate() + " " + c.metadata().agentId())
                .distinct()
                .count());
  }

  @Test
  void typesArePlainAndThePartitionIsADate() throws Exception {
    Map<String, String> types = duck.types("calls");
    assertThat(types)
        .containsEntry("date", "DATE")
        .containsEntry("local_date", "DATE")
        .containsEntry("started_at", "TIMESTAMP WITH TIME ZONE")
        .containsEntry("audio_seconds", "DOUBLE")
        .containsEntry("holds", "INTEGER")
        .containsEntry("complaint", "BOOLEAN")
        .containsEntry("call_id", "VARCHAR");
    for (Table<?> table : Tables.ALL) {
      assertThat(duck.types(table.name()).keySet())
          .as(table.name())
          .containsAll(table.columns().stream().map(Column::name).toList())
          .hasSize(table.columns().size() + 1);
      assertThat(duck.count("select count(*) from " + table.name() + " where date <> local_date"))
          .isEqualTo(0);
    }
  }

  @Test
  void sumsOfCallsEqualTheRecords() throws Exception {
    assertSum("audio_seconds", c -> c.audio().seconds());
    assertSum("agent_talk_seconds", c -> c.metrics().talkSeconds(Role.AGENT));
    assertSum("customer_talk_seconds", c -> c.metrics().talkSeconds(Role.CUSTOMER));
    assertSum("words", c -> c.transcript().turns().stream().mapToInt(t -> t.words().size()).sum());
    assertSum("silence_seconds", c -> c.metrics().silenceSeconds());
    assertSum("overtalk_seconds", c -> c.metrics().overtalkSeconds());
    assertSum("hold_seconds", c -> c.facts().holdSeconds());
    assertSum(
        "agent_words_per_minute", c -> c.metrics().wordsPerMinute().getOrDefault("agent", 0.0));
    assertSum(
        "customer_interruptions", c -> c.metrics().interruptions().getOrDefault("customer", 0));
    assertSum(
        "mean_confidence",
        c -> c.metrics().meanConfidence() == null ? 0 : c.metrics().meanConfidence());
    assertSum(
        "cast(complaint as integer)", c -> Boolean.TRUE.equals(c.facts().complaint()) ? 1 : 0);
    assertSum("epoch(started_at)", c -> c.metadata().startedAt().toEpochSecond());
    assertThat(duck.count("select count(*) from calls where call_type is null"))
        .isEqualTo(calls.stream().filter(c -> c.facts().callType() == null).count())
        .isPositive();
    assertThat(duck.count("select sum(words) from turns"))
        .isEqualTo(duck.count("select sum(words) from calls"));
  }

  @Test
  void dayTablesEqualACountOverTheRecords() throws Exception {
    Map<String, long[]> questions = new TreeMap<>();
    Map<String, List<Double>> scores = new TreeMap<>();
    for (CallRecord call : calls) {
      for (Scorecard card : call.scorecards()) {
        if (card.score() != null) {
          scores
              .computeIfAbsent(
                  call.localDate() + "/" + call.metadata().agentId() + "/" + card.form(),
                  key -> new ArrayList<>())
              .add(card.score());
        }
        for (Answer answer : card.answers()) {
          questions
              .computeIfAbsent(
                  call.localDate() + "/" + card.form() + "/" + answer.question(),
                  key -> new long[4])[answer.answer().ordinal()]++;
        }
      }
    }
    List<List<Object>> rows =
        duck.rows(
            "select local_date || '/' || form || '/' || question, yes, no, na, unknown, n, yes_share,"
                + " wilson_low, wilson_high, calls from question_days");
    assertThat(rows).hasSize(questions.size());
    for (List<Object> row : rows) {
      long[] counted = questions.get((String) row.get(0));
      for (AnswerValue value : AnswerValue.values()) {
        assertThat(((Number) row.get(1 + value.ordinal())).longValue())
            .isEqualTo(counted[value.ordinal()]);
      }
      Proportion yes = new Proportion(counted[0], counted[0] + counted[1]);
      assertThat(((Number) row.get(5)).longValue()).isEqualTo(yes.n());
      assertThat((Double) row.get(6)).isEqualTo(yes.share().orElse(null));
      assertThat((Double) row.get(7)).isEqualTo(yes.wilson().map(i -> i.low()).orElse(null));
      assertThat((Double) row.get(8)).isEqualTo(yes.wilson().map(i -> i.high()).orElse(null));
    }
    for (List<Object> row :
        duck.rows(
            "select local_date || '/' || coalesce(agent_id, 'null') || '/' || form, scored,"
                + " mean_score, score_deviation from agent_days where scored > 0")) {
      List<Double> own = scores.remove((String) row.get(0));
      double mean = own.stream().mapToDouble(s -> s).average().orElseThrow();
      assertThat(((Number) row.get(1)).intValue()).isEqualTo(own.size());
      assertThat((Double) row.get(2)).isCloseTo(mean, within(1e-9));
      if (own.size() > 1) {
        double squares = own.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
        assertThat((Double) row.get(3))
            .isCloseTo(Math.sqrt(squares / (own.size() - 1)), within(1e-9));
      }
    }
    assertThat(scores).isEmpty();
  }

  @Test
  void evidenceTimesAreThoseOfTheFirstPiece() throws Exception {
    long withEvidence =
        calls.stream()
            .flatMap(c -> c.scorecards().stream())
            .flatMap(s -> s.answers().stream())
            .filter(a -> !a.evidence().isEmpty())
            .count();
    assertThat(
            duck.count(
                "select count(*) from answers where evidence_start = 1.5 and evidence_end = 3.25"))
        .isEqualTo(withEvidence);
    assertThat(duck.count("select count(evidence_start) from answers")).isEqualTo(withEvidence);
  }

  @Test
  void aConditionOnTheDayOpensOneFile() throws Exception {
    String glob = folder.parquet().resolve("answers") + "/*/*.parquet";
    List<List<Object>> files =
        duck.rows(
            "select distinct filename from read_parquet('"
                + glob
                + "', filename = true) where date = date '2026-10-09'");
    assertThat(files).hasSize(1);
    assertThat((String) files.get(0).get(0)).contains("date=2026-10-09");
    String plan =
        String.valueOf(
            duck.rows(
                "explain analyze select count(*) from answers where date = date '2026-10-09'"));
    assertThat(plan).containsIgnoringCase("Scanning Files: 1/4");
  }

  @Test
  void theReadersRowsAreDuckDbsRows() throws Exception {
    List<String> read = new ArrayList<>();
    new TableReader(folder)
        .read(
            "answers",
            Set.of("call_id", "question", "answer", "confidence", "started_at", "local_date"),
            new Period(DAY.plusDays(1), DAY.plusDays(2)),
            row ->
                read.add(
                    row.text("call_id")
                        + row.text("question")
                        + row.text("answer")
                        + row.number("confidence")
                        + row.time("started_at").getEpochSecond()
                        + row.date("local_date")));
    List<String> expected = new ArrayList<>();
    for (List<Object> row :
        duck.rows(
            "select call_id, question, answer, confidence, cast(epoch(started_at) as bigint),"
                + " cast(local_date as varchar) from answers where date in ('2026-10-09', '2026-10-10')")) {
      expected.add(String.join("", row.stream().map(String::valueOf).toList()));
    }
    assertThat(read).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Somebody reads without a pause while a day is made anew again and again. */
  @Test
  @Timeout(60)
  void aReaderDuringTheRewriteSeesAllRowsEachTime(@TempDir Path other) throws Exception {
    DataFolder rewritten = new DataFolder(other);
    for (CallRecord call : new CallRecords(5).calls(40, DAY, 1, ZoneId.of("UTC"))) {
      new CallStore(rewritten).write(call);
    }
    TableWriter writer = new TableWriter(rewritten);
    writer.update();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> rewriting =
        CompletableFuture.runAsync(
            () -> {
              try {
                for (int i = 0; i < 20; i++) {
                  writer.rebuildAll();
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                done.set(true);
              }
            });
    int reads = 0;
    try (Duck reader = new Duck(rewritten.parquet())) {
      while (!done.get() || reads < 3) {
        assertThat(reader.count("select count(*) from answers")).isEqualTo(40 * 31);
        int[] own = new int[1];
        new TableReader(rewritten).read("calls", Set.of("call_id"), Period.ALL, row -> own[0]++);
        assertThat(own[0]).isEqualTo(40);
        reads++;
      }
    }
    rewriting.join();
    assertThat(writer.behind()).isEmpty();
  }

  private static void assertSum(String column, ToDoubleFunction<CallRecord> value)
      throws SQLException {
    double sum = ((Number) duck.value("select sum(" + column + ") from calls")).doubleValue();
    assertThat(sum)
        .as(column)
        .isCloseTo(calls.stream().mapToDouble(value).sum(), within(1e-6))
        .isPositive();
  }
}
