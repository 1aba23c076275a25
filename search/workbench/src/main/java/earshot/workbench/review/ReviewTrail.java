package earshot.workbench.review;

import earshot.index.NoIndexException;
import earshot.index.SearchException;
import earshot.query.Query;
import earshot.query.QueryParser;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.SignedIn;
import earshot.workbench.call.Place;
import earshot.workbench.call.Trail;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.search.ScopedSearch;
import earshot.workbench.web.Links;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The queue of reviews, for those who may open it: a sample ({@code sample=}) or the calls at risk
 * ({@code risk=}).
 */
public final class ReviewTrail implements Trail {
  private static final String SAMPLE = "sample";
  private static final String RISK = "risk";
  private static final String FILTER = "q";
  private static final String NUMBER = "\\d{1,15}";

  private final LiveSearch search;
  private final ReviewQueue queue;
  private final ReviewNotes notes;

  public ReviewTrail(LiveSearch search, ReviewNotes notes) {
    this.search = search;
    this.queue = new ReviewQueue(search);
    this.notes = notes;
  }

  /** What the address of a call says about the sample that it belongs to. */
  static String sample(long id) {
    return SAMPLE + "=" + id;
  }

  /**
   * What the address of a call at risk says about the queue.
   *
   * @param filter blank for none
   * @param number of the call in it, from 1
   */
  static String risk(String filter, int number) {
    return (filter.isEmpty() ? "" : FILTER + "=" + Links.value(filter) + "&") + RISK + "=" + number;
  }

  /**
   * A page of the calls at risk.
   *
   * @param filter blank for none
   * @param offset calls before the page
   */
  static String page(String filter, int offset) {
    String asked = filter.isEmpty() ? "" : FILTER + "=" + Links.value(filter);
    String from = offset == 0 ? "" : ReviewsFeature.OFFSET + "=" + offset;
    return Links.with(Links.with("/reviews", asked), from) + (offset == 0 ? "" : "#risk");
  }

  @Override
  public Optional<Place> place(Context http, SignedIn who, String callId) throws IOException {
    if (!Typed.decides(who)) {
      return Optional.empty();
    }
    String sample = http.queryParam(SAMPLE);
    if (sample != null && sample.matches(NUMBER)) {
      return sampled(Long.parseLong(sample), who, callId);
    }
    String number = http.queryParam(RISK);
    if (number != null && number.matches("[1-9]\\d{0,6}")) {
      String filter = http.queryParam(FILTER);
      return atRisk(filter == null ? "" : filter.strip(), Integer.parseInt(number), who, callId);
    }
    return Optional.empty();
  }

  private Optional<Place> sampled(long id, SignedIn who, String callId) throws IOException {
    Optional<ReviewNotes.Sample> sample =
        notes.sample(id).filter(s -> ReviewsFeature.mayOpen(s, who));
    if (sample.isEmpty()) {
      return Optional.empty();
    }
    List<String> calls =
        seen(notes.drawn(id).stream().map(ReviewNotes.Drawn::callId).toList(), who);
    int at = calls.indexOf(callId);
    if (at < 0) {
      return Optional.empty();
    }
    Set<String> finished = notes.reviewers().keySet();
    long open = calls.stream().filter(call -> !finished.contains(call)).count();
    return Optional.of(
        new Place(
            "Sample " + id,
            "/reviews?" + sample(id),
            sample(id),
            (at + 1) + " of " + calls.size() + ", " + open + " open",
            sampledCall(calls, at - 1, id),
            sampledCall(calls, at + 1, id),
            List.of()));
  }

  private List<String> seen(List<String> drawn, SignedIn who) throws IOException {
    try (ScopedSearch scoped = search.in(who.account())) {
      Set<String> seen = scoped.seen(new HashSet<>(drawn));
      return drawn.stream().filter(seen::contains).toList();
    } catch (NoIndexException e) {
      return List.of();
    }
  }

  private static @Nullable String sampledCall(List<String> calls, int index, long sample) {
    return index < 0 || index >= calls.size()
        ? null
        : Links.with(Links.call(calls.get(index)), sample(sample));
  }

  /** A call whose review is finished leaves the queue: the next one has its number then. */
  private Optional<Place> atRisk(String filter, int number, SignedIn who, String callId)
      throws IOException {
    List<String> calls;
    try {
      Query query = filter.isEmpty() ? new Query.All() : QueryParser.parse(filter);
      calls = queue.order(query, who.account(), notes.reviewers().keySet());
    } catch (QuerySyntaxException | SearchException | NoIndexException e) {
      return Optional.empty();
    }
    int at = calls.indexOf(callId);
    int shown = at < 0 ? number - 1 : at;
    return Optional.of(
        new Place(
            "Calls at risk",
            page(filter, shown / ReviewsFeature.RISKY_SHOWN * ReviewsFeature.RISKY_SHOWN),
            risk(filter, at < 0 ? number : at + 1),
            at < 0 ? "" : (at + 1) + " of " + calls.size(),
            riskyCall(calls, shown - 1, filter),
            riskyCall(calls, at < 0 ? number - 1 : at + 1, filter),
            List.of()));
  }

  private static @Nullable String riskyCall(List<String> calls, int index, String filter) {
    return index < 0 || index >= calls.size()
        ? null
        : Links.with(Links.call(calls.get(index)), risk(filter, index + 1));
  }
}
