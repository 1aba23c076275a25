package earshot.workbench.signin;

import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Csrf;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in and out. */
public final class SignInFeature implements Feature {
  private static final Logger LOG = LoggerFactory.getLogger(SignInFeature.class);
  private static final String WRONG = "Name or password is not right.";

  private final Pages pages;
  private final SignInForm form;
  private final SessionCookies cookies;
  private final BrowserSessions sessions;
  private final PasswordSignIn passwords;
  private final Transport transport;
  private final Audit audit;
  private final ProviderSignIn provider;
  private final CodeFeature secondStep;

  public SignInFeature(
      Pages pages,
      SignInForm form,
      SessionCookies cookies,
      BrowserSessions sessions,
      PasswordSignIn passwords,
      Transport transport,
      Audit audit,
      ProviderSignIn provider,
      CodeFeature secondStep) {
    this.pages = pages;
    this.form = form;
    this.cookies = cookies;
    this.sessions = sessions;
    this.passwords = passwords;
    this.transport = transport;
    this.audit = audit;
    this.provider = provider;
    this.secondStep = secondStep;
  }

  @Override
  public void register(Routes routes) {
    routes.open(HandlerType.GET, "/login", this::page);
    routes.open(HandlerType.POST, "/login", this::signIn);
    routes.post("/logout", Access.SIGNED_IN, this::signOut).costs(Cost.NOTHING);
  }

  private void signOut(Context http, SignedIn who) {
    audit.write(who, Audit.Action.SIGN_OUT, null, null);
    cookies.end(http);
    pages.forget(who.session());
    provider.signOut(http, who);
  }

  private void page(Context http) {
    String next = SignInForm.local(http.queryParam("next"));
    if (cookies.signedIn(http).isPresent()) {
      http.redirect(next);
      return;
    }
    form.show(http, 200, "", "", next);
  }

  private void signIn(Context http) {
    String next = SignInForm.local(http.formParam("next"));
    String name = text(http.formParam("username"));
    if (transport.inTheClear(http)) {
      form.show(http, 403, "", name, next);
      return;
    }
    if (!Csrf.same(http, cookies.expectedFormToken(http))) {
      form.show(http, 403, "The form was too old. Try again.", name, next);
      return;
    }
    PasswordSignIn.Outcome outcome =
        passwords.attempt(
            name, text(http.formParam("password")), transport.address(http), cookies.device(http));
    if (outcome instanceof PasswordSignIn.Outcome.Welcome welcome) {
      audit.write(welcome.account().id(), Audit.Action.SIGN_IN, null, null);
      sessions.begin(http, welcome.account(), welcome.device());
      http.redirect(next);
    } else if (outcome instanceof PasswordSignIn.Outcome.CodeDue due) {
      secondStep.begin(http, due.account(), next);
    } else if (outcome instanceof PasswordSignIn.Outcome.Paused paused) {
      form.pause(http, paused.pause(), name, next);
    } else {
      form.show(http, 401, WRONG, name, next);
    }
    LOG.info(
        "sign-in from {} answered {}, request={}",
        transport.address(http),
        http.statusCode(),
        http.res().getHeader("X-Request-Id"));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
