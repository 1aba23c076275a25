package earshot.workbench.search;

import earshot.index.Facets;
import earshot.index.SearchHit;
import earshot.index.SearchRequest;
import earshot.index.SearchResult;
import earshot.index.Sorting;
import earshot.query.Query;
import earshot.query.QueryPrinter;
import earshot.workbench.web.Paging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the list of hits, and what is offered where there are few. */
final class ResultsBuilder {
  /** With no more calls than this, other words are suggested. */
  private static final int FEW = 2;

  private static final int SUGGESTIONS = 3;
  private static final String SCORE = "score.";

  private final ScopedSearch search;
  private final Asked asked;
  private final Terms terms;
  private final String place;
  private final boolean clips;

  /**
   * @param place on the pages of calls that is asked for; empty for none
   * @param clips whether the reader makes clips
   */
  ResultsBuilder(ScopedSearch search, Asked asked, Terms terms, String place, boolean clips) {
    this.place = place;
    this.clips = clips;
    this.search = search;
    this.asked = asked;
    this.terms = terms;
  }

  SearchView.Results build(SearchResult found) throws IOException {
    int offset = asked.offset();
    List<SearchView.HitView> hits = new ArrayList<>();
    for (SearchHit hit : found.hits()) {
      int number = offset + hits.size() + 1;
      hits.add(HitViews.of(hit, number, asked.trail(number), place, clips));
    }
    boolean few = found.total() <= FEW;
    return new SearchView.Results(
        found.total(),
        hits.isEmpty() ? 0 : offset + 1,
        offset + hits.size(),
        filters(),
        hits,
        Paging.of(found.total(), offset, SearchFeature.PAGE, SearchFeature.DEEPEST, asked::at),
        asked.export("csv"),
        asked.export("json"),
        few ? meant() : List.of(),
        few ? bySound(found.total()) : null);
  }

  /** The filters that hold for the whole query, each with the way to drop it. */
  private List<SearchView.Filter> filters() {
    return terms.parts().stream()
        .filter(ResultsBuilder::filter)
        .map(
            p ->
                new SearchView.Filter(
                    QueryPrinter.print(p), asked.link(terms.instead(List.of(p), List.of()).text())))
        .toList();
  }

  private static boolean filter(Query part) {
    return part instanceof Query.Filter
        || part instanceof Query.Or or
            && or.parts().stream().allMatch(p -> p instanceof Query.Filter);
  }

  private List<SearchView.Meant> meant() throws IOException {
    return search.suggest(terms.query(), SUGGESTIONS).stream()
        .map(
            s -> {
              String query = Terms.of("", s.corrected()).instead(List.of(), List.of()).text();
              return new SearchView.Meant(
                  s.word(), s.instead(), s.calls(), query, asked.link(query));
            })
        .toList();
  }

  /** Offered where more calls sound so than say so. */
  private SearchView.@Nullable Sound bySound(long said) throws IOException {
    List<Query> out = new ArrayList<>();
    List<Query> in = new ArrayList<>();
    for (Query part : terms.parts()) {
      if (part instanceof Query.Word word && word.text().length() >= Query.Sounding.SHORTEST) {
        out.add(part);
        in.add(new Query.Sounding(word.text()));
      }
    }
    if (out.isEmpty()) {
      return null;
    }
    Terms sounding = terms.instead(out, in);
    long calls = search.search(SearchRequest.of(sounding.query()).page(0, 1)).total();
    return calls <= said
        ? null
        : new SearchView.Sound(sounding.text(), asked.link(sounding.text()), calls);
  }

  /** What hits can be ordered by: one order more for each form that has scores. */
  static List<SearchView.Order> orders(Asked asked, Facets facets) {
    List<Sorting> orders =
        new ArrayList<>(
            List.of(Sorting.RELEVANCE, Sorting.NEWEST, Sorting.OLDEST, Sorting.LONGEST));
    facets.facets().stream()
        .map(Facets.Facet::field)
        .filter(f -> f.startsWith(SCORE))
        .map(f -> Sorting.lowest(f.substring(SCORE.length())))
        .forEach(orders::add);
    if (!orders.contains(asked.sorting())) {
      orders.add(asked.sorting());
    }
    return orders.stream()
        .map(s -> new SearchView.Order(s.toString(), label(s), s.equals(asked.sorting())))
        .toList();
  }

  private static String label(Sorting order) {
    return switch (order.order()) {
      case RELEVANCE -> "Best match";
      case NEWEST -> "Newest";
      case OLDEST -> "Oldest";
      case LONGEST -> "Longest";
      case LOWEST_SCORE -> "Lowest " + order.form().replace('-', ' ') + " score";
    };
  }
}
