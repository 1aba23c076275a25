package earshot.workbench.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in.
 *
 * @param id in the database; what history tables refer to
 * @param name as typed at sign-in, in lower case
 * @param teams a supervisor leads; empty for other roles
 * @param agentId of an agent, as in the recorder's metadata; else null
 */
public record Account(
    long id, String name, Role role, Set<String> teams, @Nullable String agentId) {
  public Account {
    teams = Set.copyOf(teams);
  }

  /** The calls this account sees. */
  public Scope scope() {
    return switch (role) {
      case REVIEWER, TRAINER, ADMIN -> new Scope.All();
      case SUPERVISOR -> new Scope.Teams(teams);
      case AGENT -> new Scope.Own(agentId);
    };
  }
}
