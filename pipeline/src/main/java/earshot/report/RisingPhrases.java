package earshot.report;

import earshot.stats.Difference;
import earshot.stats.Proportion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Phrases of two or three words that customers say in more calls of the last week than before. A
 * call counts once, however often it says a phrase. Not thread-safe.
 */
final class RisingPhrases {
  /**
   * A phrase on the rise.
   *
   * @param calls share of calls of the week against share of calls before
   * @param examples call ids of the week
   */
  record Rising(String phrase, Difference calls, List<String> examples) {}

  private record Call(String id, boolean now, Set<String> words, Set<String> phrases) {}

  private final Map<String, Call> calls = new TreeMap<>();
  private final OutcomeNumbers numbers;

  RisingPhrases(OutcomeNumbers numbers) {
    this.numbers = numbers;
  }

  /** Adds a redacted turn of a customer; phrases do not reach over its ends or a redaction. */
  void add(String callId, boolean now, String text) {
    Call call =
        calls.computeIfAbsent(callId, id -> new Call(id, now, new HashSet<>(), new HashSet<>()));
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (word.isEmpty() || word.startsWith("[")) {
        words.clear();
        continue;
      }
      words.add(word);
      call.words().add(word);
      for (int length = 2; length <= 3 && length <= words.size(); length++) {
        call.phrases().add(String.join(" ", words.subList(words.size() - length, words.size())));
      }
    }
  }

  /** Calls with anything said by the customer: of the week, and before. */
  long n(boolean now) {
    return calls.values().stream().filter(call -> call.now() == now).count();
  }

  /** Those whose rise is no chance at 95 %, each on its own, surest first. */
  List<Rising> rising() {
    Map<String, Integer> words = new HashMap<>();
    Map<String, Set<String>> now = new HashMap<>();
    Map<String, Integer> before = new HashMap<>();
    for (Call call : calls.values()) {
      call.words().forEach(word -> words.merge(word, 1, Integer::sum));
      for (String phrase : call.phrases()) {
        if (call.now()) {
          now.computeIfAbsent(phrase, key -> new LinkedHashSet<>()).add(call.id());
        } else {
          before.merge(phrase, 1, Integer::sum);
        }
      }
    }
    List<Rising> rising = new ArrayList<>();
    now.forEach(
        (phrase, ids) -> {
          Difference difference =
              new Difference(
                  new Proportion(ids.size(), n(true)),
                  new Proportion(before.getOrDefault(phrase, 0), n(false)));
          boolean telling = telling(phrase, words);
          if (ids.size() >= numbers.phraseCalls() && telling && surely(difference)) {
            rising.add(
                new Rising(phrase, difference, ids.stream().limit(numbers.examples()).toList()));
          }
        });
    rising.sort(
        Comparator.comparingDouble((Rising r) -> -r.calls().interval().orElseThrow().low())
            .thenComparing(r -> -r.phrase().length())
            .thenComparing(Rising::phrase));
    return rising.subList(0, Math.min(numbers.phrases(), rising.size()));
  }

  private boolean telling(String phrase, Map<String, Integer> words) {
    for (String word : phrase.split(" ", -1)) {
      if (words.getOrDefault(word, 0) <= numbers.common() * calls.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean surely(Difference difference) {
    return difference.interval().map(interval -> interval.low() > 0).orElse(false);
  }
}
