package earshot.workbench.account;

import earshot.call.CallRecord;
import earshot.query.Condition;
import earshot.query.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The row filter: which calls somebody sees. Every search runs through {@link #narrow}, every
 * single call through {@link #sees}; names are compared as filters compare them, without regard to
 * case.
 */
public sealed interface Scope {

  /** Whether the call may be shown. */
  default boolean sees(CallRecord call) {
    return sees(call.metadata().agentId(), call.metadata().team());
  }

  /** The same for what was made from calls of an agent in a team: figures and copies. */
  boolean sees(@Nullable String agentId, @Nullable String team);

  /** The query, restricted to the calls that may be shown. */
  Query narrow(Query query);

  /** Every call. */
  record All() implements Scope {
    @Override
    public boolean sees(@Nullable String agentId, @Nullable String team) {
      return true;
    }

    @Override
    public Query narrow(Query query) {
      return query;
    }
  }

  /**
   * Calls of these teams.
   *
   * @param teams none means no calls
   */
  record Teams(Set<String> teams) implements Scope {
    public Teams {
      teams = teams.stream().map(Condition.Is::normal).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean sees(@Nullable String agentId, @Nullable String team) {
      return team != null && teams.contains(Condition.Is.normal(team));
    }

    @Override
    public Query narrow(Query query) {
      List<Query> any = teams.stream().sorted().map(team -> Scope.filter("team", team)).toList();
      return switch (any.size()) {
        case 0 -> nothing();
        case 1 -> new Query.And(List.of(query, any.get(0)));
        default -> new Query.And(List.of(query, new Query.Or(any)));
      };
    }
  }

  /**
   * Calls of one agent.
   *
   * @param agentId null means no calls
   */
  record Own(@Nullable String agentId) implements Scope {
    public Own {
      agentId = agentId == null ? null : Condition.Is.normal(agentId);
    }

    @Override
    public boolean sees(@Nullable String agent, @Nullable String team) {
      return agent != null && Condition.Is.normal(agent).equals(agentId);
    }

    @Override
    public Query narrow(Query query) {
      return agentId == null
          ? nothing()
          : new Query.And(List.of(query, Scope.filter("agent_id", agentId)));
    }
  }

  private static Query filter(String field, String value) {
    return new Query.Filter(field, new Condition.Is(value));
  }

  private static Query nothing() {
    return new Query.Not(new Query.All());
  }
}
