package earshot.workbench.web;

/** A change whose CSRF token is missing or not of this session: an old page, or a forged form. */
public final class StalePageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StalePageException() {
    super("the page is too old");
  }
}
