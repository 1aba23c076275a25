package earshot.workbench.web;

import earshot.workbench.account.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * The roles that may use a route. Which calls they see there is another question: see {@link
 * earshot.workbench.account.Scope}.
 */
public record Access(Set<Role> roles) {
  /** Everybody who is signed in. */
  public static final Access SIGNED_IN = new Access(EnumSet.allOf(Role.class));

  public Access {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a route that nobody may use");
    }
    roles = Set.copyOf(roles);
  }

  public static Access of(Role first, Role... more) {
    return new Access(EnumSet.of(first, more));
  }
}
