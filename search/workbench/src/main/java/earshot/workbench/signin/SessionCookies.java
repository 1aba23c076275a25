package earshot.workbench.signin;

import earshot.workbench.account.Sessions;
import earshot.workbench.account.SignedIn;
import earshot.workbench.account.Tokens;
import earshot.workbench.web.Visitors;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the secret of a session in a cookie, and others in cookies of their own: of a sign-in form,
 * of a sign-in that waits for its code or for the provider, and the one by which a browser is known
 * again.
 */
public final class SessionCookies implements Visitors {
  private static final String SESSION = "earshot-session";
  private static final String FORM = "earshot-form";
  private static final String PROVIDER = "earshot-provider";
  private static final String DEVICE = "earshot-device";
  private static final String HALF = "earshot-half";

  /** Browsers accept it only from HTTPS, for the whole host, from the host itself. */
  private static final String HOST = "__Host-";

  private static final int UNTIL_BROWSER_CLOSES = -1;

  private final Sessions sessions;
  private final Transport transport;

  /** Of this process: a form from before a restart is too old. */
  private final String key = Tokens.random();

  public SessionCookies(Sessions sessions, Transport transport) {
    this.sessions = sessions;
    this.transport = transport;
  }

  @Override
  public Optional<SignedIn> signedIn(Context http) {
    String secret = read(http, SESSION);
    return secret == null ? Optional.empty() : sessions.find(secret);
  }

  /** Gives the browser a new session; the one it had ends. */
  void begin(Context http, String secret) {
    end(http);
    write(http, SESSION, secret, UNTIL_BROWSER_CLOSES);
  }

  /** By which secret the browser is known; null for one that is not. */
  @Nullable String device(Context http) {
    return read(http, DEVICE);
  }

  /** Lets the browser be known again after its session ended. */
  void remember(Context http, String device, Duration time) {
    write(http, DEVICE, device, (int) time.toSeconds());
  }

  /** Ends the browser's session on both sides. */
  void end(Context http) {
    String secret = read(http, SESSION);
    if (secret != null) {
      sessions.close(secret);
      write(http, SESSION, "", 0);
    }
  }

  /**
   * The token that a sign-in form sends back; made with a cookie of its own, there is no session.
   */
  String formToken(Context http) {
    String secret = read(http, FORM);
    if (secret == null || secret.length() != Tokens.LENGTH) {
      secret = Tokens.random();
      write(http, FORM, secret, UNTIL_BROWSER_CLOSES);
    }
    return Tokens.derive("form " + key, secret);
  }

  /** The token to expect; empty when the browser never asked for the form. */
  String expectedFormToken(Context http) {
    String secret = read(http, FORM);
    return secret == null ? "" : Tokens.derive("form " + key, secret);
  }

  /** Ties a sign-in at the identity provider to this browser. */
  void sendAway(Context http, String attempt, Duration longest) {
    write(http, PROVIDER, attempt, (int) longest.toSeconds());
  }

  /** What {@link #sendAway} kept; null when that is too long ago. */
  @Nullable String sentAway(Context http) {
    return read(http, PROVIDER);
  }

  /** The browser came back. */
  void cameBack(Context http) {
    write(http, PROVIDER, "", 0);
  }

  /** Ties a sign-in that waits for its code to this browser. */
  void halfWay(Context http, String secret, Duration longest) {
    write(http, HALF, secret, (int) longest.toSeconds());
  }

  /** What {@link #halfWay} kept; null when that is too long ago. */
  @Nullable String half(Context http) {
    return read(http, HALF);
  }

  /** The code came, or it is waited for no more. */
  void wholeWay(Context http) {
    if (read(http, HALF) != null) {
      write(http, HALF, "", 0);
    }
  }

  private @Nullable String read(Context http, String name) {
    String value = http.cookie(name(http, name));
    return value == null || value.isEmpty() ? null : value;
  }

  private void write(Context http, String name, String value, int maxAge) {
    http.cookie(
        new Cookie(
            name(http, name),
            value,
            "/",
            maxAge,
            transport.secure(http),
            true,
            null,
            SameSite.LAX));
  }

  private String name(Context http, String name) {
    return transport.secure(http) ? HOST + name : name;
  }
}
