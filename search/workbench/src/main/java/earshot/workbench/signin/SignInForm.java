package earshot.workbench.signin;

import earshot.workbench.web.Pages;
import io.javalin.http.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The page to sign in on, with a sentence about what went wrong before. */
public final class SignInForm {
  private final Pages pages;
  private final SessionCookies cookies;
  private final Transport transport;
  private final String provider;

  /**
   * @param provider name of the identity provider; empty where there is none
   */
  public SignInForm(Pages pages, SessionCookies cookies, Transport transport, String provider) {
    this.pages = pages;
    this.cookies = cookies;
    this.transport = transport;
    this.provider = provider;
  }

  /**
   * Answers with the page.
   *
   * @param problem empty before the first try
   * @param name as typed
   * @param next path to go to afterwards
   */
  void show(Context http, int status, String problem, String name, String next) {
    http.status(status);
    pages.showUnknown(
        http,
        cookies.formToken(http),
        "Sign in",
        "signin/login.jte",
        new SignInView(problem, name, next, transport.inTheClear(http), provider));
  }

  /** The page after too many failures. */
  void pause(Context http, Duration wait, String name, String next) {
    show(http, 429, "Too many failures. Wait " + retryAfter(http, wait) + " s.", name, next);
  }

  /** Says when to try again; gives the seconds. */
  static long retryAfter(Context http, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    http.header("Retry-After", String.valueOf(seconds));
    return seconds;
  }

  /** A path of this server; anything that could lead elsewhere is the start page. */
  static String local(@Nullable String next) {
    if (next == null || !next.startsWith("/") || next.startsWith("//")) {
      return "/";
    }
    return next.chars().anyMatch(c -> c == '\\' || c < ' ') ? "/" : next;
  }
}
