package earshot.match;

import java.util.ArrayList;
import java.util.List;

/** Finds words that stand next to each other. */
final class Sequences {
  private Sequences() {}

  static List<Hit> find(CallView call, List<Node.Element> elements, Limits limits) {
    long[][] places = places(call, elements);
    if (places.length == 0) {
      return List.of();
    }
    int rarest = rarest(places);
    List<Hit> hits = new ArrayList<>();
    for (long place : places[rarest]) {
      int turn = Places.turn(place);
      int first = Places.word(place) - rarest;
      if (first >= 0
          && first + places.length <= call.words(turn)
          && stands(places, turn, first, rarest)
          && limits.admits(call, Places.of(turn, first))) {
        hits.add(Hit.words(call, turn, run(first, places.length)));
      }
    }
    return hits;
  }

  /** Places of every element, null for any word; none at all as soon as one is not in the call. */
  private static long[][] places(CallView call, List<Node.Element> elements) {
    long[][] places = new long[elements.size()][];
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < places.length; i++) {
        Node.Element element = elements.get(i);
        if (element.any() || element.beginning() != (pass == 1)) {
          continue;
        }
        places[i] = pass == 0 ? call.form(element.text()) : call.prefix(element.text());
        if (places[i].length == 0) {
          return new long[0][];
        }
      }
    }
    return places;
  }

  private static int rarest(long[][] places) {
    int rarest = -1;
    for (int i = 0; i < places.length; i++) {
      if (places[i] != null && (rarest < 0 || places[i].length < places[rarest].length)) {
        rarest = i;
      }
    }
    return rarest;
  }

  private static boolean stands(long[][] places, int turn, int first, int known) {
    for (int i = 0; i < places.length; i++) {
      if (i != known
          && places[i] != null
          && !Places.contains(places[i], Places.of(turn, first + i))) {
        return false;
      }
    }
    return true;
  }

  private static int[] run(int first, int length) {
    int[] words = new int[length];
    for (int i = 0; i < length; i++) {
      words[i] = first + i;
    }
    return words;
  }
}
