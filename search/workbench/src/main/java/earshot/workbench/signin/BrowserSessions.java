package earshot.workbench.signin;

import earshot.workbench.account.Account;
import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.Sessions;
import earshot.workbench.account.SignedIn;
import earshot.workbench.web.Pages;
import io.javalin.http.Context;
import java.time.Duration;

/** Begins sessions in the browser that asks, for somebody who proved who they are. */
public final class BrowserSessions {
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final PasswordSignIn passwords;
  private final ProviderSessions kept;
  private final Pages pages;

  public BrowserSessions(
      Sessions sessions,
      SessionCookies cookies,
      PasswordSignIn passwords,
      ProviderSessions kept,
      Pages pages) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.passwords = passwords;
    this.kept = kept;
    this.pages = pages;
  }

  /**
   * Begins one; the browser's session of before ends.
   *
   * @param device secret by which the browser is known from now on
   */
  SignedIn begin(Context http, Account account, String device) {
    Sessions.Beginning here = new Sessions.Beginning(Browsers.words(http.userAgent()), true);
    String secret = sessions.open(account, here);
    cookies.begin(http, secret);
    cookies.remember(http, device, passwords.deviceKnown());
    return sessions
        .find(secret)
        .orElseThrow(() -> new IllegalStateException("a session ended as it began"));
  }

  /** How long a browser stays known without sign-in. */
  Duration deviceKnown() {
    return passwords.deviceKnown();
  }

  /** Goes on in a session with another secret, after all of the account ended. */
  SignedIn goOn(Context http, SignedIn who, String device) {
    SignedIn now = begin(http, who.account(), device);
    pages.forget(who.session());
    kept.rename(who.session(), now.session());
    return now;
  }
}
