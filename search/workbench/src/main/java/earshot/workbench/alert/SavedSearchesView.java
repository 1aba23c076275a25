package earshot.workbench.alert;

import earshot.workbench.web.Moment;
import earshot.workbench.web.Sentence;
import java.util.List;

/**
 * What the page of saved searches shows.
 *
 * @param searches by title
 * @param fresh alerts not read, newest first
 * @param seen alerts read
 */
public record SavedSearchesView(List<Line> searches, List<AlertLine> fresh, List<AlertLine> seen) {

  /**
   * A saved search.
   *
   * @param run link that runs it
   * @param fresh calls it found that are not read
   */
  public record Line(
      long id, String title, String query, String run, boolean alerting, long fresh) {}

  /**
   * A new call that a search found.
   *
   * @param link of the call, at the moment that was found
   * @param facts of the call: when, who, how long
   */
  public record AlertLine(
      long id, String search, String callId, String link, Sentence facts, Moment raised) {}
}
