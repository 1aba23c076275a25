package earshot.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * English stems that join the inflections of a word and no more: plurals, -ed and -ing by the first
 * and last steps of Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", 1980),
 * irregular forms from a list. The steps in between, which join "custom" with "customer" and "busy"
 * with "business", are left out on purpose.
 */
final class EnglishInflections {
  private static final String LIST = "english-irregular.txt";
  private static final int UNTOUCHED = 3;
  private static final Map<String, String> IRREGULAR = irregular();

  private EnglishInflections() {}

  static String stem(String form) {
    String listed = IRREGULAR.get(form);
    return listed == null ? byRule(form) : listed;
  }

  private static String byRule(String word) {
    if (word.length() <= UNTOUCHED || word.chars().anyMatch(c -> c < 'a' || c > 'z')) {
      return word;
    }
    return withoutEnd(withoutY(withoutEdOrIng(withoutS(word))));
  }

  private static String withoutS(String word) {
    if (word.endsWith("sses") || word.endsWith("ies")) {
      return cut(word, 2);
    }
    return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
  }

  private static String withoutEdOrIng(String word) {
    if (word.endsWith("eed")) {
      return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
    }
    String stem;
    if (word.endsWith("ed")) {
      stem = cut(word, 2);
    } else if (word.endsWith("ing")) {
      stem = cut(word, 3);
    } else {
      return word;
    }
    return hasVowel(stem) ? repaired(stem) : word;
  }

  /** "hopp" was "hop", "hop" was "hope", "us" was "use". */
  private static String repaired(String stem) {
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz") || stem.length() < 3) {
      return stem + "e";
    }
    char last = stem.charAt(stem.length() - 1);
    if (doubled(stem) && last != 'l' && last != 's' && last != 'z') {
      return cut(stem, 1);
    }
    return measure(stem) == 1 && endsLikeHop(stem) ? stem + "e" : stem;
  }

  private static String withoutY(String word) {
    int y = word.length() - 1;
    return word.endsWith("y") && consonant(word, y - 1) && hasVowel(cut(word, 1))
        ? cut(word, 1) + "i"
        : word;
  }

  private static String withoutEnd(String word) {
    String stem = word;
    if (word.endsWith("e") && word.length() > UNTOUCHED) {
      String shorter = cut(word, 1);
      int measure = measure(shorter);
      if (measure > 1 || (measure == 1 && !endsLikeHop(shorter))) {
        stem = shorter;
      }
    }
    return stem.endsWith("ll") && measure(cut(stem, 1)) > 1 ? cut(stem, 1) : stem;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static boolean consonant(String word, int i) {
    char c = word.charAt(i);
    return c == 'y' ? i == 0 || !consonant(word, i - 1) : "aeiou".indexOf(c) < 0;
  }

  private static boolean hasVowel(String stem) {
    for (int i = 0; i < stem.length(); i++) {
      if (!consonant(stem, i)) {
        return true;
      }
    }
    return false;
  }

  /** How often a vowel is followed by a consonant. */
  private static int measure(String stem) {
    int measure = 0;
    for (int i = 1; i < stem.length(); i++) {
      if (consonant(stem, i) && !consonant(stem, i - 1)) {
        measure++;
      }
    }
    return measure;
  }

  private static boolean doubled(String stem) {
    int n = stem.length();
    return n > 1 && stem.charAt(n - 1) == stem.charAt(n - 2) && consonant(stem, n - 1);
  }

  /** Consonant, vowel, consonant, the last one not w, x or y. */
  private static boolean endsLikeHop(String stem) {
    int n = stem.length();
    return n > 2
        && consonant(stem, n - 3)
        && !consonant(stem, n - 2)
        && consonant(stem, n - 1)
        && "wxy".indexOf(stem.charAt(n - 1)) < 0;
  }

  private static Map<String, String> irregular() {
    Map<String, String> base = new HashMap<>();
    try (InputStream in = EnglishInflections.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException(LIST + " is missing from the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          boolean kept = line.startsWith("=");
          String[] words = line.replace("=", "").strip().split("\\s+");
          for (String word : words) {
            base.put(word, kept ? words[0] : byRule(words[0]));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(base);
  }
}
