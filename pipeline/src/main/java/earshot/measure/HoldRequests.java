package earshot.measure;

import earshot.call.Turn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Whether a turn asks to wait, told by a plain list of phrases: for languages without a phrase
 * family of their own. Thread-safe.
 */
public final class HoldRequests implements Predicate<Turn> {
  /** Words that may stand between two words of a phrase. */
  private static final int BETWEEN = 2;

  private final List<List<String>> phrases;

  private HoldRequests(List<List<String>> phrases) {
    this.phrases = phrases;
  }

  /** The English list that ships. */
  public static HoldRequests english() {
    String name = "hold-requests-en.txt";
    try (InputStream in = HoldRequests.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing from the build");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return new HoldRequests(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> List.of(line.strip().split(" +")))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + " cannot be read", e);
    }
  }

  @Override
  public boolean test(Turn turn) {
    List<String> words =
        List.of(turn.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}' ]", " ").split(" +"));
    return phrases.stream().anyMatch(phrase -> occurs(phrase, words));
  }

  private static boolean occurs(List<String> phrase, List<String> words) {
    for (int start = 0; start < words.size(); start++) {
      if (words.get(start).equals(phrase.get(0)) && continues(phrase, words, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean continues(List<String> phrase, List<String> words, int start) {
    int at = start;
    for (String next : phrase.subList(1, phrase.size())) {
      int end = Math.min(words.size(), at + 2 + BETWEEN);
      int offset = words.subList(Math.min(at + 1, end), end).indexOf(next);
      if (offset < 0) {
        return false;
      }
      at += 1 + offset;
    }
    return true;
  }
}
