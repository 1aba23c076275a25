package earshot.workbench.account;

/**
 * The person behind a request.
 *
 * @param csrfToken what every form and script of this session sends back with a change
 * @param session public name of the session, of no use to sign in with
 * @param passwordDue whether an own password has to be chosen before anything else
 */
public record SignedIn(Account account, String csrfToken, String session, boolean passwordDue) {
  /** Somebody of whom nothing is due. */
  public SignedIn(Account account, String csrfToken, String session) {
    this(account, csrfToken, session, false);
  }

  public Scope scope() {
    return account.scope();
  }

  public Role role() {
    return account.role();
  }
}
