package earshot.report;

import earshot.call.AnswerValue;
import earshot.data.DataFolder;
import earshot.score.Checklists;
import earshot.stats.Minimums;
import earshot.table.AnswerCounts;
import earshot.table.Period;
import earshot.table.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** Makes reports from the Parquet tables. Thread-safe; holds no state. */
public final class ReportBuilder {
  private static final String QUESTIONS = "question_days";

  private final DataFolder folder;
  private final TableReader tables;
  private final Minimums minimums;

  public ReportBuilder(DataFolder folder, Minimums minimums) {
    this.folder = folder;
    this.tables = new TableReader(folder);
    this.minimums = minimums;
  }

  public Report build(Grouping by, Period period) throws IOException {
    return by == Grouping.QUESTION ? questions(period) : scores(by, period);
  }

  private Report scores(Grouping by, Period period) throws IOException {
    ScoreGroups groups = new ScoreGroups(by, minimums);
    tables.read(
        ScoredCall.TABLE, ScoredCall.COLUMNS, period, row -> groups.add(ScoredCall.of(row)));
    Report.Head head = head(by, period, groups.calls(), minimums.scores(), groups.notes());
    return new Report.Scores(head, groups.rows());
  }

  private record Question(String form, int version, String id) {}

  private Report questions(Period period) throws IOException {
    Map<Question, AnswerCounts> counts =
        new TreeMap<>(
            Comparator.comparing(Question::form)
                .thenComparingInt(Question::version)
                .thenComparing(Question::id));
    tables.read(
        QUESTIONS,
        Set.of("form", "version", "question", "yes", "no", "na", "unknown"),
        period,
        row -> {
          Question question =
              new Question(row.text("form"), row.count("version"), row.text("question"));
          AnswerCounts sum = counts.computeIfAbsent(question, key -> new AnswerCounts());
          for (AnswerValue value : AnswerValue.values()) {
            sum.add(value, row.count(value.name().toLowerCase(Locale.ROOT)));
          }
        });
    FormVersions versions = new FormVersions();
    Map<String, Long> largest = new TreeMap<>();
    counts.forEach(
        (question, sum) ->
            largest.merge(question.form() + "/" + question.version(), sum.all(), Math::max));
    for (Question question : counts.keySet()) {
      String key = question.form() + "/" + question.version();
      Long calls = largest.remove(key);
      versions.add(question.form(), question.version(), calls == null ? 0 : calls);
    }
    List<QuestionRow> rows = new ArrayList<>();
    counts.forEach(
        (q, sum) -> {
          if (versions.newest(q.form(), q.version())) {
            boolean tooFew = sum.yes().n() < minimums.answers();
            rows.add(new QuestionRow(q.form(), q.version(), q.id(), sum, tooFew));
          }
        });
    rows.sort(Comparator.comparing(QuestionRow::form).thenComparingDouble(ReportBuilder::rank));
    List<String> notes = new ArrayList<>(versions.notes());
    notes.addAll(reportedOnly());
    Report.Head head = head(Grouping.QUESTION, period, calls(period), minimums.answers(), notes);
    return new Report.Questions(head, rows);
  }

  /** A customer's own questions that count in no score yet. */
  private List<String> reportedOnly() throws IOException {
    return Files.isDirectory(folder.root().resolve("checklists"))
        ? Checklists.of(folder).scorer().reportOnly().stream()
            .sorted()
            .map(q -> q + " is reported only and counts in no score; earshot bench can change that")
            .toList()
        : List.of();
  }

  /** Weakest first; what was never answered YES or NO comes last. */
  private static double rank(QuestionRow row) {
    Double share = row.share();
    return share == null ? 2 : share;
  }

  private long calls(Period period) throws IOException {
    long[] calls = new long[1];
    tables.read("calls", Set.of("call_id"), period, row -> calls[0]++);
    return calls[0];
  }

  private Report.Head head(Grouping by, Period period, long calls, int minimum, List<String> notes)
      throws IOException {
    SortedSet<LocalDate> days = tables.days("calls", period);
    LocalDate from = period.from();
    LocalDate to = period.to();
    return new Report.Head(
        by,
        from == null && !days.isEmpty() ? days.first() : from,
        to == null && !days.isEmpty() ? days.last() : to,
        calls,
        minimum,
        notes);
  }
}
