package earshot.index;

import earshot.query.Query;
import java.util.Map;

/**
 * What to search for, and what of it to show.
 *
 * @param scope calls outside of it do not exist for this request: neither totals nor facets nor
 *     suggestions know of them; its own finds are not shown
 * @param families what {@code #name} stands for
 * @param offset hits passed over, from 0
 * @param limit most hits shown; the total counts all
 */
public record SearchRequest(
    Query query, Query scope, Map<String, Query> families, Sorting sorting, int offset, int limit) {
  /** The furthest hit that can be shown; whoever wants more narrows the query. */
  public static final int FURTHEST = 100_000;

  private static final int SHOWN = 20;

  public SearchRequest {
    families = Map.copyOf(families);
    if (offset < 0 || limit < 0 || (long) offset + limit > FURTHEST) {
      throw new IllegalArgumentException(
          "offset and limit must be 0 or more and together at most %d, not %d and %d"
              .formatted(FURTHEST, offset, limit));
    }
  }

  /** The 20 best hits among all calls. */
  public static SearchRequest of(Query query) {
    return new SearchRequest(query, new Query.All(), Map.of(), Sorting.RELEVANCE, 0, SHOWN);
  }

  public SearchRequest within(Query newScope) {
    return new SearchRequest(query, newScope, families, sorting, offset, limit);
  }

  public SearchRequest families(Map<String, Query> newFamilies) {
    return new SearchRequest(query, scope, newFamilies, sorting, offset, limit);
  }

  public SearchRequest sorted(Sorting newSorting) {
    return new SearchRequest(query, scope, families, newSorting, offset, limit);
  }

  public SearchRequest page(int newOffset, int newLimit) {
    return new SearchRequest(query, scope, families, sorting, newOffset, newLimit);
  }
}
