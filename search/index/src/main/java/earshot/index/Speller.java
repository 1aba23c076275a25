package earshot.index;

import earshot.match.Language;
import earshot.query.Query;
import earshot.query.QueryWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * Suggests words that calls in scope hold, for words of a query that few of them hold: words spelt
 * nearly so, and words that sound so. A word of calls outside the scope is never suggested and
 * never counted.
 */
final class Speller {
  /** A word in more calls than this needs no suggestion. */
  private static final int FEW = 2;

  /** Shorter words are like too many others. */
  private static final int SHORTEST = 4;

  private static final int MOST_WORDS = 10;
  private static final int CANDIDATES = 20;

  private final IndexSearcher searcher;
  private final org.apache.lucene.search.Query scope;
  private final Deadline deadline;

  /**
   * @param scope calls that exist for whoever asks
   */
  Speller(IndexSearcher searcher, org.apache.lucene.search.Query scope, Deadline deadline) {
    this.searcher = searcher;
    this.scope = scope;
    this.deadline = deadline;
  }

  /** The best first, at most {@code most} a word. */
  List<Suggestion> suggest(Query query, int most) throws IOException {
    List<Suggestion> suggestions = new ArrayList<>();
    int words = 0;
    for (String word : QueryWords.of(query)) {
      if (word.codePointCount(0, word.length()) >= SHORTEST && ++words <= MOST_WORDS) {
        suggestions.addAll(suggest(query, word, most));
      }
    }
    return suggestions;
  }

  private List<Suggestion> suggest(Query query, String word, int most) throws IOException {
    List<Suggestion> found = new ArrayList<>();
    for (Language language : LanguageQueries.languages(searcher.getIndexReader())) {
      Term stem = new Term(IndexFields.stem(language), language.stem(word));
      long now = calls(stem);
      if (now > FEW) {
        return List.of();
      }
      String form = language.form(word);
      for (String other : candidates(language, form)) {
        deadline.check();
        long calls = other.equals(form) ? 0 : calls(new Term(IndexFields.form(language), other));
        if (calls > now) {
          Query corrected = QueryWords.replace(query, word, other);
          found.add(new Suggestion(word, other, calls, corrected));
        }
      }
    }
    return best(found, most);
  }

  private static List<Suggestion> best(List<Suggestion> found, int most) {
    Set<String> seen = new LinkedHashSet<>();
    return found.stream()
        .sorted(
            Comparator.comparingLong(Suggestion::calls)
                .reversed()
                .thenComparing(Suggestion::instead))
        .filter(s -> seen.add(s.instead()))
        .limit(most)
        .toList();
  }

  private Set<String> candidates(Language language, String form) throws IOException {
    Set<String> candidates = new LinkedHashSet<>();
    DirectSpellChecker speller = new DirectSpellChecker();
    speller.setMinQueryLength(SHORTEST);
    speller.setMaxInspections(CANDIDATES);
    Term term = new Term(IndexFields.form(language), form);
    for (SuggestWord like :
        speller.suggestSimilar(
            term, CANDIDATES, searcher.getIndexReader(), SuggestMode.SUGGEST_ALWAYS)) {
      candidates.add(like.string);
    }
    new SoundForms(searcher.getIndexReader())
        .forms(language, language.sound(form)).stream().limit(CANDIDATES).forEach(candidates::add);
    return candidates;
  }

  private long calls(Term term) throws IOException {
    return searcher.count(
        new BooleanQuery.Builder()
            .add(new TermQuery(term), Occur.FILTER)
            .add(scope, Occur.FILTER)
            .build());
  }
}
