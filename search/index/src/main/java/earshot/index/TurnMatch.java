package earshot.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param bySound those of the words that only sound like what was asked for; in the JSON only when
 *     there are any
 * @param turn index of the turn in the transcript
 * @param positions of the matched words in the turn, ascending
 */
public record TurnMatch(
    Role role,
    double start,
    double end,
    String text,
    List<List<Double>> words,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<Double>> bySound,
    @JsonIgnore int turn,
    @JsonIgnore List<Integer> positions) {
  public TurnMatch {
    words = List.copyOf(words);
    bySound = List.copyOf(bySound);
    positions = List.copyOf(positions);
  }
}
