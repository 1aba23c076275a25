package earshot.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the most of a phrase where the phrase itself was not said. */
final class NearMiss {
  /** Words this short say little about what was meant, unless a phrase has no longer one. */
  private static final int LONGER_THAN = 3;

  /** Words that may stand between those looked for, besides the phrase's own length. */
  private static final int SLACK = 3;

  private final MemoryCall call;
  private final Language language;
  private @Nullable Hit best;
  private double bestShare;

  private NearMiss(MemoryCall call, Language language) {
    this.call = call;
    this.language = language;
  }

  static Optional<Hit> find(MemoryCall call, Language language, Node node, Limits limits) {
    NearMiss search = new NearMiss(call, language);
    search.look(node, limits);
    return Optional.ofNullable(search.best);
  }

  private void look(Node node, Limits limits) {
    if (node instanceof Node.Any any) {
      any.parts().forEach(n -> look(n, limits));
    } else if (node instanceof Node.Every every) {
      every.parts().forEach(n -> look(n, limits));
    } else if (node instanceof Node.Chain chain) {
      chain.parts().forEach(n -> look(n, limits));
    } else if (node instanceof Node.By by) {
      look(by.node(), limits.said(by.role()));
    } else if (node instanceof Node.During during) {
      look(during.node(), limits);
    } else if (node instanceof Node.Outside outside) {
      look(outside.find(), limits);
    } else if (node instanceof Node.Sequence || node instanceof Node.Near) {
      List<long[]> places = new ArrayList<>();
      int length = words(node, places);
      compare(places, length + SLACK, limits);
    }
  }

  /** Adds the places of each longer word, and returns the length of the node in words. */
  private int words(Node node, List<long[]> places) {
    if (node instanceof Node.Sequence sequence) {
      for (Node.Element element : longer(sequence.elements())) {
        places.add(
            element.beginning()
                ? call.prefix(element.text())
                : call.stem(language.stem(element.text())));
      }
      return sequence.elements().size();
    } else if (node instanceof Node.Near near) {
      return words(near.left(), places) + words(near.right(), places) + near.gap();
    } else if (node instanceof Node.Term term) {
      places.add(call.stem(term.text()));
      return 1;
    } else if (node instanceof Node.Beginning beginning) {
      places.add(call.prefix(beginning.text()));
      return 1;
    } else if (node instanceof Node.Sounding sounding) {
      places.add(call.sounding(sounding.key()));
      return 1;
    } else if (node instanceof Node.Any any) {
      return alternatives(any, places);
    } else if (node instanceof Node.By by) {
      return words(by.node(), places);
    } else if (node instanceof Node.During during) {
      return words(during.node(), places);
    } else if (node instanceof Node.Outside outside) {
      return words(outside.find(), places);
    }
    return 0;
  }

  /** Alternatives count as one word that is in many places. */
  private int alternatives(Node.Any any, List<long[]> places) {
    List<long[]> inner = new ArrayList<>();
    int longest = 0;
    for (Node part : any.parts()) {
      longest = Math.max(longest, words(part, inner));
    }
    places.add(inner.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray());
    return longest;
  }

  private static List<Node.Element> longer(List<Node.Element> elements) {
    List<Node.Element> longer =
        elements.stream().filter(e -> e.text().length() > LONGER_THAN).toList();
    return longer.isEmpty() ? elements.stream().filter(e -> !e.any()).toList() : longer;
  }

  private void compare(List<long[]> wanted, int width, Limits limits) {
    if (wanted.size() < 2) {
      return;
    }
    long[] all =
        wanted.stream()
            .flatMapToLong(Arrays::stream)
            .filter(p -> limits.admits(call, p))
            .sorted()
            .distinct()
            .toArray();
    for (long start : all) {
      int[] words = window(all, start, width);
      long found =
          wanted.stream().filter(places -> inWindow(places, Places.turn(start), words)).count();
      double share = (double) found / wanted.size();
      if (share >= 0.5 && share > bestShare) {
        bestShare = share;
        best = Hit.words(call, Places.turn(start), words);
      }
    }
  }

  private static int[] window(long[] all, long start, int width) {
    return Arrays.stream(all)
        .filter(p -> p >= start && p < start + width && Places.turn(p) == Places.turn(start))
        .mapToInt(Places::word)
        .toArray();
  }

  private static boolean inWindow(long[] places, int turn, int[] words) {
    for (int word : words) {
      if (Places.contains(places, Places.of(turn, word))) {
        return true;
      }
    }
    return false;
  }
}
