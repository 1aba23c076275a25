package earshot.workbench.review;

import earshot.index.CallRow;
import earshot.index.CallSummary;
import earshot.index.SearchHit;
import earshot.query.Query;
import earshot.query.QuerySyntaxException;
import earshot.workbench.account.Account;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.search.ScopedSearch;
import earshot.workbench.web.Moment;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls to review among all that a query finds, however many those are: the ones at risk, and
 * a sample. Looks at columns of the index; only what is shown is read. Thread-safe.
 */
final class ReviewQueue {
  private static final String NOT_KNOWN = "not known";
  private static final String AGENT_ID = "agent_id";
  private static final String AGENT_NAME = "agent_name";
  private static final String DATE = "date";

  /** Calls whose agents are read at once. */
  private static final int AT_ONCE = 10_000;

  private final LiveSearch search;

  ReviewQueue(LiveSearch search) {
    this.search = search;
  }

  /**
   * A page of the calls at risk.
   *
   * @param looked how many calls there were to choose from
   * @param risky how many of them are at risk
   * @param offset how many of those come before this page
   * @param calls the highest risk first
   */
  record Risky(long looked, int risky, int offset, List<Call> calls) {
    static final Risky NONE = new Risky(0, 0, 0, List.of());
  }

  /** A call with whose it is, as written, and why it should be looked at. */
  record Call(String callId, @Nullable Moment started, String agent, Risk risk) {}

  private record Scored(String callId, double day, Risk risk) {}

  /**
   * The calls that most ask to be looked at.
   *
   * @param reviewed calls that do not ask any more
   * @param offset calls before the first that is wanted; past the end it is the last page
   * @param most calls a page
   */
  Risky risky(Query query, Account who, Set<String> reviewed, int offset, int most)
      throws IOException {
    LongAdder looked = new LongAdder();
    try (ScopedSearch scoped = search.in(who)) {
      List<Scored> all = ranked(scoped, query, reviewed, looked);
      int last = Math.max(0, all.size() - 1) / most * most;
      int from = Math.min(offset, last);
      List<Scored> first = all.subList(from, Math.min(all.size(), from + most));
      List<String> ids = first.stream().map(Scored::callId).toList();
      Map<String, String> agents = new HashMap<>();
      Map<String, Moment> started = new HashMap<>();
      for (SearchHit hit : scoped.among(ids, new Query.All()).hits()) {
        agents.put(hit.callId(), agent(hit.summary()));
        started.put(hit.callId(), Moment.of(hit.summary().startedAt()));
      }
      return new Risky(
          looked.sum(),
          all.size(),
          from,
          first.stream()
              .map(
                  s ->
                      new Call(
                          s.callId(),
                          started.get(s.callId()),
                          agents.getOrDefault(s.callId(), NOT_KNOWN),
                          s.risk()))
              .toList());
    }
  }

  /** The ids of all calls at risk, in the order of {@link #risky}. */
  List<String> order(Query query, Account who, Set<String> reviewed) throws IOException {
    try (ScopedSearch scoped = search.in(who)) {
      return ranked(scoped, query, reviewed, new LongAdder()).stream().map(Scored::callId).toList();
    }
  }

  /** The highest risk first; of equal ones the newest, which people still remember. */
  private static List<Scored> ranked(
      ScopedSearch scoped, Query query, Set<String> reviewed, LongAdder looked) throws IOException {
    return scoped
        .rows(
            query,
            field -> Risk.dependsOn(field) || field.equals(DATE),
            row -> {
              looked.increment();
              return scored(row, scoped, reviewed);
            })
        .stream()
        .sorted(
            Comparator.comparingDouble((Scored scored) -> -scored.risk().points())
                .thenComparingDouble(scored -> -scored.day())
                .thenComparing(Scored::callId))
        .toList();
  }

  /** Reads a filter that is asked now: every call where it is empty. */
  Query parse(String filter) throws IOException, QuerySyntaxException {
    return filter.isEmpty() ? new Query.All() : search.parse(filter);
  }

  private static Optional<Scored> scored(CallRow row, ScopedSearch scoped, Set<String> reviewed) {
    Risk risk = Risk.of(row, field -> !scoped.withholds(field, row.callId()));
    if (risk.reasons().isEmpty()) {
      return Optional.empty();
    }
    String callId = row.callId();
    return reviewed.contains(callId)
        ? Optional.empty()
        : Optional.of(new Scored(callId, day(row), risk));
  }

  private static double day(CallRow row) {
    double[] day = {0};
    row.numbers(
        (field, value) -> {
          if (field.equals(DATE)) {
            day[0] = value;
          }
        });
    return day[0];
  }

  /**
   * A sample.
   *
   * @param candidates how many calls it was drawn from
   */
  record Drawing(int candidates, List<ReviewNotes.Drawn> calls) {}

  Drawing draw(Query query, Account who, FairSample sample) throws IOException {
    try (ScopedSearch scoped = search.in(who)) {
      List<ReviewNotes.Drawn> candidates =
          scoped.rows(
              query,
              field -> field.equals(AGENT_ID) || field.equals(AGENT_NAME),
              row -> Optional.of(new ReviewNotes.Drawn(row.callId(), agent(row))));
      List<ReviewNotes.Drawn> drawn = sample.draw(candidates);
      Map<String, String> agents =
          agents(scoped, drawn.stream().map(ReviewNotes.Drawn::callId).toList());
      return new Drawing(
          candidates.size(),
          drawn.stream()
              .map(
                  d ->
                      new ReviewNotes.Drawn(d.callId(), agents.getOrDefault(d.callId(), d.agent())))
              .toList());
    }
  }

  /** Whose call it is, as filters compare it. */
  private static String agent(CallRow row) {
    Map<String, String> known = new HashMap<>();
    row.texts(known::put);
    String id = known.get(AGENT_ID);
    return id != null ? id : known.getOrDefault(AGENT_NAME, NOT_KNOWN);
  }

  private static Map<String, String> agents(ScopedSearch scoped, List<String> callIds)
      throws IOException {
    Map<String, String> agents = new HashMap<>();
    for (int from = 0; from < callIds.size(); from += AT_ONCE) {
      List<String> some = callIds.subList(from, Math.min(callIds.size(), from + AT_ONCE));
      for (SearchHit hit : scoped.among(some, new Query.All()).hits()) {
        agents.put(hit.callId(), agent(hit.summary()));
      }
    }
    return agents;
  }

  private static String agent(CallSummary call) {
    String id = call.agentId();
    String name = call.agentName();
    if (id == null || name == null) {
      return id != null ? id : name != null ? name : NOT_KNOWN;
    }
    return name + " (" + id + ")";
  }
}
