package earshot.workbench.search;

import earshot.call.Event;
import earshot.index.CallSummary;
import earshot.index.SearchHit;
import earshot.index.TurnMatch;
import earshot.workbench.web.Links;
import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns hits into what pages show of them. */
public final class HitViews {
  /** More would push the next call out of sight; the call page shows all. */
  static final int MOST_TURNS = 5;

  private static final String SCORE = "score.";

  /** As on the call page. */
  private static final double GOOD = 80;

  private static final double FAIR = 60;

  private HitViews() {}

  /**
   * @param number of the hit in its list, from 1; 0 for none
   * @param trail what links to the call say about the list; empty for nothing
   * @param place on the page of the call that is asked for; empty for its beginning
   * @param clips whether the reader makes clips
   */
  static SearchView.HitView of(
      SearchHit hit, int number, String trail, String place, boolean clips) {
    List<TurnMatch> shown = hit.matches().stream().limit(MOST_TURNS).toList();
    String link = Links.call(hit.callId());
    return new SearchView.HitView(
        hit.callId(),
        number,
        Links.with(link, trail) + place,
        moment(hit, trail, place),
        link + "/similar",
        facts(hit.summary()),
        scores(hit.summary()),
        hit.events().stream().limit(MOST_TURNS).map(e -> event(hit.callId(), e, trail)).toList(),
        shown.stream().map(m -> match(hit.callId(), m, trail, clips)).toList(),
        hit.matches().size() - shown.size());
  }

  /** The page of a call where it was found first; where no words were, at the place. */
  static String moment(SearchHit hit, String trail, String place) {
    OptionalDouble first = hit.firstSecond();
    return first.isEmpty()
        ? Links.with(Links.call(hit.callId()), trail) + place
        : Links.with(Links.call(hit.callId(), first.getAsDouble()), trail);
  }

  /** The first word found in a turn, in seconds. */
  static double start(TurnMatch match) {
    return match.words().isEmpty() ? match.start() : match.words().get(0).get(0);
  }

  /** When, who, how long, what about. */
  public static List<Sentence> facts(CallSummary summary) {
    Double duration = summary.fields().numbers().get("duration");
    List<Sentence> facts = new ArrayList<>();
    facts.add(Sentence.of(Moment.of(summary.startedAt())));
    Stream.of(
            agent(summary),
            text(summary.team()),
            duration == null ? "" : clock(duration),
            text(summary.fields().texts().get("call_type")))
        .filter(fact -> !fact.isEmpty())
        .map(Sentence::of)
        .forEach(facts::add);
    return facts;
  }

  private static List<SearchView.Score> scores(CallSummary summary) {
    List<SearchView.Score> scores = new ArrayList<>();
    summary
        .fields()
        .numbers()
        .forEach(
            (field, value) -> {
              if (field.startsWith(SCORE)) {
                String band = value >= GOOD ? "good" : value >= FAIR ? "fair" : "poor";
                String form = field.substring(SCORE.length()).replace('-', ' ');
                scores.add(new SearchView.Score(form, String.valueOf(Math.round(value)), band));
              }
            });
    summary
        .fields()
        .texts()
        .forEach(
            (field, value) -> {
              if (field.startsWith(SCORE)) {
                String form = field.substring(SCORE.length()).replace('-', ' ');
                scores.add(new SearchView.Score(form, value, Blinds.WITHHELD));
              }
            });
    return scores;
  }

  private static String agent(CallSummary summary) {
    String name = text(summary.agentName());
    String id = text(summary.agentId());
    return name.isEmpty() || id.isEmpty() ? name + id : name + " (" + id + ")";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static SearchView.EventView event(String callId, Event event, String trail) {
    return new SearchView.EventView(
        clock(event.start()),
        event.kind().id(),
        String.format(Locale.ROOT, "%.1f", event.seconds()),
        Links.with(Links.call(callId, event.start()), trail));
  }

  private static SearchView.MatchView match(
      String callId, TurnMatch match, String trail, boolean clips) {
    double start = start(match);
    return new SearchView.MatchView(
        clock(start),
        match.role().id(),
        Links.with(Links.call(callId, start), trail),
        clips ? Links.newClip(callId, match.start(), match.end()) : null,
        pieces(match));
  }

  /** Text whose words are not those of the transcript one by one is shown plainly. */
  static List<SearchView.Piece> pieces(TurnMatch match) {
    String[] words = match.text().strip().split("\\s+");
    if (match.positions().stream().anyMatch(p -> p >= words.length)) {
      return List.of(new SearchView.Piece("", match.text(), false, false));
    }
    Find[] finds = new Find[words.length];
    Arrays.fill(finds, Find.NONE);
    for (int i = 0; i < match.positions().size(); i++) {
      boolean sound = match.bySound().contains(match.words().get(i));
      finds[match.positions().get(i)] = sound ? Find.SOUND : Find.WORD;
    }
    List<SearchView.Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= words.length; i++) {
      if (i == words.length || finds[i] != finds[from]) {
        String text = String.join(" ", Arrays.asList(words).subList(from, i));
        pieces.add(
            new SearchView.Piece(
                from == 0 ? "" : " ", text, finds[from] != Find.NONE, finds[from] == Find.SOUND));
        from = i;
      }
    }
    return pieces;
  }

  private enum Find {
    NONE,
    WORD,
    SOUND
  }

  /** Minutes and seconds. */
  static String clock(double seconds) {
    long whole = (long) seconds;
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
