package earshot.index;

import earshot.match.CompiledQuery;
import earshot.match.Language;
import earshot.query.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.TermQuery;

/** A query in each language that occurs: words are stemmed by the language of the call. */
record LanguageQueries(IndexReader reader, Map<String, CompiledQuery> byLanguage) {

  static LanguageQueries of(IndexReader reader, Query query, Map<String, Query> families)
      throws IOException {
    Map<String, CompiledQuery> byLanguage = new LinkedHashMap<>();
    for (Language language : languages(reader)) {
      byLanguage.put(language.code(), CompiledQuery.of(query, language, families));
    }
    return new LanguageQueries(reader, byLanguage);
  }

  /** The languages of an index. */
  static List<Language> languages(IndexReader reader) throws IOException {
    List<Language> languages = new ArrayList<>();
    for (Language language : Language.all()) {
      if (reader.docFreq(new Term(IndexFields.LANGUAGE, language.code())) > 0) {
        languages.add(language);
      }
    }
    return languages;
  }

  /** The query for calls in a language. */
  CompiledQuery of(String code) {
    CompiledQuery query = byLanguage.get(code);
    if (query == null) {
      throw new IllegalStateException("a call in a language that was not searched");
    }
    return query;
  }

  org.apache.lucene.search.Query lucene() {
    if (byLanguage.isEmpty()) {
      return new MatchNoDocsQuery("no calls");
    }
    if (byLanguage.size() == 1) {
      return lucene(byLanguage.values().iterator().next());
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (CompiledQuery query : byLanguage.values()) {
      Term language = new Term(IndexFields.LANGUAGE, query.language().code());
      any.add(
          new BooleanQuery.Builder()
              .add(lucene(query), Occur.MUST)
              .add(new TermQuery(language), Occur.FILTER)
              .build(),
          Occur.SHOULD);
    }
    return any.build();
  }

  private org.apache.lucene.search.Query lucene(CompiledQuery query) {
    return new QueryMapper(query.language(), new SoundForms(reader)).map(query.node());
  }
}
