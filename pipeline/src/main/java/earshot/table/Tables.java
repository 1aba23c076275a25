package earshot.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import earshot.call.CallRecord;
import java.util.List;
import java.util.Locale;
import org.apache.avro.SchemaNormalization;

/** The six tables. */
final class Tables {
  static final Table<CallRecord> CALLS = CallTable.table();
  static final Table<ScoreTables.Card> SCORECARDS = ScoreTables.scorecards();
  static final Table<ScoreTables.Answered> ANSWERS = ScoreTables.answers();
  static final Table<TurnTable.Spoken> TURNS = TurnTable.table();
  static final Table<DayTables.AgentDay> AGENT_DAYS = DayTables.agentDays();
  static final Table<DayTables.QuestionDay> QUESTION_DAYS = DayTables.questionDays();

  static final List<Table<?>> ALL =
      List.of(CALLS, SCORECARDS, ANSWERS, TURNS, AGENT_DAYS, QUESTION_DAYS);

  /** Changes whenever a column of any table comes, goes, or changes type or meaning. */
  static final String FINGERPRINT = fingerprint();

  private Tables() {}

  /**
   * The table of that name.
   *
   * @throws IllegalArgumentException listing the tables there are
   */
  static Table<?> named(String name) {
    for (Table<?> table : ALL) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    throw new IllegalArgumentException(
        "there is no table '"
            + name
            + "'; there are "
            + ALL.stream().map(table -> table.name()).toList());
  }

  private static String fingerprint() {
    StringBuilder schemas = new StringBuilder();
    for (Table<?> table : ALL) {
      schemas.append(table.schema()).append('\n');
    }
    long hash = SchemaNormalization.fingerprint64(schemas.toString().getBytes(UTF_8));
    return String.format(Locale.ROOT, "%016x", hash);
  }
}
