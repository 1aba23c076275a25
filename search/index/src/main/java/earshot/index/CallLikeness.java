package earshot.index;

import earshot.match.Language;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What sets a call apart from others: its words weighed by how few calls hold them. */
final class CallLikeness {
  private static final int WORDS = 15;
  private static final int SHORTEST_WORD = 4;

  /** Per cent of calls; a word in more of them says nothing about one. */
  private static final int MOST_CALLS = 50;

  private final IndexReader reader;

  CallLikeness(IndexReader reader) {
    this.reader = reader;
  }

  /**
   * A word of a call and its weight.
   *
   * @param said the word as it was said first; the term is its stem
   */
  record Weighed(Term word, String said, float weight) {}

  /** The words of a call, the weightiest first. */
  List<Weighed> words(Document call) throws IOException {
    Language language = Language.of(call.get(IndexFields.LANGUAGE));
    String field = IndexFields.stem(language);
    MoreLikeThis like = new MoreLikeThis(reader);
    like.setAnalyzer(new WhitespaceAnalyzer());
    like.setFieldNames(new String[] {field});
    like.setMinTermFreq(1);
    like.setMinDocFreq(2);
    like.setMaxDocFreqPct(reader.numDocs() < 10 ? 100 : MOST_CALLS);
    like.setMinWordLen(SHORTEST_WORD);
    like.setMaxQueryTerms(WORDS);
    like.setBoost(true);
    List<Weighed> words = new ArrayList<>();
    Map<String, String> said = new LinkedHashMap<>();
    Query query = like.like(field, new StringReader(stems(call, language, said)));
    if (query instanceof BooleanQuery any) {
      for (BooleanClause clause : any.clauses()) {
        if (clause.getQuery() instanceof BoostQuery boosted
            && boosted.getQuery() instanceof TermQuery word) {
          String stem = word.getTerm().text();
          words.add(new Weighed(word.getTerm(), said.getOrDefault(stem, stem), boosted.getBoost()));
        }
      }
    }
    words.sort(Comparator.comparingDouble(Weighed::weight).reversed());
    return words;
  }

  /**
   * @param said filled with the first word that has each stem
   */
  private static String stems(Document call, Language language, Map<String, String> said) {
    StringBuilder stems = new StringBuilder();
    for (String text : call.getValues(IndexFields.TEXT)) {
      for (String word : text.split("\\s+")) {
        String stem = language.stem(word);
        if (!stem.isEmpty() && !stem.startsWith("[")) {
          said.putIfAbsent(stem, language.form(word));
          stems.append(stem).append(' ');
        }
      }
    }
    return stems.toString();
  }

  /** Calls that hold any of the words. */
  static Query any(List<Weighed> words) {
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no word sets the call apart");
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Weighed word : words) {
      any.add(
          new BoostQuery(new TermQuery(word.word()), word.weight()), BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }
}
