package earshot.score.phrase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A template made ready for matching: from each word on, the words that may follow. Alternatives
 * are walked word by word and never multiplied out, so a template with ten thousand readings costs
 * no more than its words. Immutable and thread-safe.
 */
final class Automaton {
  /** A phrase is recognised by its other words when these have so many letters together. */
  private static final int LEAST_LETTERS = 6;

  private final Step start;

  Automaton(Template template, UnaryOperator<String> form) {
    this.start = build(template, new Step(Map.of(), List.of(), true), form);
    if (start.end()) {
      throw new IllegalArgumentException("a phrase needs at least one word that must be there");
    }
  }

  /**
   * What may come next.
   *
   * @param words by their form
   * @param loose beginnings and any word
   * @param end whether the phrase may be over here
   */
  private record Step(Map<String, List<Step>> words, List<Loose> loose, boolean end) {}

  /**
   * @param beginning empty for any word
   */
  private record Loose(String beginning, Step next) {}

  private static Step build(Template template, Step next, UnaryOperator<String> form) {
    if (template instanceof Template.Word word) {
      return new Step(Map.of(folded(word.text(), form), List.of(next)), List.of(), false);
    } else if (template instanceof Template.Beginning beginning) {
      return new Step(Map.of(), List.of(new Loose(folded(beginning.text(), form), next)), false);
    } else if (template instanceof Template.AnyWord) {
      return new Step(Map.of(), List.of(new Loose("", next)), false);
    } else if (template instanceof Template.Sequence sequence) {
      Step step = next;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        step = build(sequence.parts().get(i), step, form);
      }
      return step;
    }
    return union(((Template.Choice) template).options(), next, form);
  }

  private static Step union(List<Template> options, Step next, UnaryOperator<String> form) {
    Map<String, List<Step>> words = new HashMap<>();
    List<Loose> loose = new ArrayList<>();
    boolean end = false;
    for (Template option : options) {
      Step step = build(option, next, form);
      step.words().forEach((w, s) -> words.computeIfAbsent(w, x -> new ArrayList<>()).addAll(s));
      loose.addAll(step.loose());
      end |= step.end();
    }
    return new Step(words, loose, end);
  }

  private static String folded(String word, UnaryOperator<String> form) {
    String folded = form.apply(word);
    if (folded.isEmpty()) {
      throw new IllegalArgumentException("'" + word + "' has no letter or digit");
    }
    return folded;
  }

  /** The words it can begin with. */
  Iterable<String> firstWords() {
    return start.words().keySet();
  }

  /** Whether it can begin with a word that is not among {@link #firstWords}. */
  boolean beginsLoosely() {
    return !start.loose().isEmpty();
  }

  /** Adds the last words of all readings that begin at a word. */
  void match(String[] forms, int first, TreeSet<Integer> lasts) {
    walk(start, forms, first, lasts);
  }

  private static void walk(Step step, String[] forms, int at, TreeSet<Integer> lasts) {
    if (step.end()) {
      lasts.add(at - 1);
    }
    if (at == forms.length) {
      return;
    }
    List<Step> steps = step.words().get(forms[at]);
    if (steps != null) {
      for (Step next : steps) {
        walk(next, forms, at + 1, lasts);
      }
    }
    for (Loose loose : step.loose()) {
      if (forms[at].startsWith(loose.beginning())) {
        walk(loose.next(), forms, at + 1, lasts);
      }
    }
  }

  /**
   * Whether a reading begins at a word in which one word, and only a doubtful one, is another: what
   * was said may have been misheard there.
   *
   * @param doubtful for each word whether it may have been misheard
   * @return the last word of such a reading; -1 when there is none
   */
  int nearly(String[] forms, boolean[] doubtful, int first) {
    return nearly(start, forms, doubtful, first, 0, false);
  }

  private static int nearly(
      Step step, String[] forms, boolean[] doubtful, int at, int letters, boolean misheard) {
    if (step.end()) {
      return misheard && letters >= LEAST_LETTERS ? at - 1 : -1;
    }
    if (at == forms.length) {
      return -1;
    }
    int known = letters + forms[at].length();
    for (Step next : step.words().getOrDefault(forms[at], List.of())) {
      int last = nearly(next, forms, doubtful, at + 1, known, misheard);
      if (last >= 0) {
        return last;
      }
    }
    for (Loose loose : step.loose()) {
      if (!loose.beginning().isEmpty() && forms[at].startsWith(loose.beginning())) {
        int last = nearly(loose.next(), forms, doubtful, at + 1, known, misheard);
        if (last >= 0) {
          return last;
        }
      }
    }
    return misheard || !doubtful[at] ? -1 : misheard(step, forms, doubtful, at, letters);
  }

  private static int misheard(Step step, String[] forms, boolean[] doubtful, int at, int letters) {
    Set<Step> nexts = Collections.newSetFromMap(new IdentityHashMap<>());
    step.words().values().forEach(nexts::addAll);
    for (Step next : nexts) {
      int last = nearly(next, forms, doubtful, at + 1, letters, true);
      if (last >= 0) {
        return last;
      }
    }
    return -1;
  }
}
