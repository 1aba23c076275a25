package earshot.workbench.review;

import earshot.call.MachineTurn;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words a minute by role after people said who speaks. What is hidden counts as the words it took:
 * so many as the pace that was measured before it was hidden leaves over.
 */
final class Pace {
  /** Words that a second of what is hidden took, by who was taken for the speaker. */
  private final Map<Role, Double> hiddenPerSecond = new EnumMap<>(Role.class);

  /**
   * @param heard the turns as the machine heard them
   * @param measured words a minute on them, by role id
   */
  Pace(List<Turn> heard, Map<String, Double> measured) {
    for (Role role : Role.values()) {
      List<Turn> own = heard.stream().filter(t -> t.role() == role && spoken(t)).toList();
      double hidden = own.stream().mapToDouble(Pace::hiddenSeconds).sum();
      if (hidden > 0) {
        double words = measured.getOrDefault(role.id(), 0.0) * seconds(own) / 60;
        double left = words - own.stream().mapToLong(t -> t.words().size()).sum();
        hiddenPerSecond.put(role, Math.max(0, left) / hidden);
      }
    }
  }

  /** Of turns with the speakers that people named, by role id. */
  Map<String, Double> of(List<Turn> turns) {
    Map<String, Double> pace = new TreeMap<>();
    for (Role role : Role.values()) {
      List<Turn> own = turns.stream().filter(t -> t.role() == role && spoken(t)).toList();
      double seconds = seconds(own);
      if (seconds > 0) {
        pace.put(role.id(), own.stream().mapToDouble(this::words).sum() * 60 / seconds);
      }
    }
    return pace;
  }

  private double words(Turn turn) {
    MachineTurn machine = turn.machine();
    Role role = machine == null ? turn.role() : machine.role();
    return turn.words().size() + hiddenSeconds(turn) * hiddenPerSecond.getOrDefault(role, 0.0);
  }

  private static boolean spoken(Turn turn) {
    return !turn.words().isEmpty();
  }

  private static double seconds(List<Turn> turns) {
    return turns.stream().mapToDouble(Turn::seconds).sum();
  }

  private static double hiddenSeconds(Turn turn) {
    return turn.words().stream()
        .filter(Word::redacted)
        .mapToDouble(word -> word.end() - word.start())
        .sum();
  }
}
