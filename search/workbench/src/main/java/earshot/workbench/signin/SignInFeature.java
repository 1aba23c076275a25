package earshot.workbench.signin;

import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.Sessions;
import earshot.workbench.audit.Audit;
import earshot.workbench.web.Access;
import earshot.workbench.web.Csrf;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in and out. */
public final class SignInFeature implements Feature {
  private static final Logger LOG = LoggerFactory.getLogger(SignInFeature.class);
  private static final String WRONG = "Name or password is not right.";

  private final Pages pages;
  private final SessionCookies cookies;
  private final Sessions sessions;
  private final PasswordSignIn passwords;
  private final Transport transport;
  private final Audit audit;

  public SignInFeature(
      Pages pages,
      SessionCookies cookies,
      Sessions sessions,
      PasswordSignIn passwords,
      Transport transport,
      Audit audit) {
    this.pages = pages;
    this.cookies = cookies;
    this.sessions = sessions;
    this.passwords = passwords;
    this.transport = transport;
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes.open(HandlerType.GET, "/login", this::form);
    routes.open(HandlerType.POST, "/login", this::signIn);
    routes.post(
        "/logout",
        Access.SIGNED_IN,
        (http, who) -> {
          audit.write(who, Audit.Action.SIGN_OUT, null, null);
          cookies.end(http);
          pages.forget(who.session());
          http.redirect("/login");
        });
  }

  private void form(Context http) {
    String next = local(http.queryParam("next"));
    if (cookies.signedIn(http).isPresent()) {
      http.redirect(next);
      return;
    }
    show(http, "", "", next);
  }

  private void signIn(Context http) {
    String next = local(http.formParam("next"));
    String name = text(http.formParam("username"));
    if (!Csrf.same(http, cookies.expectedFormToken(http))) {
      http.status(403);
      show(http, "The form was too old. Try again.", name, next);
      return;
    }
    PasswordSignIn.Outcome outcome =
        passwords.attempt(
            name, text(http.formParam("password")), transport.address(http), cookies.device(http));
    if (outcome instanceof PasswordSignIn.Outcome.Welcome welcome) {
      audit.write(welcome.account().id(), Audit.Action.SIGN_IN, null, null);
      cookies.begin(http, sessions.open(welcome.account()));
      cookies.remember(http, welcome.device(), passwords.deviceKnown());
      http.redirect(next);
    } else if (outcome instanceof PasswordSignIn.Outcome.Paused paused) {
      http.status(429).header("Retry-After", String.valueOf(seconds(paused.pause())));
      show(http, "Too many failures. Wait " + seconds(paused.pause()) + " s.", name, next);
    } else {
      http.status(401);
      show(http, WRONG, name, next);
    }
    LOG.info(
        "sign-in from {} answered {}, request={}",
        transport.address(http),
        http.statusCode(),
        http.res().getHeader("X-Request-Id"));
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  private void show(Context http, String problem, String name, String next) {
    boolean insecure = transport.secure(http) && !transport.behindProxy() && !forwarded(http);
    pages.showUnknown(
        http,
        cookies.formToken(http),
        "Sign in",
        "signin/login.jte",
        new SignInView(problem, name, next, insecure));
  }

  private static boolean forwarded(Context http) {
    return http.header("X-Forwarded-Proto") != null;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** A path of this server; anything that could lead elsewhere is the start page. */
  private static String local(@Nullable String next) {
    if (next == null || !next.startsWith("/") || next.startsWith("//")) {
      return "/";
    }
    return next.chars().anyMatch(c -> c == '\\' || c < ' ') ? "/" : next;
  }
}
