package earshot.workbench.search;

import earshot.index.CallSummary;
import earshot.index.SearchHit;
import earshot.index.TurnMatch;
import earshot.match.CallFields;
import earshot.report.CsvCell;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A result list for a spreadsheet: one row a call, with the first turn that matched. */
final class HitCsv {
  private static final String SCORE = "score.";

  private HitCsv() {}

  static String of(List<SearchHit> hits) {
    SortedSet<String> forms = new TreeSet<>();
    for (SearchHit hit : hits) {
      CallFields fields = hit.summary().fields();
      Stream.concat(fields.numbers().keySet().stream(), fields.texts().keySet().stream())
          .filter(f -> f.startsWith(SCORE))
          .forEach(forms::add);
    }
    StringBuilder out = new StringBuilder("\uFEFF");
    List<String> head =
        new ArrayList<>(
            List.of("call_id", "started_at", "agent_id", "agent_name", "team", "duration_seconds"));
    forms.forEach(f -> head.add("score_" + f.substring(SCORE.length()).replace('-', '_')));
    head.addAll(List.of("matches", "first_match_seconds", "first_match_role", "first_match_text"));
    out.append(CsvCell.line(head));
    hits.forEach(hit -> out.append(CsvCell.line(row(hit, forms))));
    return out.toString();
  }

  private static List<String> row(SearchHit hit, SortedSet<String> forms) {
    CallSummary summary = hit.summary();
    Map<String, Double> numbers = summary.fields().numbers();
    List<String> row = new ArrayList<>();
    row.add(hit.callId());
    row.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(summary.startedAt()));
    row.add(text(summary.agentId()));
    row.add(text(summary.agentName()));
    row.add(text(summary.team()));
    row.add(number(numbers.get("duration")));
    forms.forEach(f -> row.add(summary.fields().texts().getOrDefault(f, number(numbers.get(f)))));
    row.add(String.valueOf(hit.matches().size()));
    TurnMatch first = hit.matches().isEmpty() ? null : hit.matches().get(0);
    row.add(first == null ? "" : number(first.start()));
    row.add(first == null ? "" : first.role().id());
    row.add(first == null ? "" : first.text());
    return row;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
  }
}
