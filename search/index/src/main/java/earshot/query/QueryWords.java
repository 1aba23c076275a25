package earshot.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The words a query looks for, and the query with one of them changed. */
public final class QueryWords {
  private QueryWords() {}

  /** Words outside and inside quotes, each once; not beginnings, not choices in quotes. */
  public static Set<String> of(Query query) {
    Set<String> words = new LinkedHashSet<>();
    changed(
        query,
        word -> {
          words.add(word);
          return word;
        });
    return words;
  }

  /** The query with another word in its place, wherever it stands. */
  public static Query replace(Query query, String word, String other) {
    return changed(query, w -> w.equals(word) ? other : w);
  }

  private static Query changed(Query query, UnaryOperator<String> change) {
    if (query instanceof Query.Word word) {
      return new Query.Word(change.apply(word.text()));
    } else if (query instanceof Query.Sounding sounding) {
      return new Query.Sounding(change.apply(sounding.text()));
    } else if (query instanceof Query.Phrase phrase) {
      return new Query.Phrase(
          phrase.words().stream().map(w -> said(w) ? change.apply(w) : w).toList());
    } else if (query instanceof Query.Near near) {
      return new Query.Near(
          changed(near.left(), change), changed(near.right(), change), near.gap());
    } else if (query instanceof Query.NotIn notIn) {
      return new Query.NotIn(changed(notIn.find(), change), changed(notIn.within(), change));
    } else if (query instanceof Query.Then then) {
      return new Query.Then(all(then.parts(), change));
    } else if (query instanceof Query.Said said) {
      return new Query.Said(said.role(), changed(said.query(), change));
    } else if (query instanceof Query.Window window) {
      return new Query.Window(changed(window.query(), change), window.side(), window.seconds());
    } else if (query instanceof Query.And and) {
      return new Query.And(all(and.parts(), change));
    } else if (query instanceof Query.Or or) {
      return new Query.Or(all(or.parts(), change));
    }
    // What is not wanted, events, filters, families: no word that should have been found.
    return query;
  }

  private static boolean said(String phraseWord) {
    return !phraseWord.equals(Query.Phrase.ANY) && !phraseWord.endsWith("*");
  }

  private static List<Query> all(List<Query> parts, UnaryOperator<String> change) {
    return parts.stream().map(p -> changed(p, change)).toList();
  }
}
