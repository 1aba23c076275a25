package earshot.workbench.web;

/** What the beginning of a path says about who asks. */
final class Paths {
  private Paths() {}

  /** Whether a script asks, and gets JSON, or a person, who gets pages. */
  static boolean api(String path) {
    return path.startsWith("/api/");
  }
}
