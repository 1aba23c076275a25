package earshot.score.talk;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.Set;

/**
 * How well some speech was heard.
 *
 * @param speechSeconds length of the turns
 * @param recognised share of it in turns in which words were recognised, 0 to 1; 1 without speech
 * @param confidence mean word confidence, 0 to 1; 1 without words
 */
public record Recognition(double speechSeconds, double recognised, double confidence) {

  /** What was said by some roles between two times. */
  public static Recognition of(Conversation talk, Set<Role> roles, double from, double to) {
    double speech = 0;
    double withWords = 0;
    double sum = 0;
    int words = 0;
    for (Turn turn : talk.heard()) {
      if (!roles.contains(turn.role()) || turn.end() < from || turn.start() > to) {
        continue;
      }
      double seconds = Math.min(turn.end(), to) - Math.max(turn.start(), from);
      speech += seconds;
      withWords += turn.words().isEmpty() ? 0 : seconds;
      for (Word word : turn.words()) {
        if (word.start() >= from && word.start() <= to) {
          sum += word.confidence();
          words++;
        }
      }
    }
    return new Recognition(
        speech, speech > 0 ? withWords / speech : 1, words > 0 ? sum / words : 1);
  }
}
