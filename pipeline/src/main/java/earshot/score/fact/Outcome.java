package earshot.score.fact;

import earshot.score.phrase.Find;
import java.util.List;
import java.util.Optional;

/**
 * What came of the customer's wish.
 *
 * @param fixes what the agent put right on the call, in order
 * @param promised a fix or a step with a time that is still to come
 * @param solvedOnCall whether it was put right, took effect, and nothing is left to come
 */
public record Outcome(List<Find> fixes, Optional<Find> promised, boolean solvedOnCall) {
  public Outcome {
    fixes = List.copyOf(fixes);
  }
}
