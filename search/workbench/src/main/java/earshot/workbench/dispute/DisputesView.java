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
   * @param text what the question asks
   * @param about whose call it is, and when it was
   * @param late whether the deadline has passed
   * @param mayDecide whether the person who looks may decide it
   */
  public record Line(
      long id,
      String callId,
      String path,
      String question,
      String text,
      Sentence about,
      String contested,
      String by,
      String reason,
      Sentence outcome,
      boolean late,
      boolean mayDecide) {}

  /** How often the answers to a question were overturned, of n decided. */
  public record Rate(String text, long n, String share, String interval) {}
}
