package earshot.workbench.signin;

import earshot.workbench.account.Accounts;
import earshot.workbench.account.Due;
import earshot.workbench.account.Limits;
import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.PasswordSignIn.Outcome;
import earshot.workbench.account.SecondSteps;
import earshot.workbench.account.Sessions;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.review.Typed;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people do about their own account: another password, and an end to their sessions. */
public final class OwnAccountFeature implements Feature {
  private static final String PAGE = "/account";

  private final Pages pages;
  private final Accounts accounts;
  private final Sessions sessions;
  private final PasswordSignIn passwords;
  private final Limits limits;
  private final SessionCookies cookies;
  private final BrowserSessions here;
  private final SecondSteps steps;
  private final Transport transport;
  private final Audit audit;
  private final Clock clock;
  private final String provider;

  /**
   * @param provider name of the identity provider; empty where there is none
   */
  public OwnAccountFeature(
      Pages pages,
      Accounts accounts,
      Sessions sessions,
      PasswordSignIn passwords,
      Limits limits,
      SessionCookies cookies,
      BrowserSessions here,
      SecondSteps steps,
      Transport transport,
      Audit audit,
      Clock clock,
      String provider) {
    this.pages = pages;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limits = limits;
    this.cookies = cookies;
    this.here = here;
    this.steps = steps;
    this.transport = transport;
    this.audit = audit;
    this.clock = clock;
    this.provider = provider;
  }

  @Override
  public void register(Routes routes) {
    routes
        .get(PAGE, Access.SIGNED_IN, (http, who) -> show(http, who, "", false))
        .costs(Cost.NOTHING);
    routes.post(PAGE + "/password", Access.SIGNED_IN, this::change).costs(Cost.NOTHING);
    routes.post(PAGE + "/sessions/end-others", Access.SIGNED_IN, this::endOthers);
    routes.costs(Cost.NOTHING);
    routes.post(PAGE + "/sessions/{session_id}/end", Access.SIGNED_IN, this::end);
    routes.costs(Cost.NOTHING);
  }

  private void show(Context http, SignedIn who, String problem, boolean aboutSessions) {
    OwnAccountView view =
        new OwnAccountView(
            problem,
            aboutSessions,
            who.due() == Due.PASSWORD,
            accounts.passwordSince(who.account()).map(Typed::at).orElse(""),
            secondStep(who),
            provider,
            limits.shortest(),
            limits.longest(),
            limits.recommended(),
            sessions.of(who.account()).stream().map(own -> session(own, who)).toList());
    pages.show(http, who, "Your account", "signin/account.jte", view);
  }

  private OwnAccountView.SecondStep secondStep(SignedIn who) {
    return steps
        .of(who.account())
        .map(s -> new OwnAccountView.SecondStep(Typed.at(s.since().toInstant()), s.recoveryCodes()))
        .orElse(OwnAccountView.SecondStep.OFF);
  }

  private OwnAccountView.Session session(Sessions.Own own, SignedIn who) {
    String how = own.beginning().byPassword() || provider.isEmpty() ? "" : ", with " + provider;
    return new OwnAccountView.Session(
        own.name(),
        own.beginning().device() + how,
        Typed.at(own.since()),
        Typed.at(own.lastUsed()),
        own.name().equals(who.session()));
  }

  private void change(Context http, SignedIn who) {
    String chosen = text(http.formParam("password"));
    @Nullable String again = http.formParam("again");
    if (accounts.passwordSince(who.account()).isEmpty()) {
      refuse(http, who, 400, "This account has no password here.", false);
    } else if (again != null && !again.equals(chosen)) {
      refuse(http, who, 400, "The two new passwords are not the same.", false);
    } else {
      try {
        Outcome outcome =
            passwords.change(
                who.account(),
                text(http.formParam("present")),
                chosen,
                transport.address(http),
                cookies.device(http));
        if (outcome instanceof Outcome.Welcome welcome) {
          audit.write(who, Audit.Action.CHANGE_PASSWORD, null, null);
          goOn(http, who, welcome);
        } else {
          notProved(http, who, outcome, Audit.Action.CHANGE_PASSWORD_REFUSED, false);
        }
      } catch (IllegalArgumentException e) {
        refuse(http, who, 400, sentence(String.valueOf(e.getMessage())), false);
      }
    }
  }

