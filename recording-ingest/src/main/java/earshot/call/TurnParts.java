package earshot.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts turns together again that were cut where a person heard another speaker. */
final class TurnParts {
  private record Whole(int channel, MachineTurn machine) {}

  private TurnParts() {}

  /** The turns as the machine heard them. */
  static List<Turn> asHeard(List<Turn> turns) {
    return ordered(groups(turns).stream().map(parts -> Turn.joined(parts).asHeard()).toList());
  }

  /**
   * The turns as they are, with as few cuts and as little to remember as that takes: neighbouring
   * parts of one speaker are one part.
   */
  static List<Turn> settled(List<Turn> turns) {
    List<Turn> settled = new ArrayList<>();
    for (List<Turn> parts : groups(turns)) {
      int first = 0;
      for (int i = 1; i <= parts.size(); i++) {
        if (i == parts.size() || parts.get(i).role() != parts.get(first).role()) {
          settled.add(Turn.joined(parts.subList(first, i)).settled());
          first = i;
        }
      }
    }
    return ordered(settled);
  }

  /** The parts of each turn, turns in the order of their first part. */
  private static List<List<Turn>> groups(List<Turn> turns) {
    Map<Whole, List<Turn>> groups = new LinkedHashMap<>();
    List<List<Turn>> all = new ArrayList<>();
    for (Turn turn : turns) {
      MachineTurn machine = turn.machine();
      if (machine == null) {
        all.add(List.of(turn));
      } else {
        groups
            .computeIfAbsent(
                new Whole(turn.channel(), machine),
                whole -> {
                  List<Turn> parts = new ArrayList<>();
                  all.add(parts);
                  return parts;
                })
            .add(turn);
      }
    }
    return all;
  }

  /** Turns that start together keep their order. */
  private static List<Turn> ordered(List<Turn> turns) {
    return turns.stream().sorted(Comparator.comparingDouble(Turn::start)).toList();
  }
}
