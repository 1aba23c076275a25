package earshot.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.data.CallStore;
import earshot.data.DataFolder;
import earshot.data.PersonAnswers;
import earshot.table.parquet.RowSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWriterTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @TempDir Path root;
  private DataFolder folder;
  private CallStore store;
  private CallRecords invented;
  private TableWriter writer;

  @BeforeEach
  void emptyFolder() {
    folder = new DataFolder(root);
    store = new CallStore(folder);
    invented = new CallRecords(8);
    writer = new TableWriter(folder);
  }

  @Test
  void aFolderWithoutCallsHasNoTables() throws IOException {
    assertThat(writer.behind()).isEmpty();
    assertThat(writer.update().written()).isEmpty();
    assertThat(ids(Period.ALL)).isEmpty();
  }

  @Test
  void onlyTouchedDaysAreWritten() throws IOException {
    write(30, 3);
    assertThat(writer.update().written()).hasSize(3);
    assertThat(writer.behind()).isEmpty();
    Map<Path, Object> before = keys();

    store.write(invented.call("new", DAY.atTime(12, 0).atZone(LONDON).toOffsetDateTime()));
    assertThat(writer.behind()).containsExactly(DAY);
    assertThat(writer.update().written()).containsExactly(DAY);
    Map<Path, Object> after = keys();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (file, key) ->
            assertThat(key.equals(before.get(file)))
                .as("%s untouched", file)
                .isEqualTo(!file.toString().contains("date=" + DAY)));
  }

  @Test
  void aRecordWrittenAgainMakesItsDayBehind() throws IOException {
    write(4, 1);
    writer.update();
    Path file = store.files().get(0);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-09T01:02:03Z")));
    assertThat(writer.behind()).containsExactly(DAY);
  }

  @Test
  void aLostOrCutFileMakesItsDayBehind() throws IOException {
    write(4, 1);
    writer.update();
    Files.delete(Tables.ANSWERS.file(folder.parquet(), DAY));
    assertThat(writer.behind()).containsExactly(DAY);
    writer.update();
    Files.write(Tables.CALLS.file(folder.parquet(), DAY), new byte[12]);
    assertThat(writer.behind()).containsExactly(DAY);
  }

  @Test
  void anAnswerOfAPersonMakesTheDayOfItsCallBehindAndIsShown() throws IOException {
    List<CallRecord> calls = write(6, 2);
    writer.update();
    CallRecord reviewed = calls.get(0);
    Answer machine = reviewed.scorecards().get(0).answers().get(0);
    AnswerValue other = machine.answer() == AnswerValue.NO ? AnswerValue.YES : AnswerValue.NO;
    PersonAnswers.publish(
        folder,
        reviewed.callId(),
        List.of(
            new PersonAnswers.PersonAnswer(
                reviewed.scorecards().get(0).form(),
                machine.question(),
                other,
                "rita",
                Instant.parse("2026-10-09T01:02:03Z"),
                "I heard it.")));
    assertThat(writer.behind()).containsExactly(reviewed.localDate());
    writer.update();
    assertThat(writer.behind()).isEmpty();
    List<String> byPeople = new ArrayList<>();
    new TableReader(folder)
        .read(
            "answers",
            Set.of("call_id", "question", "answer", "layer"),
            Period.ALL,
            row -> {
              if (row.text("layer").equals(Answer.PERSON)) {
                byPeople.add(
                    row.text("call_id") + " " + row.text("question") + " " + row.text("answer"));
              }
            });
    assertThat(byPeople)
        .containsExactly(reviewed.callId() + " " + machine.question() + " " + other.name());
  }

  @Test
  void aDayWhoseCallsAreErasedVanishes() throws IOException {
    List<CallRecord> calls = write(12, 3);
    writer.update();
    for (CallRecord call : calls) {
      if (call.localDate().equals(DAY)) {
        Files.delete(folder.callFile(DAY, call.callId()));
      }
    }
    Files.writeString(
        Tables.TURNS.dayFolder(folder.parquet(), DAY).resolve("part-00001.parquet"), "older rows");
    assertThat(writer.update().removed()).containsExactly(DAY);
    assertThat(writer.behind()).isEmpty();
    try (Stream<Path> all = Files.walk(folder.parquet())) {
      assertThat(all.map(Path::toString)).noneMatch(path -> path.contains(DAY.toString()));
    }
    assertThat(ids(Period.ALL))
        .hasSize((int) calls.stream().filter(c -> !c.localDate().equals(DAY)).count());
  }

  @Test
  void aDamagedRecordIsNamedAndItsDayKeepsItsTables() throws IOException {
    write(8, 2);
    writer.update();
    List<String> before = ids(Period.ALL);
    Path damaged = folder.callFile(DAY, "damaged");
    Files.writeString(damaged, "{");
    CallRecord added =
        invented.call("added", DAY.plusDays(1).atTime(9, 0).atZone(LONDON).toOffsetDateTime());
    store.write(added);
    assertThatThrownBy(writer::update)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged.json");
    assertThat(ids(Period.ALL)).containsAll(before).contains("added");
    assertThat(writer.behind()).containsExactly(DAY);
    try (Stream<Path> all = Files.list(folder.parquet())) {
      assertThat(all.map(f -> f.getFileName().toString())).noneMatch(f -> f.startsWith(".tmp"));
    }
  }

  @Test
  void aRecordInTheFolderOfAnotherDayIsRefused() throws IOException {
    CallRecord call = invented.call(1, DAY, LONDON);
    Files.createDirectories(folder.calls().resolve("2026-10-20"));
    Files.move(store.write(call), folder.calls().resolve("2026-10-20/c.json"));
    assertThatThrownBy(writer::update)
        .hasMessageContaining(call.callId())
        .hasMessageContaining("2026-10-20");
  }

  @Test
  void textStandsInTheTablesOnlyWhereAskedForAndStaysThen() throws IOException {
    write(3, 1);
    writer.update();
    assertThat(texts()).containsOnlyNulls();
    TableWriter withText =
        new TableWriter(folder, new TableWriter.Settings(TableWriter.Text.WITH, 1));
    assertThat(withText.update().written()).containsExactly(DAY);
    assertThat(texts()).doesNotContainNull();
    assertThat(writer.behind()).isEmpty();
    TableWriter withoutText =
        new TableWriter(folder, new TableWriter.Settings(TableWriter.Text.WITHOUT, 1));
    withoutText.update();
    assertThat(texts()).containsOnlyNulls();
  }

  /** The clock goes back on this day: 01:30 comes twice, and the day has 25 hours. */
  @Test
  void theDayTheClocksChangeIsOneDay() throws Exception {
    store.write(invented.call("summer", OffsetDateTime.parse("2026-10-25T01:30:00+01:00")));
    store.write(invented.call("winter", OffsetDateTime.parse("2026-10-25T01:30:00+00:00")));
    store.write(invented.call("midnight", OffsetDateTime.parse("2026-10-25T23:59:59Z")));
    writer.update();
    try (Duck duck = new Duck(folder.parquet())) {
      assertThat(
              duck.rows(
                  "select call_id, epoch_us(started_at), cast(local_date as varchar),"
                      + " utc_offset_minutes from calls order by started_at"))
          .containsExactly(
              List.of("summer", micros("2026-10-25T00:30:00Z"), "2026-10-25", 60),
              List.of("winter", micros("2026-10-25T01:30:00Z"), "2026-10-25", 0),
              List.of("midnight", micros("2026-10-25T23:59:59Z"), "2026-10-25", 0));
    }
  }

  /** One moment, two zones, two local days. */
  @Test
  void callsOfSeveralZonesLieOnTheirOwnLocalDay() throws Exception {
    store.write(invented.call("tokyo", OffsetDateTime.parse("2026-10-09T05:00:00+09:00")));
    store.write(invented.call("york", OffsetDateTime.parse("2026-10-08T16:00:00-04:00")));
    writer.update();
    try (Duck duck = new Duck(folder.parquet())) {
      assertThat(
              duck.rows(
                  "select call_id, cast(local_date as varchar), cast(date as varchar) from calls"
                      + " order by local_date"))
          .containsExactly(
              List.of("york", "2026-10-08", "2026-10-08"),
              List.of("tokyo", "2026-10-09", "2026-10-09"));
      assertThat(duck.count("select count(distinct started_at) from calls")).isEqualTo(1);
    }
  }

  @Test
  void aTableOfAnOlderVersionIsReadAndMadeAnew() throws Exception {
    write(5, 1);
    writer.update();
    Path file = Tables.CALLS.file(folder.parquet(), DAY);
    List<String> required =
        Tables.CALLS.columns().stream().filter(c -> !c.nullable()).map(Column::name).toList();
    Schema older = Tables.CALLS.only(required);
    GenericData.Record row = new GenericData.Record(older);
    for (Schema.Field field : older.getFields()) {
      row.put(field.name(), Tables.CALLS.record(invented.call(77, DAY, LONDON)).get(field.name()));
    }
    Files.delete(file);
    try (RowSink sink = new RowSink(file, older, Map.of())) {
      sink.write(row);
    }
    List<String> read = new ArrayList<>();
    new TableReader(folder)
        .read(
            "calls",
            Set.of("call_id", "team", "says_called_before"),
            Period.ALL,
            r -> read.add(r.text("call_id") + r.optionalText("team")));
    assertThat(read).containsExactly("c100077null");
    assertThat(writer.update().written()).containsExactly(DAY);
    assertThat(ids(Period.ALL)).hasSize(5);
  }

  @Test
  void columnsAddedLaterMustBeNullable() {
    for (Table<?> table : Tables.ALL) {
      for (Column<?> column : table.columns()) {
        assertThat(column.nullable() == table.schema().getField(column.name()).hasDefaultValue())
            .as("%s.%s", table.name(), column.name())
            .isTrue();
      }
    }
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    TableReader reader = new TableReader(folder);
    assertThatThrownBy(() -> reader.read("cals", Set.of(), Period.ALL, row -> {}))
        .hasMessageContaining("cals")
        .hasMessageContaining("question_days");
    assertThatThrownBy(() -> reader.read("calls", Set.of("agent"), Period.ALL, row -> {}))
        .hasMessageContaining("'agent'")
        .hasMessageContaining("agent_id");
  }

  private List<CallRecord> write(int count, int days) throws IOException {
    List<CallRecord> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CallRecord call = invented.call(i, DAY.plusDays(i % days), LONDON);
      store.write(call);
      calls.add(call);
    }
    return calls;
  }

  private List<String> ids(Period period) throws IOException {
    List<String> ids = new ArrayList<>();
    new TableReader(folder)
        .read("calls", Set.of("call_id"), period, r -> ids.add(r.text("call_id")));
    return ids;
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    new TableReader(folder)
        .read("turns", Set.of("text"), Period.ALL, row -> texts.add(row.optionalText("text")));
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private Map<Path, Object> keys() throws IOException {
    Map<Path, Object> keys = new java.util.TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.parquet())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        keys.put(file, Files.getAttribute(file, "lastModifiedTime"));
      }
    }
    return keys;
  }

  private static long micros(String time) {
    return Instant.parse(time).toEpochMilli() * 1000;
  }
}
