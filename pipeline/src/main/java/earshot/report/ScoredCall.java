package earshot.report;

import earshot.call.AnswerValue;
import earshot.call.CallRecord;
import earshot.call.Scorecard;
import earshot.table.Row;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One form on one call, as far as figures need it.
 *
 * @param score 0 to 100; null when no question was answered YES or NO
 * @param applies whether any question of the form applied to the call
 * @param coverage 0 to 1
 */
record ScoredCall(
    String callId,
    @Nullable String agentId,
    @Nullable String agentName,
    @Nullable String team,
    @Nullable String callType,
    String form,
    int version,
    @Nullable Double score,
    boolean applies,
    double coverage,
    boolean autoFailProposed) {

  static final String TABLE = "scorecards";
  static final Set<String> COLUMNS =
      Set.of(
          "call_id",
          "agent_id",
          "agent_name",
          "team",
          "call_type",
          "form",
          "version",
          "score",
          "coverage",
          "auto_fail_proposed",
          "yes",
          "no",
          "unknown");

  static ScoredCall of(Row row) {
    return new ScoredCall(
        row.text("call_id"),
        row.optionalText("agent_id"),
        row.optionalText("agent_name"),
        row.optionalText("team"),
        row.optionalText("call_type"),
        row.text("form"),
        row.count("version"),
        row.optionalNumber("score"),
        row.count("yes") + row.count("no") + row.count("unknown") > 0,
        row.number("coverage"),
        row.flag("auto_fail_proposed"));
  }

  static List<ScoredCall> of(CallRecord call) {
    return call.scorecards().stream().map(card -> of(call, card)).toList();
  }

  private static ScoredCall of(CallRecord call, Scorecard card) {
    return new ScoredCall(
        call.callId(),
        call.metadata().agentId(),
        call.metadata().agentName(),
        call.metadata().team(),
        call.facts().callType(),
        card.form(),
        card.version(),
        card.score(),
        card.answers().stream().anyMatch(answer -> answer.answer() != AnswerValue.NA),
        card.coverage(),
        card.autoFailProposed());
  }
}
