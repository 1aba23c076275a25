package earshot.workbench.search;

import earshot.index.CallRow;
import earshot.index.CallSearcher;
import earshot.index.CallSummary;
import earshot.index.Facets;
import earshot.index.SearchHit;
import earshot.index.SearchRequest;
import earshot.index.SearchResult;
import earshot.index.SimilarCalls;
import earshot.index.Sorting;
import earshot.index.Suggestion;
import earshot.query.Query;
import earshot.query.QuerySyntaxException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The index at one moment, as one scope sees it: calls outside of it are in no hit, no count, no
 * suggestion, and what is withheld from its reader is in none either. All that is asked of one of
 * these agrees. Errors are those of {@link CallSearcher}.
 */
public final class ScopedSearch implements Closeable {
  private final CallSearcher searcher;
  private final Query scope;
  private final Blinds blinds;

  ScopedSearch(CallSearcher searcher, Query scope, Blinds blinds) {
    this.searcher = searcher;
    this.scope = scope;
    this.blinds = blinds;
  }

  /** What is asked of the index instead. */
  private SearchRequest request(Query query) {
    return SearchRequest.of(blinds.without(query)).within(scope);
  }

  private SearchResult seen(SearchResult found) {
    return blinds.isEmpty()
        ? found
        : new SearchResult(found.total(), found.hits().stream().map(blinds::without).toList());
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
    SearchRequest narrowed =
        request(request.query())
            .families(request.families())
            .sorted(request.sorting())
            .page(request.offset(), request.limit());
    Set<String> unordered = blinds.calls(request.sorting().toString());
    if (unordered.isEmpty()) {
      return seen(searcher.search(narrowed));
    }
    return seen(
        Blinds.nameable(unordered)
            ? orderedLast(narrowed, unordered)
            : searcher.search(narrowed.sorted(Sorting.NEWEST)));
  }

  /** Calls whose score must not be learnt come after the others, as those without a score do. */
  private SearchResult orderedLast(SearchRequest request, Set<String> unordered)
      throws IOException {
    SearchResult others = searcher.search(with(request, Blinds.except(request.query(), unordered)));
    Query these = new Query.And(List.of(request.query(), Blinds.any(unordered)));
    int offset = (int) Math.max(0, request.offset() - others.total());
    SearchResult last =
        searcher.search(
            with(request, these)
                .sorted(Sorting.NEWEST)
                .page(offset, request.limit() - others.hits().size()));
    return new SearchResult(
        others.total() + last.total(),
        Stream.concat(others.hits().stream(), last.hits().stream()).toList());
  }

  private static SearchRequest with(SearchRequest request, Query query) {
    return SearchRequest.of(query)
        .within(request.scope())
        .families(request.families())
        .sorted(request.sorting())
        .page(request.offset(), request.limit());
  }

  /** Whether the query asks about something of the call that must not be learnt yet. */
  public boolean withholds(Query query, String callId) {
    return blinds.asks(query, callId);
  }

  /** Whether a field of the call must not be learnt yet. */
  public boolean withholds(String field, String callId) {
    return !blinds.isEmpty() && blinds.calls(field).contains(callId);
  }

  /** The calls among these that the query finds, in no particular order. */
  public SearchResult among(Collection<String> callIds, Query query) throws IOException {
    return seen(searcher.among(callIds, request(query).page(0, Math.max(1, callIds.size()))));
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
    return searcher.rows(request(query), wanted, make);
  }

  Facets facets(Query query) throws IOException {
    Facets all = searcher.facets(request(query));
    if (blinds.isEmpty()) {
      return all;
    }
    Map<Set<String>, Facets> without = new HashMap<>();
    List<Facets.Facet> facets = new ArrayList<>();
    for (Facets.Facet facet : all.facets()) {
      Set<String> hidden = blinds.calls(facet.field());
      if (!hidden.isEmpty() && !without.containsKey(hidden)) {
        without.put(hidden, searcher.facets(request(Blinds.except(query, hidden))));
      }
      Facets known = without.getOrDefault(hidden, all);
      if (!known.of(facet.field()).counts().isEmpty()) {
        facets.add(known.of(facet.field()));
      }
    }
    return new Facets(all.total(), facets);
  }

  List<Suggestion> suggest(Query query, int most) throws IOException {
    return searcher.suggest(request(query), most);
  }

  SimilarCalls similar(String callId, int limit) throws IOException {
    SimilarCalls found = searcher.similar(callId, scope, limit);
    return new SimilarCalls(found.words(), found.hits().stream().map(blinds::without).toList());
  }

  /** Some call that the query finds; see {@link CallSearcher#any}. */
  Optional<CallSummary> any(Query query) throws IOException {
    return searcher.any(blinds.without(query), scope);
  }

  @Override
  public void close() throws IOException {
    searcher.close();
  }
}
