package earshot.index;

import earshot.query.FieldNames;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;

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
    return search(query, query.lucene(), request);
  }

  /**
   * The same among some calls only.
   *
   * @param callIds others do not count; those that do not exist are passed over
   */
  public SearchResult among(Collection<String> callIds, SearchRequest request) throws IOException {
    LanguageQueries query = compiled(request.query(), request.families());
    org.apache.lucene.search.Query narrowed =
        new BooleanQuery.Builder()
            .add(query.lucene(), Occur.MUST)
            .add(
                new TermInSetQuery(
                    IndexFields.CALL_ID, callIds.stream().map(BytesRef::new).toList()),
                Occur.FILTER)
            .build();
    return search(query, narrowed, request);
  }

  private SearchResult search(
      LanguageQueries query, org.apache.lucene.search.Query lucene, SearchRequest request)
      throws IOException {
    int end = request.offset() + request.limit();
    TopFieldDocs found =
        collecting(
            lucene,
            request,
            new TopFieldCollectorManager(
                request.sorting().lucene(), Math.max(1, end), null, Integer.MAX_VALUE));
    int shown = Math.min(end, found.scoreDocs.length);
    List<ScoreDoc> page =
        Arrays.asList(found.scoreDocs).subList(Math.min(request.offset(), shown), shown);
    return new SearchResult(
        found.totalHits.value, new Hits(searcher.getIndexReader(), query).of(page));
  }

  /**
   * Some call that matches, whichever is found first: it shows how a value is written that facets
   * hold in small letters.
   *
   * @return empty when no call in scope matches
   */
  public Optional<CallSummary> any(Query query, Query scope) throws IOException {
    LanguageQueries compiled = compiled(query, Map.of());
    ScoreDoc[] found = searcher.search(inScope(compiled.lucene(), scope, Map.of()), 1).scoreDocs;
    return found.length == 0
        ? Optional.empty()
        : Optional.of(
            new Hits(searcher.getIndexReader(), compiled).of(List.of(found[0])).get(0).summary());
  }

  /**
   * Counts the values of fields over all calls that match, in scope.
   *
   * @throws SearchException as in {@link #search}
   */
  public Facets facets(SearchRequest request) throws IOException {
    LanguageQueries query = compiled(request.query(), request.families());
    return collecting(query.lucene(), request, new FacetCollector.Manager()).facets();
  }

  /**
   * Makes something of every call that matches, in scope, from the columns alone: much faster than
   * hits where all calls count and few are shown.
   *
   * @param wanted fields that {@code make} reads
   * @param make may be called by several threads at once, each with a row of its own; empty leaves
   *     the call out
   * @return in no order to be relied on
   * @throws SearchException as in {@link #search}
   */
  public <T> List<T> rows(
      SearchRequest request, Predicate<String> wanted, Function<CallRow, Optional<T>> make)
      throws IOException {
    LanguageQueries query = compiled(request.query(), request.families());
    return collecting(query.lucene(), request, new RowCollector.Manager<>(wanted, make));
  }

  /**
   * What may have been meant by words of the query that no call in scope holds, or very few.
   *
   * @param most suggestions a word
   */
  public List<Suggestion> suggest(SearchRequest request, int most) throws IOException {
    org.apache.lucene.search.Query scope = compiled(request.scope(), request.families()).lucene();
    return new Speller(searcher, scope, Deadline.in(timeOut)).suggest(request.query(), most);
  }

  /**
   * Calls like one call, in the same language.
   *
   * @param scope calls outside of it do not exist for this request
   * @return nothing when the call itself is not in scope, or has no words that set it apart
   */
  public SimilarCalls similar(String callId, Query scope, int limit) throws IOException {
    SearchRequest all = SearchRequest.of(new Query.All()).within(scope);
    org.apache.lucene.search.Query self = new TermQuery(new Term(IndexFields.CALL_ID, callId));
    org.apache.lucene.search.TopDocs found =
        searcher.search(inScope(self, scope, all.families()), 1);
    if (found.scoreDocs.length == 0) {
      return new SimilarCalls(List.of(), List.of());
    }
    CallLikeness likeness = new CallLikeness(searcher.getIndexReader());
    List<CallLikeness.Weighed> words =
        likeness.words(searcher.storedFields().document(found.scoreDocs[0].doc));
    org.apache.lucene.search.Query others =
        new BooleanQuery.Builder()
            .add(CallLikeness.any(words), Occur.MUST)
            .add(self, Occur.MUST_NOT)
            .build();
    TopFieldDocs hits =
        new ParallelSearch(searcher, Deadline.in(timeOut))
            .search(
                inScope(others, scope, all.families()),
                new TopFieldCollectorManager(
                    Sorting.RELEVANCE.lucene(), Math.max(1, limit), null, Integer.MAX_VALUE));
    List<ScoreDoc> shown =
        Arrays.asList(hits.scoreDocs).subList(0, Math.min(limit, hits.scoreDocs.length));
    return new SimilarCalls(
        words.stream().map(CallLikeness.Weighed::said).toList(),
        new Hits(searcher.getIndexReader(), compiled(all.query(), all.families())).of(shown));
  }

  private <T> T collecting(
      org.apache.lucene.search.Query query,
      SearchRequest request,
      org.apache.lucene.search.CollectorManager<?, T> manager)
      throws IOException {
    try {
      return new ParallelSearch(searcher, Deadline.in(timeOut))
          .search(inScope(query, request.scope(), request.families()), manager);
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

  /**
   * Reads a query that is asked of these calls: one that names a form or a question which none of
   * them has is a mistake. Where there are no calls, none is.
   */
  public Query parse(String text) throws QuerySyntaxException {
    return QueryParser.parse(text, names());
  }

  /**
   * Refuses a query and an order that name a form or a question which no call has.
   *
   * @throws SearchException when the order does
   */
  public void check(String text, Sorting sorting) throws QuerySyntaxException {
    parse(text);
    check(sorting);
  }

  /**
   * Refuses an order by the score of a form that no call has.
   *
   * @throws SearchException with the nearest forms
   */
  public void check(Sorting sorting) {
    if (sorting.order() == Sorting.Order.LOWEST_SCORE) {
      names()
          .problemOfForm(sorting.form())
          .ifPresent(
              problem -> {
                throw new SearchException("cannot sort by '" + sorting + "': " + problem);
              });
    }
  }

  private FieldNames names() {
    if (calls() == 0) {
      return FieldNames.ANY;
    }
    List<String> fields = new ArrayList<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(searcher.getIndexReader())) {
      IndexFields.ofCall(field.name).ifPresent(fields::add);
    }
    return FieldNames.of(fields);
  }

  /** Tells this commit of the index from every other. */
  public String commit() {
    byte[] id = ((StandardDirectoryReader) searcher.getIndexReader()).getSegmentInfos().getId();
    return HexFormat.of().formatHex(id);
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
