package earshot.table;

import static earshot.table.Column.optional;
import static earshot.table.Column.required;
import static earshot.table.ColumnType.COUNT;
import static earshot.table.ColumnType.FLAG;
import static earshot.table.ColumnType.NUMBER;
import static earshot.table.ColumnType.TEXT;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code scorecards} and {@code answers}. */
final class ScoreTables {
  private ScoreTables() {}

  /** What a row of {@code scorecards} is made from. */
  record Card(CallRecord call, Scorecard card) {
    int count(AnswerValue value) {
      return Math.toIntExact(
          card.answers().stream().filter(answer -> answer.answer() == value).count());
    }
  }

  /** What a row of {@code answers} is made from. */
  record Answered(CallRecord call, Scorecard card, Answer answer) {
    /** The first piece of evidence: what a player would start with. */
    @Nullable Evidence evidence() {
      return answer.evidence().isEmpty() ? null : answer.evidence().get(0);
    }
  }

  static Table<Card> scorecards() {
    List<Column<Card>> columns = new ArrayList<>(repeated(Card::call));
    columns.addAll(form(Card::card));
    columns.add(
        optional(
            "score",
            NUMBER,
            "0 to 100",
            "100 x weight of YES over weight of YES and NO; null when nothing was answered so",
            "scorecards.score",
            r -> r.card().score()));
    columns.add(
        required(
            "coverage",
            NUMBER,
            "0 to 1",
            "Weight answered YES or NO over weight not NA; 0 where the form does not apply",
            "scorecards.coverage",
            r -> r.card().coverage()));
    columns.add(
        required(
            "auto_fail_proposed",
            FLAG,
            "",
            "Whether a critical question was answered NO; a person confirms",
            "scorecards.auto_fail_proposed",
            r -> r.card().autoFailProposed()));
    for (AnswerValue value : AnswerValue.values()) {
      columns.add(
          required(
              value.name().toLowerCase(Locale.ROOT),
              COUNT,
              "",
              "Questions answered " + value,
              "scorecards.answers",
              r -> r.count(value)));
    }
    columns.add(CallTable.callType().in(Card::call));
    return Table.of("scorecards", "a form on a call", columns);
  }

  static Table<Answered> answers() {
    List<Column<Answered>> columns = new ArrayList<>(repeated(Answered::call));
    columns.addAll(form(Answered::card));
    columns.add(
        required(
            "question",
            TEXT,
            "",
            "Id of the question",
            "scorecards.answers.question",
            r -> r.answer().question()));
    columns.add(
        required(
            "answer",
            TEXT,
            "",
            "YES, NO, NA or UNKNOWN",
            "scorecards.answers.answer",
            r -> r.answer().answer().name()));
    columns.add(
        required(
            "layer",
            TEXT,
            "",
            "phrase, metric, or person where a person decided",
            "scorecards.answers.layer",
            r -> r.answer().layer()));
    columns.add(
        required(
            "confidence",
            NUMBER,
            "0 to 1",
            "How sure the answer is",
            "scorecards.answers.confidence",
            r -> r.answer().confidence()));
    columns.add(
        required(
            "weight",
            COUNT,
            "",
            "Weight in the score; 0 for an answer that is reported only and counts in none",
            "scorecards.answers.weight",
            r -> r.answer().weight()));
    columns.addAll(evidence());
    columns.add(
        optional(
            "model",
            TEXT,
            "",
            "Recognition model; null where people wrote the transcript",
            "transcript.model",
            r -> r.call().transcript().model()));
    return Table.of("answers", "a question of a form on a call", columns);
  }

  private static List<Column<Answered>> evidence() {
    return List.of(
        optional(
            "evidence_start",
            NUMBER,
            "s",
            "Start of the first piece of evidence, from the start of the audio; null without one",
            "scorecards.answers.evidence.start",
            r -> value(r.evidence(), Evidence::start)),
        optional(
            "evidence_end",
            NUMBER,
            "s",
            "End of the first piece of evidence",
            "scorecards.answers.evidence.end",
            r -> value(r.evidence(), Evidence::end)),
        optional(
            "evidence_role",
            TEXT,
            "",
            "Who speaks in the first piece of evidence",
            "scorecards.answers.evidence.role",
            r -> value(r.evidence(), evidence -> evidence.role().id())));
  }

  private static @Nullable Object value(
      @Nullable Evidence evidence, Function<Evidence, Object> part) {
    return evidence == null ? null : part.apply(evidence);
  }

  private static <R> List<Column<R>> form(Function<R, Scorecard> card) {
    return List.of(
        required("form", TEXT, "", "Id of the form", "scorecards.form", r -> card.apply(r).form()),
        required(
            "version",
            COUNT,
            "",
            "Version of the form",
            "scorecards.version",
            r -> card.apply(r).version()),
        required(
            "rules_hash",
            TEXT,
            "",
            "Of the form, rules and phrases that gave the answers",
            "scorecards.rules_hash",
            r -> card.apply(r).rulesHash()));
  }

  static <R> List<Column<R>> repeated(Function<R, CallRecord> call) {
    List<Column<R>> columns = new ArrayList<>();
    CallTable.repeated().forEach(column -> columns.add(column.in(call)));
    return columns;
  }
}
