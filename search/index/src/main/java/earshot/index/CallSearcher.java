package earshot.index;

import earshot.query.Query;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/**
 * The index at one moment: everything asked of one searcher agrees, whatever is written meanwhile.
 * Thread-safe; close it when the request is answered.
 */
public final class CallSearcher implements Closeable {
  private final SearcherManager searchers;
  private final IndexSearcher searcher;
  private final Duration timeOut;

  CallSearcher(SearcherManager searchers, Duration timeOut) throws IOException {
    this.searchers = searchers;
    this.searcher = searchers.acquire();
    this.timeOut = timeOut;
  }

  /**
   * Searches.
   *
   * @throws SearchException when the query is too large or takes too long
   * @throws IllegalArgumentException when a family is not known
   */
  public SearchResult search(SearchRequest request) throws IOException {
    LanguageQueries query = compiled(request.query(), request.families());
    int end = request.offset() + request.limit();
    TopFieldDocs found =
        collecting(
            query,
            request,
            new TopFieldCollectorManager(
                request.sorting().lucene(), Math.max(1, end), null, Integer.MAX_VALUE));
    int shown = Math.min(end, found.scoreDocs.length);
    List<ScoreDoc> page =
        Arrays.asList(found.scoreDocs).subList(Math.min(request.offset(), shown), shown);
    return new SearchResult(
        found.totalHits.value, new Hits(searcher.getIndexReader(), query).of(page));
  }

  private <T> T collecting(
      LanguageQueries query,
      SearchRequest request,
      org.apache.lucene.search.CollectorManager<?, T> manager)
      throws IOException {
    try {
      return new ParallelSearch(searcher, Deadline.in(timeOut))
          .search(inScope(query.lucene(), request.scope(), request.families()), manager);
    } catch (IndexSearcher.TooManyClauses e) {
      throw SearchException.tooManyTerms();
    }
  }

  private org.apache.lucene.search.Query inScope(
      org.apache.lucene.search.Query query, Query scope, Map<String, Query> families)
      throws IOException {
    return scope instanceof Query.All
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(compiled(scope, families).lucene(), Occur.FILTER)
            .build();
  }

  private LanguageQueries compiled(Query query, Map<String, Query> families) throws IOException {
    return LanguageQueries.of(searcher.getIndexReader(), query, families);
  }

  /** How many calls there are. */
  public int calls() {
    return searcher.getIndexReader().numDocs();
  }

  /** The stamp of every call, by call id. */
  public Map<String, String> stamps() throws IOException {
    return CallIndexWriter.stamps((DirectoryReader) searcher.getIndexReader());
  }

  @Override
  public void close() throws IOException {
    searchers.release(searcher);
  }
}
