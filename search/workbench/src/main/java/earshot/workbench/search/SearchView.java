package earshot.workbench.search;

import earshot.workbench.web.Paging;
import earshot.workbench.web.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the search page shows.
 *
 * @param query as typed
 * @param scope which calls are searched, where those are not all
 * @param problem null for a query that can be read
 * @param results null where the search failed
 * @param side counts beside the hits; null without results
 * @param saved searches of this account, to run again
 */
public record SearchView(
    String query,
    String scope,
    List<Order> orders,
    @Nullable Problem problem,
    @Nullable Results results,
    @Nullable SideView side,
    List<Example> examples,
    List<Link> saved) {

  /** An order of the hits. */
  public record Order(String value, String label, boolean chosen) {}

  /** A query to try, and what it finds. */
  public record Example(String query, String finds, String link) {}

  /** Somewhere to go. */
  public record Link(String text, String link) {}

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
   * @param pages the way to the other pages
   * @param meant queries that may have been meant
   * @param bySound the same query by the sound of its words; null where that finds no more calls
   */
  public record Results(
      long total,
      int first,
      int last,
      List<Filter> filters,
      List<HitView> hits,
      Paging pages,
      String csv,
      String json,
      List<Meant> meant,
      @Nullable Sound bySound) {}

  /** The query by the sound of its words, and how many calls that finds. */
  public record Sound(String text, String link, long calls) {}

  /** A filter of the query, and the same search without it. */
  public record Filter(String text, String without) {}

  /** Another spelling that calls hold. */
  public record Meant(String word, String instead, long calls, String query, String link) {}

  /**
   * A call that matches.
   *
   * @param number in the list, from 1; 0 where the list has no numbers
   * @param link of the call; {@code moment} of the first find in it
   * @param facts when, who, how long
   * @param more matching turns than are shown
   */
  public record HitView(
      String callId,
      int number,
      String link,
      String moment,
      String similar,
      List<Sentence> facts,
      List<Score> scores,
      List<EventView> events,
      List<MatchView> matches,
      int more) {}

  /**
   * A score of a form.
   *
   * @param score a whole number, or that it is withheld
   * @param band good, fair, poor or withheld
   */
  public record Score(String form, String score, String band) {
    /** Whether the reader is asked to answer the form first. */
    public boolean withheld() {
      return band.equals(Blinds.WITHHELD);
    }
  }

  /** An event that matches, with the link that plays it. */
  public record EventView(String clock, String kind, String seconds, String link) {}

  /**
   * A turn that matches.
   *
   * @param clip where a clip of the turn is made; null for those who make none
   */
  public record MatchView(
      String clock, String role, String link, @Nullable String clip, List<Piece> pieces) {}

  /**
   * Words of a turn, found or not.
   *
   * @param before blank between this piece and the one before it
   * @param bySound found only because it sounds like what was asked for
   */
  public record Piece(String before, String text, boolean found, boolean bySound) {}
}
