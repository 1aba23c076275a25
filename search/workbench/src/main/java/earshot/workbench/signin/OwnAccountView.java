package earshot.workbench.signin;

import java.util.List;

/**
 * The own account.
 *
 * @param problem what went wrong; empty when nothing did
 * @param aboutSessions whether that was with ending sessions, not with the password
 * @param due whether an own password has to be chosen first
 * @param passwordSince since when the account has its password; empty where only the identity
 *     provider knows one
 * @param secondStep the second step at sign-in
 * @param provider name of the identity provider; empty where there is none
 * @param shortest characters a password has; {@code longest} likewise
 * @param recommended characters it better has
 */
public record OwnAccountView(
    String problem,
    boolean aboutSessions,
    boolean due,
    String passwordSince,
    SecondStep secondStep,
    String provider,
    int shortest,
    int longest,
    int recommended,
    List<Session> sessions) {
  public OwnAccountView {
    sessions = List.copyOf(sessions);
  }

  /** Whether the account has a password here. */
  public boolean password() {
    return !passwordSince.isEmpty();
  }

  /** What went wrong with the password; empty when nothing did. */
  public String passwordProblem() {
    return aboutSessions ? "" : problem;
  }

  /** What went wrong with ending sessions; empty when nothing did. */
  public String sessionProblem() {
    return aboutSessions ? problem : "";
  }

  /** Whether there are sessions besides the one that looks. */
  public boolean others() {
    return sessions.size() > 1;
  }

  /**
   * The second step at sign-in.
   *
   * @param since when it is on; empty while it is off
   * @param recoveryCodes that are left
   */
  public record SecondStep(String since, int recoveryCodes) {
    static final SecondStep OFF = new SecondStep("", 0);

    /** Whether it is on. */
    public boolean on() {
      return !since.isEmpty();
    }
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
