package earshot.score.speaker;

import earshot.call.Turn;
import java.util.List;

/**
 * Turns with their speakers.
 *
 * @param turns in the order given
 * @param told whether agent and customer could be told apart
 * @param certainty 0 to 1; 1 where the channels tell the speakers
 * @param reason why not, in a sentence; empty when told
 */
public record Speakers(List<Turn> turns, boolean told, double certainty, String reason) {
  public Speakers {
    turns = List.copyOf(turns);
  }
}
