package earshot.workbench.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the search page shows.
 *
 * @param query as typed
 * @param scope which calls are searched, where those are not all
 * @param problem null for a query that can be read
 * @param results null before a search and where it failed
 */
public record SearchView(
    String query,
    String scope,
    @Nullable Problem problem,
    @Nullable Results results,
    List<Example> examples) {

  /** A query to try, and what it finds. */
  public record Example(String query, String finds, String link) {}

  /**
   * What is wrong with a query.
   *
   * @param before the query up to the place; {@code rest} from there on
   * @param hint what to write instead; may be empty
   */
  public record Problem(String message, String before, String rest, int position, String hint) {}

  /**
   * A page of hits.
   *
   * @param first number of the first hit shown, from 1; {@code last} of the last one
   * @param previous link, empty on the first page
   * @param next link, empty on the last page
   */
  public record Results(
      long total,
      int first,
      int last,
      List<Filter> filters,
      List<HitView> hits,
      String previous,
      String next,
      String csv,
      String json) {}

  /** A filter of the query, and the same search without it. */
  public record Filter(String text, String without) {}

  /**
   * A call that matches.
   *
   * @param facts when, who, how long, scores
   * @param more matching turns than are shown
   */
  public record HitView(
      String callId,
      String link,
      String facts,
      List<EventView> events,
      List<MatchView> matches,
      int more) {}

  /** An event that matches, with the link that plays it. */
  public record EventView(String clock, String kind, String seconds, String link) {}

  /** A turn that matches. */
  public record MatchView(String clock, String role, String link, List<Piece> pieces) {}

  /**
   * Words of a turn, found or not.
   *
   * @param before blank between this piece and the one before it
   */
  public record Piece(String before, String text, boolean found) {}
}
