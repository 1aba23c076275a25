package earshot.score;

import earshot.call.Facts;
import earshot.call.Scorecard;
import java.util.List;

/**
 * What scoring says of a call.
 *
 * @param scorecards one a form, in the order of the forms
 */
public record Scored(Facts facts, List<Scorecard> scorecards) {
  public Scored {
    scorecards = List.copyOf(scorecards);
  }
}
