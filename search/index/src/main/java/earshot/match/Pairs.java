package earshot.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Joins finds that stand close to each other in one turn. */
final class Pairs {
  private static final Comparator<Hit> BY_END =
      Comparator.comparingInt(Hit::turn)
          .thenComparingInt(Hit::last)
          .thenComparing(Comparator.comparingInt(Hit::first).reversed());

  private Pairs() {}

  /** Pairs with at most so many words between them; of nested pairs only the innermost. */
  static List<Hit> near(CallView call, List<Hit> left, List<Hit> right, int gap) {
    List<Hit> pairs = new ArrayList<>();
    int from = 0;
    for (Hit one : left) {
      while (from < right.size() && right.get(from).turn() < one.turn()) {
        from++;
      }
      for (int i = from; i < right.size() && right.get(i).turn() == one.turn(); i++) {
        Hit other = right.get(i);
        int between = Math.max(other.first() - one.last(), one.first() - other.last()) - 1;
        if (between >= 0 && between <= gap) {
          pairs.add(Hit.words(call, one.turn(), merged(one, other)));
        }
      }
    }
    return innermost(pairs);
  }

  private static int[] merged(Hit one, Hit other) {
    return IntStream.concat(IntStream.of(one.words()), IntStream.of(other.words()))
        .sorted()
        .toArray();
  }

  private static List<Hit> innermost(List<Hit> pairs) {
    if (pairs.size() < 2) {
      return pairs;
    }
    List<Hit> kept = new ArrayList<>();
    pairs.sort(BY_END);
    int turn = -1;
    int latestFirst = -1;
    for (Hit pair : pairs) {
      if (pair.turn() != turn || pair.first() > latestFirst) {
        kept.add(pair);
        turn = pair.turn();
        latestFirst = pair.first();
      }
    }
    return kept;
  }
}
