package earshot.workbench.signin;

import earshot.workbench.account.Account;
import earshot.workbench.account.CodeSignIn;
import earshot.workbench.account.CodeSignIn.Outcome;
import earshot.workbench.account.SecondSteps;
import earshot.workbench.account.SignedIn;
import earshot.workbench.account.Tokens;
import earshot.workbench.audit.Audit;
import earshot.workbench.web.Csrf;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second page of signing in, for accounts with a second step. Until the code is right there is
 * no session: this page is all that the half sign-in opens, in the browser that began it.
 */
public final class CodeFeature implements Feature {
  static final String PAGE = "/login/code";

  private static final Logger LOG = LoggerFactory.getLogger(CodeFeature.class);
  private static final String WRONG =
      "This code does not count. Wait for the next one, or use a recovery code.";
  private static final String LATE = "The code took too long. Begin again.";

  private final Pages pages;
  private final SignInForm form;
  private final SessionCookies cookies;
  private final BrowserSessions sessions;
  private final CodeSignIn codes;
  private final SecondSteps steps;
  private final Transport transport;
  private final Audit audit;

  public CodeFeature(
      Pages pages,
      SignInForm form,
      SessionCookies cookies,
      BrowserSessions sessions,
      CodeSignIn codes,
      SecondSteps steps,
      Transport transport,
      Audit audit) {
    this.pages = pages;
    this.form = form;
    this.cookies = cookies;
    this.sessions = sessions;
    this.codes = codes;
    this.steps = steps;
    this.transport = transport;
    this.audit = audit;
  }

  @Override
  public void register(Routes routes) {
    routes.open(HandlerType.GET, PAGE, this::page);
    routes.open(HandlerType.POST, PAGE, this::signIn);
  }

  /** The password was right: the browser goes on to the page for the code. */
  void begin(Context http, Account account, String next) {
    cookies.halfWay(http, codes.begin(account), codes.longest());
    http.redirect(PAGE + (next.equals("/") ? "" : "?next=" + Links.value(next)));
  }

  /** A sign-in that waits for its code in this browser. */
  private record Half(String secret, Account account) {
    String token() {
      return Tokens.derive("code form", secret);
    }
  }

  private Optional<Half> half(Context http) {
    return Optional.ofNullable(cookies.half(http))
        .flatMap(secret -> codes.waiting(secret).map(account -> new Half(secret, account)));
  }

  private void page(Context http) {
    String next = SignInForm.local(http.queryParam("next"));
    Optional<Half> half = half(http);
    if (half.isPresent()) {
      show(http, half.get(), 200, "", next);
    } else {
      boolean in = cookies.signedIn(http).isPresent();
      http.redirect(in ? next : "/login?next=" + Links.value(next));
    }
  }

  private void show(Context http, Half half, int status, String problem, String next) {
    http.status(status);
    pages.showUnknown(
        http,
        half.token(),
        "Second step",
        "signin/code.jte",
        new CodeView(problem, half.account().name(), next, codes.longest().toMinutes()));
  }

  private void signIn(Context http) {
    String next = SignInForm.local(http.formParam("next"));
    Optional<Half> half = half(http);
    if (half.isEmpty()) {
      cookies.wholeWay(http);
      form.show(http, 403, LATE, "", next);
    } else if (!Csrf.same(http, half.get().token())) {
      show(http, half.get(), 403, "The form was too old. Try again.", next);
    } else {
      String code = text(http.formParam("code"));
      String typed = code.isBlank() ? text(http.formParam("recovery")) : code;
      if (typed.isBlank()) {
        show(http, half.get(), 400, "Type the code.", next);
      } else {
        attempt(http, half.get(), typed, next);
      }
    }
    LOG.info(
        "second step from {} answered {}, request={}",
        transport.address(http),
        http.statusCode(),
        http.res().getHeader("X-Request-Id"));
  }

  private void attempt(Context http, Half half, String typed, String next) {
    Outcome outcome =
        codes.attempt(half.secret(), typed, transport.address(http), cookies.device(http));
    if (outcome instanceof Outcome.Welcome welcome) {
      cookies.wholeWay(http);
      begin(http, welcome);
      http.redirect(next);
    } else if (outcome instanceof Outcome.Paused paused) {
      long seconds = SignInForm.retryAfter(http, paused.pause());
      show(http, half, 429, "Too many failures. Wait " + seconds + " s.", next);
    } else {
      audit.refused(half.account().id(), "code after the right password");
      show(http, half, 401, WRONG, next);
    }
  }

  private void begin(Context http, Outcome.Welcome welcome) {
    Account account = welcome.account();
    boolean recovery = welcome.by() == SecondSteps.By.RECOVERY_CODE;
    int left = steps.of(account).map(SecondSteps.State::recoveryCodes).orElse(0);
    String how = recovery ? "with a recovery code, left: " + left : "with a code";
    audit.write(account.id(), Audit.Action.SIGN_IN, null, how);
    SignedIn who = sessions.begin(http, account, welcome.device());
    if (recovery) {
      pages.tell(
          who,
          "You signed in with a recovery code, which counts no more. Left: "
              + left
              + ". Your account gives you others.");
    }
    int guesses = codes.guesses(account);
    if (guesses > 0) {
      pages.tell(
          who,
          guesses
              + " wrong codes were typed after your right password since you signed in last. If"
              + " that was not you, somebody knows your password: change it.");
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
