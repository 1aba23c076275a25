package earshot.workbench.erase;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids of calls inside of what people typed: queries, titles, comments. */
public final class Mentions {
  /** Stands where an id stood. */
  public static final String ERASED = "[erased]";

  private static final Pattern BETWEEN = Pattern.compile("[\\s\"'(),;:?!]+");
  private static final Pattern ENDS = Pattern.compile("^[.\\[]+|[.\\]]+$");

  private Mentions() {}

  /** Every word that could be an id. */
  public static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : BETWEEN.split(text)) {
      words.add(word);
      words.add(ENDS.matcher(word).replaceAll(""));
    }
    words.remove("");
    return words;
  }

  /** The text without the ids; as a part of a longer word or number an id stays. */
  public static String without(String text, Set<String> callIds) {
    String rest = text;
    for (String id : callIds) {
      if (rest.contains(id)) {
        rest =
            Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}])")
                .matcher(rest)
                .replaceAll(Matcher.quoteReplacement(ERASED));
      }
    }
    return rest;
  }
}
