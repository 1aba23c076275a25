package earshot.table;

import static earshot.table.Column.optional;
import static earshot.table.Column.required;
import static earshot.table.ColumnType.COUNT;
import static earshot.table.ColumnType.DATE;
import static earshot.table.ColumnType.NUMBER;
import static earshot.table.ColumnType.TEXT;

import earshot.call.AnswerValue;
import earshot.stats.Interval;
import earshot.stats.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code agent_days} and {@code question_days}. */
final class DayTables {
  private DayTables() {}

  /** What a row of {@code agent_days} is made from. */
  record AgentDay(LocalDate day, DayTotals.Agent agent, FormTally tally, AnswerCounts answers) {}

  /** What a row of {@code question_days} is made from. */
  record QuestionDay(
      LocalDate day, DayTotals.Question question, AnswerCounts answers, Sample confidence) {}

  static Table<AgentDay> agentDays() {
    List<Column<AgentDay>> columns = new ArrayList<>();
    columns.add(day(AgentDay::day));
    columns.addAll(agent());
    columns.addAll(scores());
    columns.addAll(answers(AgentDay::answers));
    return Table.of("agent_days", "a day of an agent in a team, on a version of a form", columns);
  }

  static Table<QuestionDay> questionDays() {
    List<Column<QuestionDay>> columns = new ArrayList<>();
    columns.add(day(QuestionDay::day));
    columns.add(
        required("form", TEXT, "", "Id of the form", "scorecards.form", r -> r.question().form()));
    columns.add(
        required(
            "version",
            COUNT,
            "",
            "Version of the form",
            "scorecards.version",
            r -> r.question().version()));
    columns.add(
        required(
            "question",
            TEXT,
            "",
            "Id of the question",
            "scorecards.answers.question",
            r -> r.question().id()));
    columns.add(
        required(
            "calls",
            COUNT,
            "",
            "Calls with an answer of any kind",
            "",
            r -> count(r.answers().all())));
    columns.addAll(answers(QuestionDay::answers));
    columns.add(
        optional(
            "mean_confidence",
            NUMBER,
            "0 to 1",
            "Mean confidence of the answers",
            "scorecards.answers.confidence",
            r -> value(r.confidence().mean())));
    return Table.of("question_days", "a day of a question on a version of a form", columns);
  }

  private static <R> Column<R> day(Function<R, LocalDate> day) {
    return required(
        "local_date",
        DATE,
        "",
        "Day of the calls in the zone they were recorded with; the partition's day",
        "metadata.started_at",
        day::apply);
  }

  private static List<Column<AgentDay>> agent() {
    return List.of(
        optional("agent_id", TEXT, "", "Id of the agent", "metadata.agent_id", r -> r.agent().id()),
        optional(
            "agent_name",
            TEXT,
            "",
            "Name of the agent as the recorder gives it",
            "metadata.agent_name",
            r -> r.agent().name()),
        optional("team", TEXT, "", "Team of the agent", "metadata.team", r -> r.agent().team()),
        required("form", TEXT, "", "Id of the form", "scorecards.form", r -> r.agent().form()),
        required(
            "version",
            COUNT,
            "",
            "Version of the form",
            "scorecards.version",
            r -> r.agent().version()));
  }

  private static List<Column<AgentDay>> scores() {
    return List.of(
        required("calls", COUNT, "", "Calls of the agent", "", r -> count(r.tally().calls())),
        required(
            "applicable",
            COUNT,
            "",
            "Calls with a question that is not NA",
            "scorecards.answers.answer",
            r -> count(r.tally().applicable())),
        required(
            "scored",
            COUNT,
            "",
            "Calls with a score: the n of mean_score",
            "scorecards.score",
            r -> count(r.tally().scores().n())),
        optional(
            "mean_score",
            NUMBER,
            "0 to 100",
            "Mean score of the scored calls",
            "scorecards.score",
            r -> value(r.tally().scores().mean())),
        optional(
            "score_deviation",
            NUMBER,
            "points",
            "Standard deviation of the scores, n - 1 below the line; null below 2 calls",
            "scorecards.score",
            r -> value(r.tally().scores().deviation())),
        optional(
            "score_low",
            NUMBER,
            "0 to 100",
            "Lower end of the 95 % interval of mean_score, by Student's t",
            "scorecards.score",
            r -> end(scoreInterval(r.tally()), Interval::low)),
        optional(
            "score_high",
            NUMBER,
            "0 to 100",
            "Upper end of the 95 % interval of mean_score",
            "scorecards.score",
            r -> end(scoreInterval(r.tally()), Interval::high)),
        optional(
            "mean_coverage",
            NUMBER,
            "0 to 1",
            "Mean coverage of the applicable calls",
            "scorecards.coverage",
            r -> value(r.tally().coverage().mean())),
        required(
            "auto_fails_proposed",
            COUNT,
            "",
            "Calls for which an automatic fail is proposed",
            "scorecards.auto_fail_proposed",
            r -> count(r.tally().autoFails())));
  }

  private static <R> List<Column<R>> answers(Function<R, AnswerCounts> counts) {
    List<Column<R>> columns = new ArrayList<>();
    for (AnswerValue value : AnswerValue.values()) {
      columns.add(
          required(
              value.name().toLowerCase(Locale.ROOT),
              COUNT,
              "",
              "Answers that are " + value,
              "scorecards.answers.answer",
              r -> count(counts.apply(r).of(value))));
    }
    columns.add(
        required(
            "n",
            COUNT,
            "",
            "Answers that are YES or NO",
            "scorecards.answers.answer",
            r -> count(counts.apply(r).yes().n())));
    columns.add(
        optional(
            "yes_share",
            NUMBER,
            "0 to 1",
            "yes over n; null when n is 0",
            "scorecards.answers.answer",
            r -> counts.apply(r).yes().share().orElse(null)));
    columns.add(
        optional(
            "wilson_low",
            NUMBER,
            "0 to 1",
            "Lower end of the 95 % interval of yes_share, by Wilson",
            "scorecards.answers.answer",
            r -> end(counts.apply(r).yes().wilson(), Interval::low)));
    columns.add(
        optional(
            "wilson_high",
            NUMBER,
            "0 to 1",
            "Upper end of the 95 % interval of yes_share",
            "scorecards.answers.answer",
            r -> end(counts.apply(r).yes().wilson(), Interval::high)));
    return columns;
  }

  private static Optional<Interval> scoreInterval(FormTally tally) {
    return tally.scores().meanInterval().map(interval -> interval.within(0, 100));
  }

  private static @Nullable Object end(
      Optional<Interval> interval, Function<Interval, Double> which) {
    return interval.map(which).orElse(null);
  }

  private static @Nullable Object value(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static int count(long value) {
    return Math.toIntExact(value);
  }
}
