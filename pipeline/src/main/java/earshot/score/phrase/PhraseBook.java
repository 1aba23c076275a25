package earshot.score.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * All templates of a language, looked up by the word they begin with, so that one pass over a turn
 * finds them all. Filled while a pack is read, then only read.
 */
final class PhraseBook {
  private final List<Automaton> templates = new ArrayList<>();
  private final Map<String, List<Integer>> byFirstWord = new HashMap<>();
  private final List<Integer> loose = new ArrayList<>();

  /** Adds a template and returns its number. */
  int add(Automaton template) {
    int number = templates.size();
    templates.add(template);
    if (template.beginsLoosely()) {
      loose.add(number);
    } else {
      for (String word : template.firstWords()) {
        byFirstWord.computeIfAbsent(word, w -> new ArrayList<>()).add(number);
      }
    }
    return number;
  }

  Automaton template(int number) {
    return templates.get(number);
  }

  int size() {
    return templates.size();
  }

  /**
   * Adds the spans of each template found in a turn to the list of its number.
   *
   * @param forms the words that are searched
   * @param places where each of them stands in the turn
   */
  void find(int turn, String[] forms, int[] places, List<List<Span>> spans) {
    TreeSet<Integer> lasts = new TreeSet<>();
    for (int first = 0; first < forms.length; first++) {
      for (int number : byFirstWord.getOrDefault(forms[first], List.of())) {
        add(turn, forms, places, first, number, lasts, spans);
      }
      for (int number : loose) {
        add(turn, forms, places, first, number, lasts, spans);
      }
    }
  }

  private void add(
      int turn,
      String[] forms,
      int[] places,
      int first,
      int number,
      TreeSet<Integer> lasts,
      List<List<Span>> spans) {
    templates.get(number).match(forms, first, lasts);
    if (!lasts.isEmpty()) {
      for (int last : lasts) {
        spans.get(number).add(new Span(turn, places[first], places[last]));
      }
      lasts.clear();
    }
  }
}
