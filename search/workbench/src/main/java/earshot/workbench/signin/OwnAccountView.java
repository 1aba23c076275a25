package earshot.workbench.signin;

import java.util.List;

/**
 * The own account.
 *
 * @param problem why the password was not changed; empty when nothing went wrong
 * @param due whether an own password has to be chosen first
 * @param passwordSince since when the account has its password; empty where only the identity
 *     provider knows one
 * @param provider name of the identity provider; empty where there is none
 * @param shortest characters a password has; {@code longest} likewise
 * @param recommended characters it better has
 */
public record OwnAccountView(
    String problem,
    boolean due,
    String passwordSince,
    String provider,
    int shortest,
    int longest,
    int recommended,
    List<Session> sessions) {
  public OwnAccountView {
    sessions = List.copyOf(sessions);
  }

  /** Whether there are sessions besides the one that looks. */
  public boolean others() {
    return sessions.size() > 1;
  }

  /**
   * One of the own sessions.
   *
   * @param name to end it by
   * @param device words for the browser, and how somebody signed in there
   * @param current whether it is the one that looks
   */
  public record Session(
      String name, String device, String since, String lastUsed, boolean current) {}
}
