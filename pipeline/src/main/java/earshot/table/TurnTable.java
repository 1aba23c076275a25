package earshot.table;

import static earshot.table.Column.optional;
import static earshot.table.Column.required;
import static earshot.table.ColumnType.COUNT;
import static earshot.table.ColumnType.NUMBER;
import static earshot.table.ColumnType.TEXT;

import earshot.call.CallRecord;
import earshot.call.Turn;
import java.util.ArrayList;
import java.util.List;

/** The columns of {@code turns}. */
final class TurnTable {
  private TurnTable() {}

  /**
   * What a row is made from.
   *
   * @param number 0 for the first turn of the call
   * @param withText whether the words may stand in the table
   */
  record Spoken(CallRecord call, int number, Turn turn, boolean withText) {}

  static Table<Spoken> table() {
    List<Column<Spoken>> columns = new ArrayList<>(ScoreTables.repeated(Spoken::call));
    columns.add(
        required(
            "turn",
            COUNT,
            "",
            "0 for the first turn of the call",
            "transcript.turns",
            Spoken::number));
    columns.add(
        required(
            "role",
            TEXT,
            "",
            "agent, customer, announcement or unknown",
            "transcript.turns.role",
            r -> r.turn().role().id()));
    columns.add(
        required(
            "channel",
            COUNT,
            "",
            "Audio channel, from 0",
            "transcript.turns.channel",
            r -> r.turn().channel()));
    columns.add(
        required(
            "start",
            NUMBER,
            "s",
            "From the start of the audio",
            "transcript.turns.start",
            r -> r.turn().start()));
    columns.add(
        required(
            "end",
            NUMBER,
            "s",
            "From the start of the audio; SQL wants this name in double quotes",
            "transcript.turns.end",
            r -> r.turn().end()));
    columns.add(
        required(
            "turn_seconds",
            NUMBER,
            "s",
            "Length of the turn",
            "transcript.turns",
            r -> r.turn().seconds()));
    columns.add(
        required(
            "words",
            COUNT,
            "",
            "Words recognised",
            "transcript.turns.words",
            r -> r.turn().words().size()));
    columns.add(
        required(
            "confidence",
            NUMBER,
            "0 to 1",
            "Mean word confidence; 0 when speech was heard but no word recognised",
            "transcript.turns.confidence",
            r -> r.turn().confidence()));
    columns.add(
        optional(
            "level_dbfs",
            NUMBER,
            "dBFS",
            "Level of the speech in the turn; null without audio",
            "transcript.turns.level_dbfs",
            r -> r.turn().levelDbfs()));
    columns.add(
        optional(
            "text",
            TEXT,
            "",
            "What was said, redacted; null unless the tables were made with text",
            "transcript.turns.text",
            r -> r.withText() ? r.turn().text() : null));
    return Table.of("turns", "a turn of a call", columns);
  }
}
