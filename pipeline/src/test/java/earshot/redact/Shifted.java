package earshot.redact;

import earshot.call.Turn;
import earshot.call.Word;
import java.util.List;

/** A turn at another time of a call. */
final class Shifted {
  private Shifted() {}

  static Turn by(Turn turn, double seconds) {
    List<Word> words =
        turn.words().stream()
            .map(w -> new Word(w.word(), w.start() + seconds, w.end() + seconds, w.confidence()))
            .toList();
    return new Turn(
        turn.role(),
        turn.channel(),
        turn.start() + seconds,
        turn.end() + seconds,
        turn.text(),
        turn.confidence(),
        words,
        turn.levelDbfs());
  }
}
