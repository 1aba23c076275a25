package earshot.match;

import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Turn;
import earshot.query.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks queries of one call in memory. Thread-safe.
 *
 * <p>Rules compile their queries once ({@link CompiledQuery}) and ask them of every call; a {@link
 * Query} is compiled on each use. A query must be compiled for the call's own language.
 */
public final class CallMatcher {
  private final MemoryCall call;
  private final Language language;
  private final Evaluator evaluator;

  private CallMatcher(
      List<Turn> turns,
      List<Event> events,
      double seconds,
      Language language,
      @Nullable CallFields fields) {
    this.call = new MemoryCall(turns, events, seconds, language, fields);
    this.language = language;
    this.evaluator = new Evaluator(call);
  }

  /**
   * A call of which only turns and events are known.
   *
   * @param turns ordered by start; a {@link Match#turn} is an index of this list
   * @param seconds length of the call, from which {@code @last} counts
   */
  public static CallMatcher of(
      List<Turn> turns, List<Event> events, double seconds, Language language) {
    return new CallMatcher(turns, events, seconds, language, null);
  }

  /** The same with the fields that filters ask for. */
  public static CallMatcher of(
      List<Turn> turns, List<Event> events, double seconds, Language language, CallFields fields) {
    return new CallMatcher(turns, events, seconds, language, fields);
  }

  /** A whole call record, in the language of its transcript. */
  public static CallMatcher of(CallRecord record) {
    return new CallMatcher(
        record.transcript().turns(),
        record.events(),
        record.audio().seconds(),
        Language.of(record.transcript().language()),
        CallFields.of(record));
  }

  public Language language() {
    return language;
  }

  /**
   * Whether the call matches.
   *
   * @throws IllegalArgumentException when a filter is asked of a call without fields
   */
  public boolean matches(Query query) {
    return matches(CompiledQuery.of(query, language));
  }

  public boolean matches(CompiledQuery query) {
    return matches(query, Scope.ALL);
  }

  public boolean matches(CompiledQuery query, Scope scope) {
    return evaluator.matches(query.node(), Limits.of(scope));
  }

  /**
   * Everything the query found, ordered by time; of THEN, each part by itself. Empty when the call
   * does not match, and when it matches by what is absent or by filters alone.
   */
  public List<Match> find(Query query) {
    return find(CompiledQuery.of(query, language));
  }

  public List<Match> find(CompiledQuery query) {
    return find(query, Scope.ALL);
  }

  /** The same within a scope. */
  public List<Match> find(CompiledQuery query, Scope scope) {
    return evaluator.collect(query.node(), Limits.of(scope)).stream().map(Match::of).toList();
  }

  /**
   * The closest thing to a find where there is none: most of the longer words of one of the query's
   * phrases or NEAR, in any form and order, close together in one turn. Empty when less than half
   * of them are there.
   */
  public Optional<Match> nearest(CompiledQuery query, Scope scope) {
    return NearMiss.find(call, language, query.node(), Limits.of(scope)).map(Match::of);
  }
}
