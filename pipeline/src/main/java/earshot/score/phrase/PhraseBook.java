package earshot.score.phrase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * All templates of a language, looked up by the two words they begin with, so that one pass over a
 * turn finds them all and tries few that are not there. Filled while a pack is read, then only
 * read.
 */
final class PhraseBook {
  private final List<Automaton> templates = new ArrayList<>();
  private final WordNumbers numbers = new WordNumbers();
  private final Map<Integer, Beginning> byFirstWord = new HashMap<>();

  /** Templates that any word, or any with certain letters, may begin. */
  private final Beginning loose = new Beginning();

  /** Templates with one first word, by the next. */
  private static final class Beginning {
    private final List<Integer> whateverFollows = new ArrayList<>();
    private final Map<Integer, List<Integer>> byNextWord = new HashMap<>();

    void add(int number, Set<Integer> following) {
      if (following.isEmpty()) {
        whateverFollows.add(number);
      }
      for (int next : following) {
        byNextWord.computeIfAbsent(next, w -> new ArrayList<>(1)).add(number);
      }
    }

    List<Integer> before(int next) {
      return byNextWord.getOrDefault(next, List.of());
    }
  }

  /**
   * Adds a template and returns its number.
   *
   * @param form how a word is compared
   */
  int add(Template read, UnaryOperator<String> form) {
    Automaton template = new Automaton(read, form, numbers);
    int number = templates.size();
    templates.add(template);
    Map<Integer, Set<Integer>> beginnings = template.beginnings();
    if (template.beginsLoosely()) {
      loose.add(number, beginnings.isEmpty() ? template.afterLooseBeginning() : Set.of());
    } else {
      beginnings.forEach(
          (word, following) ->
              byFirstWord.computeIfAbsent(word, w -> new Beginning()).add(number, following));
    }
    return number;
  }

  Automaton template(int number) {
    return templates.get(number);
  }

  /** What somebody said, as it is searched. */
  Words words(List<String> forms) {
    return numbers.words(forms.toArray(new String[0]));
  }

  /** Told of each template that is found: its number, its first word and its last. */
  interface Found {
    void phrase(int number, int first, int last);
  }

  /** Finds all templates in the words of a turn, those that begin first told first. */
  void find(Words words, Found found) {
    TreeSet<Integer> lasts = new TreeSet<>();
    for (int first = 0; first < words.size(); first++) {
      Beginning beginning = byFirstWord.get(words.number(first));
      int next = first + 1 < words.size() ? words.number(first + 1) : WordNumbers.UNKNOWN;
      if (beginning != null) {
        match(beginning.whateverFollows, words, first, lasts, found);
        match(beginning.before(next), words, first, lasts, found);
      }
      match(loose.whateverFollows, words, first, lasts, found);
      match(loose.before(next), words, first, lasts, found);
    }
  }

  private void match(
      List<Integer> numbers, Words words, int first, TreeSet<Integer> lasts, Found found) {
    for (int number : numbers) {
      templates.get(number).match(words, first, lasts);
      if (!lasts.isEmpty()) {
        lasts.forEach(last -> found.phrase(number, first, last));
        lasts.clear();
      }
    }
  }
}