  private void notProved(
      Context http, SignedIn who, Outcome outcome, Audit.Action refused, boolean aboutSessions) {
    if (outcome instanceof Outcome.Paused paused) {
      long seconds = SignInForm.retryAfter(http, paused.pause());
      audit.write(who, refused, null, "paused after failures");
      refuse(http, who, 429, "Too many failures. Wait " + seconds + " s.", aboutSessions);
    } else {
      audit.write(who, refused, null, "present password not right");
      refuse(http, who, 403, "The present password is not right.", aboutSessions);
    }
  }

  /** In a session with another secret; all others ended with the old password. */
  private void goOn(Context http, SignedIn who, Outcome.Welcome welcome) {
    SignedIn now = here.goOn(http, who, welcome.device());
    pages.tell(now, "You have another password. All other sessions ended.");
    http.redirect(who.due() == Due.PASSWORD ? "/" : PAGE);
  }

  private void refuse(
      Context http, SignedIn who, int status, String problem, boolean aboutSessions) {
    http.status(status);
    show(http, who, problem, aboutSessions);
  }

  private void end(Context http, SignedIn who) {
    String name = http.pathParam("session_id");
    Sessions.Own own = own(who, name).orElseThrow(NotFoundResponse::new);
    if (provedAgain(http, who)) {
      String device = own.beginning().device();
      sessions.end(who.account(), name);
      audit.write(who, Audit.Action.END_SESSION, null, device);
      pages.forget(name);
      pages.tell(who, "The session of " + device + " ended.");
      http.redirect(PAGE);
    }
  }

  private void endOthers(Context http, SignedIn who) {
    if (provedAgain(http, who)) {
      int ended = sessions.endOthers(who);
      audit.write(who, Audit.Action.END_SESSION, null, "all others: " + ended);
      pages.tell(who, ended == 1 ? "One other session ended." : ended + " other sessions ended.");
      http.redirect(PAGE);
    }
  }

  private Optional<Sessions.Own> own(SignedIn who, String name) {
    return sessions.of(who.account()).stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /**
   * Whether somebody proved again who they are; else the page was sent that asks for it. Whoever
   * finds an open browser shall not throw out its owner everywhere else.
   */
  private boolean provedAgain(Context http, SignedIn who) {
    if (accounts.passwordSince(who.account()).isEmpty()) {
      return justCame(http, who);
    }
    String present = text(http.formParam("present"));
    if (present.isEmpty()) {
      refuse(http, who, 400, "Type your password to end sessions.", true);
      return false;
    }
    Outcome outcome =
        passwords.confirm(who.account(), present, transport.address(http), cookies.device(http));
    if (outcome instanceof Outcome.Welcome welcome) {
      cookies.remember(http, welcome.device(), passwords.deviceKnown());
      return true;
    }
    notProved(http, who, outcome, Audit.Action.END_SESSION_REFUSED, true);
    return false;
  }

  /** The password is at the provider, and so is the proof: a sign-in of just now. */
  private boolean justCame(Context http, SignedIn who) {
    Instant oldest = clock.instant().minus(limits.justSignedIn());
    boolean just = own(who, who.session()).filter(s -> s.since().isAfter(oldest)).isPresent();
    if (!just) {
      String minutes = String.valueOf(limits.justSignedIn().toMinutes());
      String advice = "Sign out and in again, then end other sessions within " + minutes + " min.";
      refuse(http, who, 403, advice, true);
    }
    return just;
  }

  private static String sentence(String message) {
    return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
