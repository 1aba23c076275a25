package earshot.workbench.team;

import earshot.call.AnswerValue;
import earshot.query.Condition;
import earshot.query.Query;
import earshot.query.QueryPrinter;
import earshot.workbench.web.Links;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query that finds exactly the calls behind a figure. Immutable; every method gives a narrower
 * one.
 */
final class CallQuery {
  private static final String DATE = "date";
  private static final CallQuery ALL = new CallQuery(List.of(), true);

  private final List<Query> parts;
  private final boolean possible;

  private CallQuery(List<Query> parts, boolean possible) {
    this.parts = List.copyOf(parts);
    this.possible = possible;
  }

  static CallQuery all() {
    return ALL;
  }

  /** Calls of these days, both included, instead of those asked for before. */
  CallQuery between(LocalDate from, LocalDate to) {
    List<Query> undated = new ArrayList<>(parts);
    undated.removeIf(p -> p instanceof Query.Filter filter && filter.field().equals(DATE));
    return new CallQuery(undated, possible)
        .and(
            new Query.Filter(
                DATE, new Condition.Range(from.toEpochDay(), true, to.toEpochDay(), true)));
  }

  /**
   * Calls of an agent.
   *
   * @param ids of all other agents: what tells those without an id apart from them
   * @param names of those without an id, for calls that carry neither
   */
  CallQuery of(AgentDay.Agent agent, List<String> ids, List<String> names) {
    String id = agent.id();
    if (id != null) {
      return is("agent_id", id);
    }
    String name = agent.name();
    CallQuery named = name == null ? this : is("agent_name", name);
    for (String other : ids) {
      named = named.not("agent_id", other);
    }
    for (String other : name == null ? names : List.<String>of()) {
      named = named.not("agent_name", other);
    }
    return named;
  }

  /** Calls of a team; without one: calls of none of the others. */
  CallQuery team(@Nullable String team, List<String> others) {
    if (team != null) {
      return is("team", team);
    }
    CallQuery none = this;
    for (String other : others) {
      none = none.not("team", other);
    }
    return none;
  }

  /** Calls with a score of the form. */
  CallQuery scored(String form) {
    return range("score." + form, 0);
  }

  /** Calls with an automatic fail proposed on the form. */
  CallQuery failed(String form) {
    return is("auto_fail." + form, "true");
  }

  /** Calls answered by this version of the form. */
  CallQuery version(String form, int version) {
    return and(
        new Query.Filter("version." + form, new Condition.Range(version, true, version, true)));
  }

  /** Calls whose question has one of these answers. */
  CallQuery answered(String question, AnswerValue first, AnswerValue... more) {
    List<Query> any = new ArrayList<>();
    any.add(answer(question, first));
    for (AnswerValue value : more) {
      any.add(answer(question, value));
    }
    return and(any.size() == 1 ? any.get(0) : new Query.Or(any));
  }

  private static Query answer(String question, AnswerValue value) {
    return new Query.Filter("answer." + question, new Condition.Is(value.name()));
  }

  private CallQuery range(String field, double least) {
    return and(
        new Query.Filter(field, new Condition.Range(least, true, Double.POSITIVE_INFINITY, true)));
  }

  private CallQuery is(String field, String value) {
    return filter(field, value, false);
  }

  private CallQuery not(String field, String value) {
    return filter(field, value, true);
  }

  /** A value that cannot be written in a query, such as one with quotes, has no query. */
  private CallQuery filter(String field, String value, boolean negated) {
    try {
      Query filter = new Query.Filter(field, new Condition.Is(value));
      return and(negated ? new Query.Not(filter) : filter);
    } catch (IllegalArgumentException e) {
      return new CallQuery(parts, false);
    }
  }

  private CallQuery and(Query part) {
    List<Query> all = new ArrayList<>(parts);
    all.add(part);
    return new CallQuery(all, possible);
  }

  /** The search page with this query; null where it cannot be written. */
  @Nullable String link() {
    if (!possible) {
      return null;
    }
    Query query =
        switch (parts.size()) {
          case 0 -> new Query.All();
          case 1 -> parts.get(0);
          default -> new Query.And(parts);
        };
    return "/?q=" + Links.value(QueryPrinter.print(query));
  }
}
