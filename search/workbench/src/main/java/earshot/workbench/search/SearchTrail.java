package earshot.workbench.search;

import earshot.call.Event;
import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.index.SearchHit;
import earshot.index.SearchRequest;
import earshot.index.SearchResult;
import earshot.index.TurnMatch;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.SignedIn;
import earshot.workbench.call.Place;
import earshot.workbench.call.Trail;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hits of a search: {@code q=}, {@code sort=} and the number of the hit, {@code at=}. */
public final class SearchTrail implements Trail {
  static final String NUMBER = "at";

  /** New calls and decisions move a hit; further away than this it is not looked for. */
  private static final int REACH = 5;

  private final LiveSearch search;

  public SearchTrail(LiveSearch search) {
    this.search = search;
  }

  @Override
  public Optional<Place> place(Context http, SignedIn who, String callId) throws IOException {
    String number = http.queryParam(NUMBER);
    if (number == null || !number.matches("[1-9]\\d{0,4}")) {
      return Optional.empty();
    }
    try {
      Asked asked = Asked.of(http);
      Query query = asked.text().isEmpty() ? new Query.All() : QueryParser.parse(asked.text());
      try (ScopedSearch scoped = search.in(who.account())) {
        return Optional.of(place(scoped, asked, query, callId, Integer.parseInt(number)));
      }
    } catch (QuerySyntaxException
        | SearchException
        | NoIndexException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Place place(ScopedSearch scoped, Asked asked, Query query, String callId, int number)
      throws IOException {
    int first = Math.max(1, number - REACH);
    SearchRequest request =
        SearchRequest.of(query).sorted(asked.sorting()).page(first - 1, 2 * REACH + 1);
    SearchResult result = search.search(scoped, request);
    List<SearchHit> hits = result.hits();
    int found = index(hits, callId);
    int before = found >= 0 ? found - 1 : number - first - 1;
    int next = found >= 0 ? found + 1 : number - first;
    String answer = AskedAnswer.place(Terms.of(asked.text(), query).parts(), search);
    return new Place(
        asked.text().isEmpty() ? "All calls" : asked.text(),
        asked.around(found >= 0 ? first + found : number),
        asked.trail(found >= 0 ? first + found : number),
        found >= 0 ? first + found + " of " + result.total() : "",
        link(asked, hits, before, first, answer),
        link(asked, hits, next, first, answer),
        found >= 0 ? finds(hits.get(found)) : List.of());
  }

  private static int index(List<SearchHit> hits, String callId) {
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).callId().equals(callId)) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String link(
      Asked asked, List<SearchHit> hits, int index, int first, String answer) {
    return index < 0 || index >= hits.size()
        ? null
        : HitViews.moment(hits.get(index), asked.trail(first + index), answer);
  }

  private static List<Place.Find> finds(SearchHit hit) {
    return Stream.concat(
            hit.matches().stream().map(SearchTrail::find),
            hit.events().stream().map(SearchTrail::find))
        .sorted(Comparator.comparing(find -> Double.valueOf(find.start())))
        .toList();
  }

  private static Place.Find find(Event event) {
    return new Place.Find(
        HitViews.clock(event.start()), seconds(event.start()), event.kind().id(), "");
  }

  private static Place.Find find(TurnMatch match) {
    double start = HitViews.start(match);
    return new Place.Find(
        HitViews.clock(start),
        seconds(start),
        match.role().id(),
        match.words().stream().map(w -> seconds(w.get(0))).collect(Collectors.joining(" ")));
  }

  private static String seconds(double seconds) {
    return BigDecimal.valueOf(seconds)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
