package earshot.workbench.account;

/**
 * The person behind a request.
 *
 * @param csrfToken what every form and script of this session sends back with a change
 * @param session public name of the session, of no use to sign in with
 */
public record SignedIn(Account account, String csrfToken, String session) {
  public Scope scope() {
    return account.scope();
  }

  public Role role() {
    return account.role();
  }
}
