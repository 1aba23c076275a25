package earshot.table;

import earshot.call.Answer;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.call.Turn;
import earshot.data.AtomicFiles;
import earshot.table.parquet.RowSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes the six tables of one day, call by call: temporary files first, then {@link #commit}
 * renames each over its predecessor, so that a reader sees the old file or the new one. For one
 * thread.
 */
final class DayWriter implements Closeable {
  private final Path parquet;
  private final CallDay day;
  private final boolean withText;
  private final DayTotals totals;
  private final Map<Table<?>, Path> temporaries = new LinkedHashMap<>();
  private final Map<Table<?>, RowSink> sinks = new LinkedHashMap<>();

  DayWriter(Path parquet, CallDay day, boolean withText) throws IOException {
    this.parquet = parquet;
    this.day = day;
    this.withText = withText;
    this.totals = new DayTotals(day.day());
    Files.createDirectories(parquet);
    Map<String, String> notes =
        Map.of("earshot.built_from", day.stamp(), "earshot.schema", Tables.FINGERPRINT);
    try {
      for (Table<?> table : Tables.ALL) {
        Path temporary =
            parquet.resolve(AtomicFiles.TEMPORARY + table.name() + '-' + UUID.randomUUID());
        temporaries.put(table, temporary);
        sinks.put(table, new RowSink(temporary, table.schema(), notes));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  void add(CallRecord call) throws IOException {
    if (!call.localDate().equals(day.day())) {
      throw new IOException(
          "call "
              + call.callId()
              + " took place on "
              + call.localDate()
              + " but lies in the folder of "
              + day.day()
              + ": move its record to the folder of its day");
    }
    write(Tables.CALLS, call);
    for (Scorecard card : call.scorecards()) {
      write(Tables.SCORECARDS, new ScoreTables.Card(call, card));
      for (Answer answer : card.answers()) {
        write(Tables.ANSWERS, new ScoreTables.Answered(call, card, answer));
      }
    }
    List<Turn> turns = call.transcript().turns();
    for (int i = 0; i < turns.size(); i++) {
      write(Tables.TURNS, new TurnTable.Spoken(call, i, turns.get(i), withText));
    }
    totals.add(call);
  }

  private <R> void write(Table<R> table, R row) throws IOException {
    sink(table).write(table.record(row));
  }

  private RowSink sink(Table<?> table) {
    RowSink sink = sinks.get(table);
    if (sink == null) {
      throw new IllegalStateException("table " + table.name() + " is closed");
    }
    return sink;
  }

  /** Finishes the files and puts them in the place of the old ones. */
  DayManifest commit() throws IOException {
    for (DayTables.AgentDay row : totals.agentDays()) {
      write(Tables.AGENT_DAYS, row);
    }
    for (DayTables.QuestionDay row : totals.questionDays()) {
      write(Tables.QUESTION_DAYS, row);
    }
    SortedMap<String, Long> rows = new TreeMap<>();
    SortedMap<String, Long> bytes = new TreeMap<>();
    for (Map.Entry<Table<?>, Path> entry : temporaries.entrySet()) {
      RowSink sink = sink(entry.getKey());
      sink.close();
      sinks.remove(entry.getKey());
      sync(entry.getValue());
      rows.put(entry.getKey().name(), sink.rows());
      bytes.put(entry.getKey().name(), Files.size(entry.getValue()));
    }
    for (Map.Entry<Table<?>, Path> entry : temporaries.entrySet()) {
      Path target = entry.getKey().file(parquet, day.day());
      Files.createDirectories(entry.getKey().dayFolder(parquet, day.day()));
      entry.getKey().clearOthers(parquet, day.day());
      Files.move(
          entry.getValue(),
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    DayManifest manifest =
        new DayManifest(day.day(), day.stamp(), Tables.FINGERPRINT, withText, rows, bytes);
    manifest.write(parquet);
    return manifest;
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Removes a day's files from every table, with folders that become empty. */
  static void remove(Path parquet, LocalDate day) throws IOException {
    DayManifest.delete(parquet, day);
    for (Table<?> table : Tables.ALL) {
      table.clear(parquet, day);
      Files.deleteIfExists(table.dayFolder(parquet, day));
    }
  }

  /** Drops what was not committed. */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (RowSink sink : sinks.values()) {
      try {
        sink.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    sinks.clear();
    for (Path temporary : temporaries.values()) {
      Files.deleteIfExists(temporary);
    }
    if (failure != null) {
      throw failure;
    }
  }
}
