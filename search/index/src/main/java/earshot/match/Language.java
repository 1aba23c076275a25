package earshot.match;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.lucene.analysis.el.GreekStemmer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemmer;

/**
 * How words of a language are compared. Every transcript word is one position; nothing is split or
 * left out.
 *
 * <p>The <em>form</em> of a word is what is said: lower case, without accents, apostrophes, inner
 * hyphens and punctuation around it ({@code That's} and {@code thats} are one form, so are {@code
 * e-mail} and {@code email}). A redaction token such as {@code [card-number]} has two forms: itself
 * and the word {@code cardnumber}. The <em>stem</em> stands for all forms of a word: English by
 * inflection ({@link EnglishInflections}), Greek and Norwegian by the light stemmers of Lucene,
 * which has none for Slovenian and Swahili: {@link SlovenianEndings} and {@link SwahiliPrefixes}
 * take off what marks a form. Vietnamese words have no forms, so the stem is the form. A Vietnamese
 * word keeps its tones as a form, with the toneless spelling as a second one at the same position:
 * {@code bạn} finds only itself, {@code ban} finds every word so spelt.
 *
 * <p>Thread-safe; one instance a language.
 */
public final class Language {
  private static final int CACHED_WORDS = 100_000;
  private static final Map<String, Language> KNOWN =
      Map.of(
          "en", new Language("en", EnglishInflections::stem),
          "el", new Language("el", form -> stem(new GreekStemmer()::stem, form)),
          "no", new Language("no", Language::norwegian),
          "sl", new Language("sl", SlovenianEndings::stem),
          "sw", new Language("sw", SwahiliPrefixes::stem),
          "vi", new Language("vi", form -> form));
  private static final Language OTHER = new Language("xx", form -> form);

  private final String code;
  private final UnaryOperator<String> stemmer;
  private final Sounds sounds;
  private final Map<String, Analysed> cache = new ConcurrentHashMap<>();

  private Language(String code, UnaryOperator<String> stemmer) {
    this.code = code;
    this.stemmer = stemmer;
    this.sounds = Sounds.of(code);
  }

  /**
   * What a transcript word is found by.
   *
   * @param forms the form first; empty for a word without letters and digits
   * @param stems the stem first
   */
  public record Analysed(List<String> forms, List<String> stems) {}

  /**
   * The language of a code such as {@code en} or {@code en-GB}; {@code nb} and {@code nn} are
   * {@code no}. A language that is not known is compared by form only.
   */
  public static Language of(String code) {
    String base = code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    if (base.equals("nb") || base.equals("nn")) {
      base = "no";
    }
    return KNOWN.getOrDefault(base, OTHER);
  }

  /** The code of this language; {@code xx} for all that are not known. */
  public String code() {
    return code;
  }

  /** Every language that has a code of its own, and the one for all others. */
  public static Collection<Language> all() {
    return Stream.concat(KNOWN.values().stream(), Stream.of(OTHER))
        .sorted(Comparator.comparing(Language::code))
        .toList();
  }

  /** Forms and stems of a transcript word. */
  public Analysed analyse(String word) {
    Analysed known = cache.get(word);
    if (known == null) {
      known = analyseNew(word);
      if (cache.size() < CACHED_WORDS) {
        cache.put(word, known);
      }
    }
    return known;
  }

  private Analysed analyseNew(String word) {
    String form = form(word);
    if (form.isEmpty()) {
      return new Analysed(List.of(), List.of());
    }
    String stem = stem(word);
    String plain = fold(letters(lower(word)));
    if (plain.equals(form)) {
      return new Analysed(List.of(form), List.of(stem));
    }
    return new Analysed(
        List.of(form, plain), form.equals(stem) ? List.of(stem, plain) : List.of(stem));
  }

  /** The form of a word in a query, or of its beginning. */
  public String form(String word) {
    String lower = lower(word);
    if (lower.length() > 2 && lower.startsWith("[") && lower.endsWith("]")) {
      return lower;
    }
    String letters = letters(lower);
    return code.equals("vi") ? Normalizer.normalize(letters, Normalizer.Form.NFC) : fold(letters);
  }

  /** The stem of a word in a query. */
  public String stem(String word) {
    String form = form(word);
    if (form.isEmpty() || form.startsWith("[")) {
      return form;
    }
    return stemmer.apply(form);
  }

  /** What a word sounds like: words with an equal key are easily taken for each other. */
  public String sound(String word) {
    String form = form(word);
    return sounds.key(form.startsWith("[") ? form : fold(form));
  }

  /** Twice, since "fakturaen" only becomes "faktura", and that "faktur", in two steps. */
  private static String norwegian(String form) {
    NorwegianLightStemmer stemmer = new NorwegianLightStemmer(NorwegianLightStemmer.BOKMAAL);
    return stem(stemmer::stem, stem(stemmer::stem, form));
  }

  /** Lucene's stemmers shorten characters in place and return the new length. */
  private static String stem(ToIntBiFunction<char[], Integer> stemmer, String form) {
    char[] letters = Arrays.copyOf(form.toCharArray(), form.length() + 1);
    return new String(letters, 0, stemmer.applyAsInt(letters, form.length()));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Letters, digits and their marks; apostrophes, hyphens and punctuation go. */
  private static String letters(String lower) {
    StringBuilder out = new StringBuilder(lower.length());
    lower
        .codePoints()
        .filter(
            c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static String fold(String letters) {
    boolean ascii = true;
    for (int i = 0; i < letters.length() && ascii; i++) {
      ascii = letters.charAt(i) < 0x80;
    }
    if (ascii) {
      return letters;
    }
    String bare =
        Normalizer.normalize(letters, Normalizer.Form.NFKD)
            .replaceAll("\\p{Mn}+", "")
            .replace('\u03c2', '\u03c3');
    char[] in = bare.toCharArray();
    char[] out = new char[4 * in.length];
    return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
  }
}
