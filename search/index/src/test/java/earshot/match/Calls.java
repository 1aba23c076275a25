package earshot.match;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;

/** Small calls for tests: one word a second. */
final class Calls {
  private Calls() {}

  /** A turn whose words begin one second apart and last 0.4 s. */
  static Turn turn(Role role, double start, String text) {
    List<Word> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      double at = start + words.size();
      words.add(new Word(word, at, at + 0.4, 1));
    }
    return new Turn(role, 0, start, start + words.size(), text, 1, words, null);
  }
}
