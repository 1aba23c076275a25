package earshot.workbench.account;

/**
 * A password that an account is to have.
 *
 * @param temporary whether somebody else chose it: it signs in to choose another, and for nothing
 *     else
 */
public record NewPassword(String text, boolean temporary) {

  /** Chosen by the person who signs in with it. */
  public static NewPassword own(String text) {
    return new NewPassword(text, false);
  }

  /** Chosen by somebody else, and handed over. */
  public static NewPassword temporary(String text) {
    return new NewPassword(text, true);
  }

  @Override
  public String toString() {
    return temporary ? "a temporary password" : "a password";
  }
}
