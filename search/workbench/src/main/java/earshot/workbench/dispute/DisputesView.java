package earshot.workbench.dispute;

import earshot.workbench.web.Sentence;
import java.util.List;

/**
 * What the list of disputes shows.
 *
 * @param contests whether the person who looks contests answers
 * @param waiting how many are about answers that whoever looks is asked to give first
 * @param rates how often answers were overturned, question by question
 */
public record DisputesView(
    boolean contests, long waiting, List<Line> open, List<Line> decided, List<Rate> rates) {
  public DisputesView {
    open = List.copyOf(open);
    decided = List.copyOf(decided);
    rates = List.copyOf(rates);
  }

  /**
   * A dispute.
   *
   * @param late whether the deadline has passed
   * @param mayDecide whether the person who looks may decide it
   */
  public record Line(
      long id,
      String callId,
      String path,
      String question,
      String contested,
      String by,
      String reason,
      Sentence outcome,
      boolean late,
      boolean mayDecide) {}

  /** How often a question's answers were overturned, of n decided. */
  public record Rate(String question, long n, String share, String interval) {}
}
