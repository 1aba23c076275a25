package earshot.score.fact;

import java.util.List;

/**
 * The customer waits while the agent is away.
 *
 * @param start seconds
 * @param end seconds
 * @param before agent turns since the hold before, the last ones first announce it
 * @param after index of the agent's first turn after it; -1 when the agent did not come back
 */
public record Hold(double start, double end, List<Integer> before, int after) {
  public Hold {
    before = List.copyOf(before);
  }

  public double seconds() {
    return end - start;
  }
}
