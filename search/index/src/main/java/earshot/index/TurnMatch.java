package earshot.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import earshot.call.Role;
import java.util.List;

/**
 * A turn in which words matched.
 *
 * @param role who speaks
 * @param start of the turn, seconds from the start of the audio
 * @param end of the turn
 * @param text of the whole turn
 * @param words start and end of each matched word
 * @param turn index of the turn in the transcript
 * @param positions of the matched words in the turn, ascending
 */
public record TurnMatch(
    Role role,
    double start,
    double end,
    String text,
    List<List<Double>> words,
    @JsonIgnore int turn,
    @JsonIgnore List<Integer> positions) {
  public TurnMatch {
    words = List.copyOf(words);
    positions = List.copyOf(positions);
  }
}
