package earshot.catalogue;

import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a written text: what stands between blanks, as written, without the punctuation
 * around it. Signs that are spoken ({@code %}, {@code &}, {@code @}, {@code #}) and those that hide
 * letters ({@code *}) stay, and so does a redaction token such as {@code [card-number]}.
 */
final class SpokenWords {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}\\u200b\\ufeff]+");
  private static final String OUTER = "[\\p{P}&&[^%‰&@#*]]";
  private static final Pattern LEADING = Pattern.compile("^" + OUTER + "+");
  private static final Pattern TRAILING = Pattern.compile(OUTER + "+$");
  private static final Pattern TOKEN = Pattern.compile("^\\p{P}*?(\\[[^\\[\\]]+])\\p{P}*$");

  private SpokenWords() {}

  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    for (String piece : BLANKS.split(text, -1)) {
      var token = TOKEN.matcher(piece);
      String word =
          token.matches()
              ? token.group(1)
              : TRAILING.matcher(LEADING.matcher(piece).replaceFirst("")).replaceFirst("");
      if (!word.isBlank()) {
        words.add(word);
      }
    }
    return words;
  }

  /**
   * The words of a text with times of their own: the span is shared out by the number of
   * characters, to the millisecond, without pauses.
   *
   * @param start seconds
   * @param end seconds
   */
  static List<Word> timed(String text, double start, double end, double confidence) {
    List<String> words = of(text);
    long all = words.stream().mapToLong(SpokenWords::length).sum();
    List<Word> timed = new ArrayList<>(words.size());
    long before = 0;
    double from = start;
    for (String word : words) {
      before += length(word);
      double to = before == all ? end : Math.min(end, toMillisecond(start, end, before, all));
      timed.add(new Word(word, from, Math.max(from, to), confidence));
      from = Math.max(from, to);
    }
    return timed;
  }

  private static long length(String word) {
    return word.codePointCount(0, word.length());
  }

  private static double toMillisecond(double start, double end, long part, long all) {
    return Math.round((start + (end - start) * part / all) * 1000) / 1000.0;
  }
}
