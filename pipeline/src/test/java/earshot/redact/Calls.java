package earshot.redact;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Calls for tests, from lines such as {@code agent: good morning}. */
final class Calls {
  private Calls() {}

  static List<Turn> of(String... lines) {
    List<Turn> turns = new ArrayList<>();
    double now = 1;
    for (String line : lines) {
      int colon = line.indexOf(':');
      Role role = Role.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
      turns.add(turn(role, now, line.substring(colon + 1).strip()));
      now = turns.get(turns.size() - 1).end() + 0.5;
    }
    return turns;
  }

  /** A turn whose words are the blank-separated pieces of its text, 0.4 s each. */
  static Turn turn(Role role, double start, String text) {
    List<Word> words = new ArrayList<>();
    double now = start;
    for (String piece : text.split("\\s+")) {
      if (!piece.isEmpty()) {
        words.add(new Word(piece, now, now + 0.4, 0.5));
        now += 0.4;
      }
    }
    int channel = role == Role.CUSTOMER ? 1 : 0;
    return new Turn(role, channel, start, Math.max(now, start), text, 0.5, words, null);
  }

  /** The texts of a call after redaction. */
  static List<String> texts(List<Turn> turns) {
    return turns.stream().map(Turn::text).toList();
  }
}
