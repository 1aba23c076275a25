package earshot.workbench.search;

import earshot.index.CallRow;
import earshot.index.CallSearcher;
import earshot.index.CallSummary;
import earshot.index.Facets;
import earshot.index.SearchHit;
import earshot.index.SearchRequest;
import earshot.index.SearchResult;
import earshot.index.SimilarCalls;
import earshot.index.Suggestion;
import earshot.query.Query;
import earshot.query.QuerySyntaxException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The index at one moment, as one scope sees it: calls outside of it are in no hit, no count, no
 * suggestion. All that is asked of one of these agrees. Errors are those of {@link CallSearcher}.
 */
public final class ScopedSearch implements Closeable {
  private final CallSearcher searcher;
  private final Query scope;

  ScopedSearch(CallSearcher searcher, Query scope) {
    this.searcher = searcher;
    this.scope = scope;
  }

  /**
   * Reads a query that is asked now; see {@link CallSearcher#parse}. Names of forms and questions
   * belong to no call: those of all calls count.
   */
  public Query parse(String text) throws QuerySyntaxException {
    return searcher.parse(text);
  }

  SearchResult search(SearchRequest request) throws IOException {
    searcher.check(request.sorting());
    return searcher.search(request.within(scope));
  }

  /** The calls among these that the query finds, in no particular order. */
  public SearchResult among(Collection<String> callIds, Query query) throws IOException {
    return searcher.among(
        callIds, SearchRequest.of(query).within(scope).page(0, Math.max(1, callIds.size())));
  }

  /** Those of the calls that are there and in the scope. */
  public Set<String> seen(Set<String> callIds) throws IOException {
    SearchRequest any = SearchRequest.of(new Query.All()).within(scope).page(0, 1);
    if (callIds.isEmpty() || searcher.among(callIds, any).total() == callIds.size()) {
      return callIds;
    }
    return among(callIds, new Query.All()).hits().stream()
        .map(SearchHit::callId)
        .collect(Collectors.toSet());
  }

  /**
   * Something of every call that the query finds, from the columns; see {@link CallSearcher#rows}.
   */
  public <T> List<T> rows(
      Query query, Predicate<String> wanted, Function<CallRow, Optional<T>> make)
      throws IOException {
    return searcher.rows(SearchRequest.of(query).within(scope), wanted, make);
  }

  Facets facets(Query query) throws IOException {
    return searcher.facets(SearchRequest.of(query).within(scope));
  }

  List<Suggestion> suggest(Query query, int most) throws IOException {
    return searcher.suggest(SearchRequest.of(query).within(scope), most);
  }

  SimilarCalls similar(String callId, int limit) throws IOException {
    return searcher.similar(callId, scope, limit);
  }

  /** Some call that the query finds; see {@link CallSearcher#any}. */
  Optional<CallSummary> any(Query query) throws IOException {
    return searcher.any(query, scope);
  }

  @Override
  public void close() throws IOException {
    searcher.close();
  }
}
