package earshot.report;

import earshot.call.AnswerValue;
import earshot.stats.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of figures, before it is text. */
public sealed interface Report {
  /** What all reports say besides their rows. */
  Head head();

  /** Column names; the same for every report of that grouping, rows or not. */
  List<String> columns();

  /** The rows: a value a column, null where there is none. */
  List<List<@Nullable Object>> values();

  /**
   * What all reports say besides their rows.
   *
   * @param from first day looked at; null when there are no calls and none was asked for
   * @param to last day
   * @param calls in the period
   * @param minimum n below which a row is marked "too few"
   * @param notes what a reader must know, such as a change of a form's version
   */
  record Head(
      Grouping by,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      long calls,
      int minimum,
      List<String> notes) {
    public Head {
      notes = List.copyOf(notes);
    }
  }

  /** By agent, team or call type. */
  record Scores(Head head, List<ScoreRow> rows) implements Report {
    public Scores {
      rows = List.copyOf(rows);
    }

    @Override
    public List<String> columns() {
      List<String> columns = new ArrayList<>(ScoreGroups.keys(head.by()));
      columns.addAll(
          List.of(
              "calls",
              "form",
              "version",
              "scored",
              "mean_score",
              "score_low",
              "score_high",
              "too_few",
              "mean_coverage",
              "auto_fails_proposed"));
      return columns;
    }

    @Override
    public List<List<@Nullable Object>> values() {
      List<List<@Nullable Object>> all = new ArrayList<>();
      for (ScoreRow row : rows) {
        List<@Nullable Object> values = new ArrayList<>();
        ScoreGroups.keys(head.by()).forEach(key -> values.add(row.keys().get(key)));
        values.add(row.calls());
        values.add(row.form());
        values.add(row.version());
        values.add(row.scored());
        values.add(row.mean());
        addEnds(values, row.interval());
        values.add(row.tooFew());
        values.add(row.coverage());
        values.add(row.autoFails());
        all.add(values);
      }
      return all;
    }
  }

  /** By question. */
  record Questions(Head head, List<QuestionRow> rows) implements Report {
    public Questions {
      rows = List.copyOf(rows);
    }

    @Override
    public List<String> columns() {
      List<String> columns = new ArrayList<>(List.of("form", "version", "question"));
      for (AnswerValue value : AnswerValue.values()) {
        columns.add(value.name().toLowerCase(Locale.ROOT));
      }
      columns.addAll(List.of("n", "yes_share", "wilson_low", "wilson_high", "too_few"));
      return columns;
    }

    @Override
    public List<List<@Nullable Object>> values() {
      List<List<@Nullable Object>> all = new ArrayList<>();
      for (QuestionRow row : rows) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.form());
        values.add(row.version());
        values.add(row.question());
        for (AnswerValue value : AnswerValue.values()) {
          values.add(row.count(value));
        }
        values.add(row.n());
        values.add(row.share());
        addEnds(values, row.interval());
        values.add(row.tooFew());
        all.add(values);
      }
      return all;
    }
  }

  /** The rows with their column names, in order. */
  default List<Map<String, @Nullable Object>> named() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> values : values()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(columns().get(i), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static void addEnds(List<@Nullable Object> values, @Nullable Interval interval) {
    values.add(interval == null ? null : interval.low());
    values.add(interval == null ? null : interval.high());
  }
}
