package earshot.workbench.provider;

import earshot.workbench.account.Role;
import earshot.workbench.account.VouchedAccounts.Grant;
import earshot.workbench.provider.SignInRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the provider's groups mean here.
 *
 * @param groupsClaim the claim that lists the groups of a person; dots lead into an object, unless
 *     a claim has that very name
 * @param agentClaim the claim with the id of an agent, as in the recorder's metadata
 * @param roles the first whose group a person has is the person's role
 * @param teams which a supervisor with that group leads
 */
public record RoleMapping(
    String groupsClaim, String agentClaim, List<RoleOfGroup> roles, List<TeamOfGroup> teams) {

  /** A role and a group whose people have it. */
  public record RoleOfGroup(Role role, String group) {
    /**
     * @param text {@code ROLE=GROUP}
     */
    public static RoleOfGroup parse(String text) {
      List<String> parts = parts(text, "ROLE=GROUP");
      return new RoleOfGroup(Role.of(parts.get(0)), parts.get(1));
    }
  }

  /** A team and a group whose supervisors lead it. */
  public record TeamOfGroup(String team, String group) {
    /**
     * @param text {@code TEAM=GROUP}
     */
    public static TeamOfGroup parse(String text) {
      List<String> parts = parts(text, "TEAM=GROUP");
      return new TeamOfGroup(parts.get(0), parts.get(1));
    }
  }

  public RoleMapping {
    roles = List.copyOf(roles);
    teams = List.copyOf(teams);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a mapping needs at least one role");
    }
    if (groupsClaim.isBlank() || agentClaim.isBlank()) {
      throw new IllegalArgumentException("the name of a claim is not empty");
    }
    boolean leads = roles.stream().anyMatch(r -> r.role() == Role.SUPERVISOR);
    if (leads == teams.isEmpty()) {
      throw new IllegalArgumentException(
          leads
              ? "supervisors need teams: say which groups lead which team"
              : "teams are for supervisors: no group has that role");
    }
  }

  /** A group may hold equals signs itself, as those of a directory do. */
  private static List<String> parts(String text, String form) {
    int at = text.indexOf('=');
    if (at < 1 || at == text.length() - 1) {
      throw new IllegalArgumentException("'" + text + "' is not " + form);
    }
    return List.of(text.substring(0, at).strip(), text.substring(at + 1).strip());
  }

  /**
   * What a person with these claims may do.
   *
   * @throws SignInRefusedException when that is nothing
   */
  Grant grant(Map<String, Object> claims) throws SignInRefusedException {
    List<String> groups = texts(claim(claims, groupsClaim));
    Role role =
        roles.stream()
            .filter(r -> groups.contains(r.group()))
            .map(RoleOfGroup::role)
            .findFirst()
            .orElseThrow(() -> refused(Reason.NO_ROLE, "none of the groups", claims));
    return switch (role) {
      case SUPERVISOR -> new Grant(role, led(groups, claims), null);
      case AGENT -> new Grant(role, Set.of(), agentId(claims));
      case REVIEWER, TRAINER, ADMIN -> new Grant(role, Set.of(), null);
    };
  }

  private Set<String> led(List<String> groups, Map<String, Object> claims)
      throws SignInRefusedException {
    Set<String> led = new TreeSet<>();
    for (TeamOfGroup team : teams) {
      if (groups.contains(team.group())) {
        led.add(team.team());
      }
    }
    if (led.isEmpty()) {
      throw refused(Reason.NO_TEAM, "a supervisor of no team", claims);
    }
    return led;
  }

  private String agentId(Map<String, Object> claims) throws SignInRefusedException {
    Object id = claim(claims, agentClaim);
    if (!(id instanceof String text) || text.isBlank()) {
      throw refused(Reason.NO_AGENT_ID, "no claim " + agentClaim, claims);
    }
    return text.strip();
  }

  private static SignInRefusedException refused(
      Reason reason, String rule, Map<String, Object> claims) {
    return new SignInRefusedException(reason, rule, String.valueOf(claims.get("sub")));
  }

  private static @Nullable Object claim(Map<?, ?> claims, String name) {
    Object found = claims.get(name);
    if (found != null) {
      return found;
    }
    int dot = name.indexOf('.');
    return dot > 0 && claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
        ? claim(inner, name.substring(dot + 1))
        : null;
  }

  private static List<String> texts(@Nullable Object claim) {
    List<String> texts = new ArrayList<>();
    for (Object value :
        claim instanceof List<?> list ? list : List.of(claim == null ? "" : claim)) {
      if (value instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }
}
