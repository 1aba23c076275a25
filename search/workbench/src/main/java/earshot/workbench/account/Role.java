package earshot.workbench.account;

import java.util.Locale;

/** What an account is for. */
public enum Role {
  /** Checks the machine's answers; sees all calls. */
  REVIEWER,
  /** Leads teams; sees the calls of the teams named in the account. */
  SUPERVISOR,
  /** Collects calls to learn from; sees all calls. */
  TRAINER,
  /** Looks after accounts and the data folder; sees all calls. */
  ADMIN,
  /** Sees own calls only. */
  AGENT;

  /** Agents make none: a contrast clip is somebody's weak moment. */
  public boolean makesClips() {
    return this != AGENT;
  }

  /** As written at the command line and stored: lower case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The role of that id.
   *
   * @throws IllegalArgumentException listing the roles
   */
  public static Role of(String id) {
    for (Role role : values()) {
      if (role.id().equals(id)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "'" + id + "' is no role; roles are reviewer, supervisor, trainer, admin, agent");
  }
}
