package earshot.score.phrase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named family of phrases: many ways to say one thing.
 *
 * @param means what it stands for, in a sentence
 * @param entries the ways
 * @param except a find that shares a word with a find of this does not count; may be null
 * @param unlike sentences in which the family must not be found
 * @param rule what is searched, as written: without meaning and examples
 */
record Family(
    String name,
    String means,
    List<Entry> entries,
    @Nullable Pattern except,
    List<Example> unlike,
    String rule) {
  Family {
    entries = List.copyOf(entries);
    unlike = List.copyOf(unlike);
  }

  /** Where in a turn a phrase must stand. */
  enum Place {
    ANYWHERE,
    /** At the start of the turn, after words such as "right" or "oh". */
    START,
    /** At the start of the turn or after a word or mark that ends a clause. */
    CLAUSE,
    /** Up to the last word of the turn. */
    END,
    /** In a sentence that ends in a question mark; the whole sentence is the find. */
    QUESTION
  }

  /**
   * One way to say it.
   *
   * @param like sentences in which it must be found
   * @param unlike sentences in which the family must not be found
   */
  record Entry(
      String text, Pattern pattern, Place place, List<Example> like, List<Example> unlike) {
    Entry {
      like = List.copyOf(like);
      unlike = List.copyOf(unlike);
    }
  }

  /**
   * @param where file and line
   */
  record Example(String where, String sentence) {}
}
