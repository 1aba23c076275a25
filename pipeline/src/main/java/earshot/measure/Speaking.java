package earshot.measure;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Role;
import earshot.call.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a party makes itself heard, finer than its turns where there is audio: the pauses inside a
 * turn are no speech.
 *
 * @param turn the speech belongs to
 * @param span without a break longer than a breath
 */
record Speaking(Turn turn, Span span) {

  /**
   * The speech of one party.
   *
   * @param analysis of the audio; null for a transcript, where a turn is all that is known
   */
  static List<Speaking> of(
      Role role, List<Turn> turns, @Nullable AudioAnalysis analysis, double breath) {
    List<Speaking> speaking = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.role() == role) {
        Span whole = new Span(turn.start(), turn.end());
        if (analysis == null || turn.channel() >= analysis.channels().size()) {
          speaking.add(new Speaking(turn, whole));
        } else {
          List<Span> heard = analysis.channels().get(turn.channel()).speech();
          for (Span span : TimeSpans.union(TimeSpans.intersection(heard, List.of(whole)), breath)) {
            speaking.add(new Speaking(turn, span));
          }
        }
      }
    }
    return speaking;
  }
}
