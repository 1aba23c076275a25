package earshot.workbench.team;

import earshot.call.AnswerValue;
import earshot.stats.Sample;
import earshot.table.Period;
import earshot.table.Row;
import earshot.table.TableReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Sums up the tables of one day by agent and form. */
final class DayReader {
  private static final Set<String> CARDS =
      Set.of("agent_id", "agent_name", "team", "form", "version", "score", "auto_fail_proposed");
  private static final Set<String> ANSWERS =
      Set.of("agent_id", "agent_name", "team", "form", "version", "question", "answer");
  private static final int VALUES = AnswerValue.values().length;

  private static final String CALL = "call_id";

  private final TableReader tables;

  /** A form of a call. */
  record Card(String callId, String form) {}

  DayReader(TableReader tables) {
    this.tables = tables;
  }

  private record Key(AgentDay.Agent agent, String form, int version) {
    static Key of(Row row) {
      return new Key(
          new AgentDay.Agent(
              row.optionalText("agent_id"),
              row.optionalText("agent_name"),
              row.optionalText("team")),
          row.text("form"),
          row.count("version"));
    }
  }

  private static final class Sum {
    private final Sample scores = new Sample();
    private final Map<String, int[]> answers = new HashMap<>();
    private int calls;
    private int autoFails;
  }

  List<AgentDay> read(LocalDate day) throws IOException {
    return read(day, Set.of());
  }

  /**
   * The same without what some scorecards say; their calls are counted.
   *
   * @param left their calls and forms
   */
  List<AgentDay> read(LocalDate day, Set<Card> left) throws IOException {
    Map<Key, Sum> sums = new HashMap<>();
    Period period = new Period(day, day);
    tables.read(
        "scorecards", columns(CARDS, left), period, row -> card(row, left(row, left), sums));
    tables.read(
        "answers",
        columns(ANSWERS, left),
        period,
        row -> {
          if (!left(row, left)) {
            answer(row, sums);
          }
        });
    Map<String, List<String>> questions = questions(sums);
    List<AgentDay> days = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          List<String> ids = questions.getOrDefault(form(key), List.of());
          days.add(
              new AgentDay(
                  key.agent(),
                  day,
                  key.form(),
                  key.version(),
                  sum.calls,
                  sum.autoFails,
                  sum.scores,
                  ids,
                  counts(ids, sum)));
        });
    return days;
  }

  private static boolean left(Row row, Set<Card> left) {
    return !left.isEmpty() && left.contains(new Card(row.text(CALL), row.text("form")));
  }

  /** The id of the call is read only where it is looked at. */
  private static Set<String> columns(Set<String> columns, Set<Card> left) {
    if (left.isEmpty()) {
      return columns;
    }
    Set<String> more = new TreeSet<>(columns);
    more.add(CALL);
    return more;
  }

  /** A call is a call, whatever its scorecard says. */
  private static void card(Row row, boolean left, Map<Key, Sum> sums) {
    Sum sum = sums.computeIfAbsent(Key.of(row), key -> new Sum());
    sum.calls++;
    if (left) {
      return;
    }
    Double score = row.optionalNumber("score");
    if (score != null) {
      sum.scores.add(score);
    }
    if (row.flag("auto_fail_proposed")) {
      sum.autoFails++;
    }
  }

  private static void answer(Row row, Map<Key, Sum> sums) {
    Sum sum = sums.computeIfAbsent(Key.of(row), key -> new Sum());
    int[] counts = sum.answers.computeIfAbsent(row.text("question"), key -> new int[VALUES]);
    counts[AnswerValue.valueOf(row.text("answer")).ordinal()]++;
  }

  /** One list a version of a form, so that the cells of a day share it. */
  private static Map<String, List<String>> questions(Map<Key, Sum> sums) {
    Map<String, Set<String>> sets = new HashMap<>();
    sums.forEach(
        (key, sum) ->
            sets.computeIfAbsent(form(key), k -> new TreeSet<>()).addAll(sum.answers.keySet()));
    Map<String, List<String>> lists = new HashMap<>();
    sets.forEach((form, ids) -> lists.put(form, List.copyOf(ids)));
    return lists;
  }

  private static String form(Key key) {
    return key.form() + "/" + key.version();
  }

  private static int[] counts(List<String> questions, Sum sum) {
    int[] counts = new int[questions.size() * VALUES];
    for (int i = 0; i < questions.size(); i++) {
      int[] of = sum.answers.get(questions.get(i));
      if (of != null) {
        System.arraycopy(of, 0, counts, i * VALUES, VALUES);
      }
    }
    return counts;
  }
}
