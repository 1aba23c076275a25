package earshot.workbench.web;

/** What the beginning of a path says about who asks, and where people are sent. */
final class Paths {
  /** Where people look after their own account. */
  static final String OWN_ACCOUNT = "/account";

  /** Where they set up the second step at sign-in. */
  static final String SECOND_STEP = "/account/second-step";

  private Paths() {}

  /** Whether a script asks, and gets JSON, or a person, who gets pages. */
  static boolean api(String path) {
    return path.startsWith("/api/");
  }
}
