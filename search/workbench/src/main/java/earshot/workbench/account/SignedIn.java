package earshot.workbench.account;

/**
 * The person behind a request.
 *
 * @param csrfToken what every form and script of this session sends back with a change
 * @param session public name of the session, of no use to sign in with
 * @param due what has to be done before anything else
 */
public record SignedIn(Account account, String csrfToken, String session, Due due) {
  /** Somebody of whom nothing is due. */
  public SignedIn(Account account, String csrfToken, String session) {
    this(account, csrfToken, session, Due.NOTHING);
  }

  public Scope scope() {
    return account.scope();
  }

  public Role role() {
    return account.role();
  }
}
