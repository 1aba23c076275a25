package earshot.match;

import earshot.call.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of one turn, or an event, that a query found.
 *
 * @param turn index of the turn; -1 for an event
 * @param words positions in the turn's words, ascending; empty for an event
 * @param start seconds from the start of the audio: of the first word
 * @param end seconds: of the last word
 */
public record Match(
    int turn, List<Integer> words, double start, double end, @Nullable Event event) {
  public Match {
    words = List.copyOf(words);
  }

  static Match of(Hit hit) {
    List<Integer> words = java.util.Arrays.stream(hit.words()).boxed().toList();
    return new Match(hit.turn(), words, hit.startMs() / 1000.0, hit.endMs() / 1000.0, hit.event());
  }
}
