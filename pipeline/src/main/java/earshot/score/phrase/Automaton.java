package earshot.score.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * A template made ready for matching: from each word on, the words that may follow. Alternatives
 * are walked word by word and never multiplied out, so a template with ten thousand readings costs
 * no more than its words. Immutable and thread-safe.
 */
final class Automaton {
  /** A phrase is recognised by its other words when these have so many letters together. */
  private static final int LEAST_LETTERS = 6;

  private static final int[] NO_WORDS = {};
  private static final List<List<Step>> NO_STEPS = List.of();

  private final Step start;

  /**
   * @param form how a word is compared
   * @param numbers gives words that are not known yet their numbers
   */
  Automaton(Template template, UnaryOperator<String> form, WordNumbers numbers) {
    this.start =
        build(
            template,
            new Step(NO_WORDS, NO_STEPS, List.of(), true),
            w -> numbers.of(folded(w, form)),
            form);
    if (start.end()) {
      throw new IllegalArgumentException("a phrase needs at least one word that must be there");
    }
  }

  /**
   * What may come next.
   *
   * @param words their numbers, in order
   * @param nexts for each of the words
   * @param loose beginnings and any word
   * @param end whether the phrase may be over here
   */
  private record Step(int[] words, List<List<Step>> nexts, List<Loose> loose, boolean end) {
    List<Step> after(int word) {
      int at = Arrays.binarySearch(words, word);
      return at < 0 ? List.of() : nexts.get(at);
    }
  }

  /**
   * @param beginning empty for any word
   */
  private record Loose(String beginning, Step next) {}

  private static Step build(
      Template template, Step next, ToIntFunction<String> number, UnaryOperator<String> form) {
    if (template instanceof Template.Word word) {
      int[] only = {number.applyAsInt(word.text())};
      return new Step(only, List.of(List.of(next)), List.of(), false);
    } else if (template instanceof Template.Beginning beginning) {
      return loosely(folded(beginning.text(), form), next);
    } else if (template instanceof Template.AnyWord) {
      return loosely("", next);
    } else if (template instanceof Template.Sequence sequence) {
      Step step = next;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        step = build(sequence.parts().get(i), step, number, form);
      }
      return step;
    }
    List<Step> options = new ArrayList<>();
    for (Template option : ((Template.Choice) template).options()) {
      options.add(build(option, next, number, form));
    }
    return union(options);
  }

  private static Step loosely(String beginning, Step next) {
    return new Step(NO_WORDS, NO_STEPS, List.of(new Loose(beginning, next)), false);
  }

  private static Step union(List<Step> options) {
    TreeMap<Integer, List<Step>> words = new TreeMap<>();
    List<Loose> loose = new ArrayList<>();
    boolean end = false;
    for (Step step : options) {
      for (int i = 0; i < step.words().length; i++) {
        List<Step> nexts = words.computeIfAbsent(step.words()[i], x -> new ArrayList<>(1));
        step.nexts().get(i).forEach(next -> add(nexts, next));
      }
      loose.addAll(step.loose());
      end |= step.end();
    }
    int[] numbers = words.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new Step(numbers, words.values().stream().map(List::copyOf).toList(), loose, end);
  }

  private static String folded(String word, UnaryOperator<String> form) {
    String folded = form.apply(word);
    if (folded.isEmpty()) {
      throw new IllegalArgumentException("'" + word + "' has no letter or digit");
    }
    return folded;
  }

  /**
   * The words it can begin with and, for each, those that may follow, by their numbers; none where
   * any word may follow or the phrase may be over.
   */
  Map<Integer, Set<Integer>> beginnings() {
    Map<Integer, Set<Integer>> beginnings = new HashMap<>();
    for (int i = 0; i < start.words().length; i++) {
      beginnings.put(start.words()[i], following(start.nexts().get(i)));
    }
    return beginnings;
  }

  /** Whether it can begin with a word that is not among {@link #beginnings}. */
  boolean beginsLoosely() {
    return !start.loose().isEmpty();
  }

  /** The words that may follow such a word; none where any word may follow or none need. */
  Set<Integer> afterLooseBeginning() {
    return following(start.loose().stream().map(Loose::next).toList());
  }

  private static Set<Integer> following(List<Step> steps) {
    Set<Integer> following = new HashSet<>();
    for (Step step : steps) {
      if (step.end() || !step.loose().isEmpty()) {
        return Set.of();
      }
      for (int word : step.words()) {
        following.add(word);
      }
    }
    return following;
  }

  /** Adds the last words of all readings that begin at a word. */
  void match(Words words, int first, TreeSet<Integer> lasts) {
    List<Step> reached = List.of(start);
    for (int at = first; !reached.isEmpty(); at++) {
      for (Step step : reached) {
        if (step.end()) {
          lasts.add(at - 1);
          break;
        }
      }
      reached = at < words.size() ? after(reached, words, at) : List.of();
    }
  }

  /** Each step once, by however many ways it is reached: optional words would double the ways. */
  private static List<Step> after(List<Step> reached, Words words, int at) {
    List<Step> next = new ArrayList<>();
    for (Step step : reached) {
      for (Step one : step.after(words.number(at))) {
        add(next, one);
      }
      for (Loose loose : step.loose()) {
        if (words.form(at).startsWith(loose.beginning())) {
          add(next, loose.next());
        }
      }
    }
    return next;
  }

  private static void add(List<Step> steps, Step step) {
    for (Step known : steps) {
      if (known == step) {
        return;
      }
    }
    steps.add(step);
  }

  /**
   * Whether a reading begins at a word in which one word, and only a doubtful one, is another: what
   * was said may have been misheard there.
   *
   * @param doubtful for each word whether it may have been misheard
   * @return the last word of such a reading; -1 when there is none
   */
  int nearly(Words words, boolean[] doubtful, int first) {
    return nearly(start, words, doubtful, first, 0, false);
  }

  private static int nearly(
      Step step, Words words, boolean[] doubtful, int at, int letters, boolean misheard) {
    if (step.end()) {
      return misheard && letters >= LEAST_LETTERS ? at - 1 : -1;
    }
    if (at == words.size()) {
      return -1;
    }
    int known = letters + words.form(at).length();
    for (Step next : step.after(words.number(at))) {
      int last = nearly(next, words, doubtful, at + 1, known, misheard);
      if (last >= 0) {
        return last;
      }
    }
    for (Loose loose : step.loose()) {
      if (!loose.beginning().isEmpty() && words.form(at).startsWith(loose.beginning())) {
        int last = nearly(loose.next(), words, doubtful, at + 1, known, misheard);
        if (last >= 0) {
          return last;
        }
      }
    }
    return misheard || !doubtful[at] ? -1 : misheard(step, words, doubtful, at, letters);
  }

  private static int misheard(Step step, Words words, boolean[] doubtful, int at, int letters) {
    List<Step> nexts = new ArrayList<>();
    step.nexts().forEach(steps -> steps.forEach(s -> add(nexts, s)));
    for (Step next : nexts) {
      int last = nearly(next, words, doubtful, at + 1, letters, true);
      if (last >= 0) {
        return last;
      }
    }
    return -1;
  }
}
