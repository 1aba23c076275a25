package earshot.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * What the words of a language sound like. English has Double Metaphone, which ignores vowels but
 * the first; the other languages are spelt closer to their sounds and have a list of spellings that
 * sound alike ({@code sounds.tsv}); a language without a list compares folded spellings. Doubled
 * letters count as one. Thread-safe.
 */
final class Sounds {
  private static final String FILE = "sounds.tsv";
  private static final int LONGEST_KEY = 8;
  private static final int CACHED_WORDS = 100_000;

  private final List<Rule> rules;
  private final boolean english;
  private final DoubleMetaphone metaphone = new DoubleMetaphone();
  private final Map<String, String> cache = new ConcurrentHashMap<>();

  private record Rule(String spelling, boolean atEnd, String sound) {
    String apply(String word) {
      if (!atEnd) {
        return word.replace(spelling, sound);
      }
      return word.endsWith(spelling)
          ? word.substring(0, word.length() - spelling.length()) + sound
          : word;
    }
  }

  private Sounds(boolean english, List<Rule> rules) {
    this.english = english;
    this.rules = List.copyOf(rules);
    metaphone.setMaxCodeLen(LONGEST_KEY);
  }

  static Sounds of(String code) {
    return new Sounds(code.equals("en"), code.equals("en") ? List.of() : rules(code));
  }

  private static List<Rule> rules(String code) {
    InputStream in = Objects.requireNonNull(Sounds.class.getResourceAsStream(FILE), FILE);
    List<Rule> rules = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 3 && cells[0].equals(code)) {
          boolean atEnd = cells[1].endsWith("$");
          String spelling = atEnd ? cells[1].substring(0, cells[1].length() - 1) : cells[1];
          rules.add(new Rule(spelling, atEnd, cells[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rules;
  }

  /**
   * The key of a word; words with equal keys sound alike.
   *
   * @param folded without accents and tones
   */
  String key(String folded) {
    String known = cache.get(folded);
    if (known == null) {
      known = newKey(folded);
      if (cache.size() < CACHED_WORDS) {
        cache.put(folded, known);
      }
    }
    return known;
  }

  private String newKey(String folded) {
    if (folded.startsWith("[")) {
      return folded;
    }
    String key = folded;
    if (english) {
      key = metaphone.doubleMetaphone(folded);
    } else {
      for (Rule rule : rules) {
        key = rule.apply(key);
      }
      key = key.replaceAll("(.)\\1+", "$1");
    }
    return key == null || key.isEmpty() ? folded : key;
  }
}
