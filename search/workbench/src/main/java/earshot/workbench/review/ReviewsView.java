package earshot.workbench.review;

import earshot.workbench.web.Moment;
import earshot.workbench.web.Paging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the queue shows.
 *
 * @param query the filter typed; blank for all calls
 * @param problem why the filter cannot be used; empty when it can
 * @param note how many calls were looked at
 * @param pages the way to more of the calls at risk
 * @param sample the line of the sample shown; empty without one
 */
public record ReviewsView(
    String query,
    String problem,
    String note,
    String sample,
    List<Line> drawn,
    List<Line> risky,
    Paging pages,
    List<Link> samples) {
  public ReviewsView {
    drawn = List.copyOf(drawn);
    risky = List.copyOf(risky);
    samples = List.copyOf(samples);
  }

  /**
   * A call of a list.
   *
   * @param started when; null where that is not known
   * @param reviewed who finished a review of it last; empty while nobody has
   */
  public record Line(
      String callId,
      String path,
      @Nullable Moment started,
      String agent,
      String why,
      String reviewed) {}

  /** A sample drawn before. */
  public record Link(String path, String text) {}
}
