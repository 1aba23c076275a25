package earshot.index;

import earshot.match.CompiledQuery;
import earshot.match.Language;
import earshot.query.Query;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Searches the index of a data folder, while it is written, too: each search sees the last commit.
 * Thread-safe.
 */
public final class CallIndex implements Closeable {
  /** Time for finding; what is found by then is shown. */
  public static final Duration TIME_OUT = Duration.ofSeconds(2);

  private static final BitSetProducer CALLS =
      new QueryBitSetProducer(new TermQuery(new Term(IndexFields.KIND, IndexFields.CALL)));
  private static final Sort BEST_THEN_NEWEST =
      new Sort(
          SortField.FIELD_SCORE, new SortField(IndexFields.STARTED_AT, SortField.Type.LONG, true));

  private final Directory directory;
  private final Duration timeOut;
  private final SearcherManager searchers;

  CallIndex(Directory directory, Duration timeOut) throws IOException {
    this.directory = directory;
    this.timeOut = timeOut;
    this.searchers = new SearcherManager(directory, null);
  }

  /**
   * Opens an index for searching.
   *
   * @param folder as {@link earshot.data.DataFolder#index()} gives it
   * @throws NoIndexException when there is none, or one of another version
   */
  public static CallIndex open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoIndexException(
          "there is no index in " + folder + "; 'earshot rebuild --data DIR index' makes it");
    }
    Directory directory = FSDirectory.open(folder);
    try {
      if (!DirectoryReader.indexExists(directory) || !readable(directory)) {
        throw new NoIndexException(
            "the index in "
                + folder
                + " cannot be read by this version; 'earshot rebuild --data DIR index' makes it new");
      }
      return new CallIndex(directory, TIME_OUT);
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  static boolean readable(Directory directory) throws IOException {
    try {
      Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
      return IndexFields.SCHEMA.equals(data.get(IndexFields.SCHEMA_KEY));
    } catch (org.apache.lucene.index.IndexFormatTooOldException
        | org.apache.lucene.index.IndexFormatTooNewException e) {
      return false;
    }
  }

  /** Searches without phrase families. */
  public SearchResult search(Query query, int limit) throws IOException {
    return search(query, limit, Map.of());
  }

  /**
   * Searches.
   *
   * @param limit most hits shown; the total counts all
   * @param families what {@code #name} stands for
   * @return the calls that match, those with the most finds first, of equal ones the newest
   * @throws SearchException when the query is too large
   * @throws IllegalArgumentException when a family is not known
   */
  public SearchResult search(Query query, int limit, Map<String, Query> families)
      throws IOException {
    searchers.maybeRefresh();
    IndexSearcher shared = searchers.acquire();
    try {
      IndexReader reader = shared.getIndexReader();
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setTimeout(new QueryTimeoutImpl(timeOut.toMillis()));
      Map<String, CompiledQuery> byLanguage = compiled(reader, query, families);
      TopFieldDocs found =
          searcher.search(
              lucene(byLanguage),
              new TopFieldCollectorManager(
                  BEST_THEN_NEWEST, Math.max(1, limit), null, Integer.MAX_VALUE));
      List<SearchHit> hits = new ArrayList<>();
      Hits show = new Hits(reader, CALLS, byLanguage);
      for (ScoreDoc document : Arrays.asList(found.scoreDocs).subList(0, shown(found, limit))) {
        hits.add(show.of(document.doc));
      }
      return new SearchResult(found.totalHits.value, hits, searcher.timedOut());
    } catch (IndexSearcher.TooManyClauses e) {
      throw SearchException.tooManyTerms();
    } finally {
      searchers.release(shared);
    }
  }

  private static int shown(TopFieldDocs found, int limit) {
    return Math.min(Math.max(0, limit), found.scoreDocs.length);
  }

  /** How many calls there are. */
  public int calls() throws IOException {
    searchers.maybeRefresh();
    IndexSearcher searcher = searchers.acquire();
    try {
      return searcher.count(new TermQuery(new Term(IndexFields.KIND, IndexFields.CALL)));
    } finally {
      searchers.release(searcher);
    }
  }

  /** The stamp of every call in the last commit, by call id. */
  public Map<String, String> stamps() throws IOException {
    searchers.maybeRefresh();
    IndexSearcher searcher = searchers.acquire();
    try {
      return CallIndexWriter.stamps((DirectoryReader) searcher.getIndexReader());
    } finally {
      searchers.release(searcher);
    }
  }

  /** The query in each language that occurs: words are stemmed by the language of the call. */
  private static Map<String, CompiledQuery> compiled(
      IndexReader reader, Query query, Map<String, Query> families) throws IOException {
    Map<String, CompiledQuery> byLanguage = new HashMap<>();
    for (Language language : Language.all()) {
      if (reader.docFreq(new Term(IndexFields.LANGUAGE, language.code())) > 0) {
        byLanguage.put(language.code(), CompiledQuery.of(query, language, families));
      }
    }
    return byLanguage;
  }

  private static org.apache.lucene.search.Query lucene(Map<String, CompiledQuery> byLanguage) {
    if (byLanguage.isEmpty()) {
      return new MatchNoDocsQuery("no calls");
    }
    if (byLanguage.size() == 1) {
      return lucene(byLanguage.values().iterator().next());
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (CompiledQuery query : byLanguage.values()) {
      any.add(
          new BooleanQuery.Builder()
              .add(lucene(query), Occur.MUST)
              .add(
                  new TermQuery(new Term(IndexFields.LANGUAGE, query.language().code())),
                  Occur.FILTER)
              .build(),
          Occur.SHOULD);
    }
    return any.build();
  }

  private static org.apache.lucene.search.Query lucene(CompiledQuery query) {
    return new QueryMapper(query.language(), CALLS).map(query.node());
  }

  @Override
  public void close() throws IOException {
    try {
      searchers.close();
    } finally {
      directory.close();
    }
  }
}
