package earshot.workbench.search;

import earshot.call.Event;
import earshot.index.CallSummary;
import earshot.index.SearchHit;
import earshot.index.TurnMatch;
import earshot.workbench.web.Links;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns hits into what the page shows of them. */
final class HitViews {
  /** More would push the next call out of sight; the call page shows all. */
  static final int MOST_TURNS = 5;

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final String SCORE = "score.";

  private HitViews() {}

  static SearchView.HitView of(SearchHit hit) {
    List<TurnMatch> shown = hit.matches().stream().limit(MOST_TURNS).toList();
    return new SearchView.HitView(
        hit.callId(),
        Links.call(hit.callId()),
        facts(hit.summary()),
        hit.events().stream().limit(MOST_TURNS).map(e -> event(hit.callId(), e)).toList(),
        shown.stream().map(m -> match(hit.callId(), m)).toList(),
        hit.matches().size() - shown.size());
  }

  private static String facts(CallSummary summary) {
    Map<String, Double> numbers = summary.fields().numbers();
    Double duration = numbers.get("duration");
    List<String> facts = new ArrayList<>();
    facts.add(MINUTE.format(summary.startedAt()));
    facts.add(agent(summary));
    facts.add(text(summary.team()));
    facts.add(duration == null ? "" : clock(duration));
    numbers.forEach(
        (field, value) -> {
          if (field.startsWith(SCORE)) {
            facts.add(field.substring(SCORE.length()) + " " + Math.round(value));
          }
        });
    facts.removeIf(String::isEmpty);
    return String.join(" · ", facts);
  }

  private static String agent(CallSummary summary) {
    String name = text(summary.agentName());
    String id = text(summary.agentId());
    return name.isEmpty() || id.isEmpty() ? name + id : name + " (" + id + ")";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static SearchView.EventView event(String callId, Event event) {
    return new SearchView.EventView(
        clock(event.start()),
        event.kind().id(),
        String.format(Locale.ROOT, "%.1f", event.seconds()),
        Links.call(callId, event.start()));
  }

  private static SearchView.MatchView match(String callId, TurnMatch match) {
    double start = match.words().isEmpty() ? match.start() : match.words().get(0).get(0);
    return new SearchView.MatchView(
        clock(start), match.role().id(), Links.call(callId, start), pieces(match));
  }

  /** Text whose words are not those of the transcript one by one is shown plainly. */
  static List<SearchView.Piece> pieces(TurnMatch match) {
    String[] words = match.text().strip().split("\\s+");
    Set<Integer> found = new HashSet<>(match.positions());
    if (match.positions().stream().anyMatch(p -> p >= words.length)) {
      return List.of(new SearchView.Piece("", match.text(), false));
    }
    List<SearchView.Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= words.length; i++) {
      if (i == words.length || found.contains(i) != found.contains(from)) {
        String text = String.join(" ", List.of(words).subList(from, i));
        pieces.add(new SearchView.Piece(from == 0 ? "" : " ", text, found.contains(from)));
        from = i;
      }
    }
    return pieces;
  }

  /** Minutes and seconds. */
  static String clock(double seconds) {
    long whole = (long) seconds;
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
