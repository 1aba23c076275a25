package earshot.search;

import earshot.call.Event;
import earshot.index.CallSummary;
import earshot.index.Facets;
import earshot.index.SearchHit;
import earshot.index.SearchResult;
import earshot.index.Suggestion;
import earshot.index.TurnMatch;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints what a search found for people to read. */
final class SearchPrinter {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final String SCORE = "score.";

  private final PrintWriter out;
  private final String open;
  private final String close;

  /**
   * @param terminal matched words are bold there; elsewhere they stand in brackets
   */
  SearchPrinter(PrintWriter out, boolean terminal) {
    this.out = out;
    this.open = terminal ? "\u001b[1m" : "[";
    this.close = terminal ? "\u001b[0m" : "]";
  }

  void print(SearchResult result) {
    out.println(
        result.total()
            + (result.total() == 1 ? " call" : " calls")
            + (result.total() > result.hits().size()
                ? ", " + result.hits().size() + " shown"
                : ""));
    result.hits().forEach(this::print);
  }

  void print(List<Suggestion> suggestions) {
    for (Suggestion suggestion : suggestions) {
      out.printf(
          Locale.ROOT,
          "Did you mean: %s (%s in %d)%n",
          suggestion.query(),
          suggestion.instead(),
          suggestion.calls());
    }
  }

  void print(Facets facets) {
    for (Facets.Facet facet : facets.facets()) {
      out.println();
      out.println(facet.field());
      facet.counts().forEach(c -> out.printf(Locale.ROOT, "  %7d  %s%n", c.calls(), c.value()));
    }
  }

  private void print(SearchHit hit) {
    out.println();
    out.println(head(hit));
    for (Event event : hit.events()) {
      out.printf(
          Locale.ROOT,
          "  %s  %-12s %.1f s%n",
          clock(event.start()),
          event.kind().id(),
          event.seconds());
    }
    for (TurnMatch match : hit.matches()) {
      out.printf("  %s  %-12s %s%n", clock(match.start()), match.role().id(), highlighted(match));
    }
  }

  private static String head(SearchHit hit) {
    CallSummary summary = hit.summary();
    Map<String, Double> numbers = summary.fields().numbers();
    List<String> parts = new ArrayList<>();
    parts.add(hit.callId());
    parts.add(MINUTE.format(summary.startedAt()));
    add(parts, "agent ", summary.agentId());
    add(parts, "team ", summary.team());
    Double duration = numbers.get("duration");
    add(parts, "", duration == null ? null : clock(duration));
    numbers.forEach(
        (field, value) -> {
          if (field.startsWith(SCORE)) {
            parts.add(field.substring(SCORE.length()) + " " + Math.round(value));
          }
        });
    return String.join("  ", parts);
  }

  private static void add(List<String> parts, String label, @Nullable String value) {
    if (value != null) {
      parts.add(label + value);
    }
  }

  /** Text whose words are not those of the transcript one by one is printed plainly. */
  private String highlighted(TurnMatch match) {
    String[] words = match.text().strip().split("\\s+");
    Set<Integer> matched = new HashSet<>(match.positions());
    if (match.positions().stream().anyMatch(p -> p >= words.length)) {
      return match.text();
    }
    Set<Integer> bySound = new HashSet<>();
    for (int i = 0; i < match.positions().size(); i++) {
      if (match.bySound().contains(match.words().get(i))) {
        bySound.add(match.positions().get(i));
      }
    }
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      String sign = bySound.contains(i) ? "~" : "";
      marked.add(matched.contains(i) ? open + sign + words[i] + close : words[i]);
    }
    return String.join(" ", marked);
  }

  /** Minutes, seconds and tenths. */
  private static String clock(double seconds) {
    long tenths = Math.round(seconds * 10);
    return String.format(Locale.ROOT, "%02d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }
}
