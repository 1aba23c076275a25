package earshot.workbench.signin;

import earshot.workbench.account.Accounts;
import earshot.workbench.account.Limits;
import earshot.workbench.account.PasswordSignIn;
import earshot.workbench.account.PasswordSignIn.Outcome;
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
  private final ProviderSessions kept;
  private final Transport transport;
  private final Audit audit;
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
      ProviderSessions kept,
      Transport transport,
      Audit audit,
      String provider) {
    this.pages = pages;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.limits = limits;
    this.cookies = cookies;
    this.kept = kept;
    this.transport = transport;
    this.audit = audit;
    this.provider = provider;
  }

  @Override
  public void register(Routes routes) {
    routes.get(PAGE, Access.SIGNED_IN, (http, who) -> show(http, who, "")).costs(Cost.NOTHING);
    routes.post(PAGE + "/password", Access.SIGNED_IN, this::change).costs(Cost.NOTHING);
    routes.post(PAGE + "/sessions/end-others", Access.SIGNED_IN, this::endOthers);
    routes.costs(Cost.NOTHING);
    routes.post(PAGE + "/sessions/{session_id}/end", Access.SIGNED_IN, this::end);
    routes.costs(Cost.NOTHING);
  }

  private void show(Context http, SignedIn who, String problem) {
    OwnAccountView view =
        new OwnAccountView(
            problem,
            who.passwordDue(),
            accounts.passwordSince(who.account()).map(Typed::at).orElse(""),
            provider,
            limits.shortest(),
            limits.longest(),
            limits.recommended(),
            sessions.of(who.account()).stream().map(own -> session(own, who)).toList());
    pages.show(http, who, "Your account", "signin/account.jte", view);
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
      refuse(http, who, 400, "This account has no password here.");
    } else if (again != null && !again.equals(chosen)) {
      refuse(http, who, 400, "The two new passwords are not the same.");
    } else {
      try {
        answer(http, who, tried(http, who, chosen));
      } catch (IllegalArgumentException e) {
        refuse(http, who, 400, sentence(String.valueOf(e.getMessage())));
      }
    }
  }

  private Outcome tried(Context http, SignedIn who, String chosen) {
    return passwords.change(
        who.account(),
        text(http.formParam("present")),
        chosen,
        transport.address(http),
        cookies.device(http));
  }

  private void answer(Context http, SignedIn who, Outcome outcome) {
    if (outcome instanceof Outcome.Welcome welcome) {
      audit.write(who, Audit.Action.CHANGE_PASSWORD, null, null);
      goOn(http, who, welcome);
    } else if (outcome instanceof Outcome.Paused paused) {
      long seconds = SignInForm.retryAfter(http, paused.pause());
      audit.write(who, Audit.Action.CHANGE_PASSWORD_REFUSED, null, "paused after failures");
      refuse(http, who, 429, "Too many failures. Wait " + seconds + " s.");
    } else {
      audit.write(who, Audit.Action.CHANGE_PASSWORD_REFUSED, null, "present password not right");
      refuse(http, who, 403, "The present password is not right.");
    }
  }

  /** In a session with another secret; all others ended with the old password. */
  private void goOn(Context http, SignedIn who, Outcome.Welcome welcome) {
    Sessions.Beginning here = new Sessions.Beginning(Browsers.words(http.userAgent()), true);
    String secret = sessions.open(who.account(), here);
    cookies.begin(http, secret);
    cookies.remember(http, welcome.device(), passwords.deviceKnown());
    pages.forget(who.session());
    Optional<SignedIn> now = sessions.find(secret);
    now.ifPresent(
        next -> {
          kept.rename(who.session(), next.session());
          pages.tell(next, "You have another password. All other sessions ended.");
        });
    http.redirect(who.passwordDue() ? "/" : PAGE);
  }

  private void refuse(Context http, SignedIn who, int status, String problem) {
    http.status(status);
    show(http, who, problem);
  }

  private void end(Context http, SignedIn who) {
    String name = http.pathParam("session_id");
    Optional<Sessions.Own> own =
        sessions.of(who.account()).stream().filter(s -> s.name().equals(name)).findFirst();
    if (own.isEmpty() || !sessions.end(who.account(), name)) {
      throw new NotFoundResponse();
    }
    String device = own.get().beginning().device();
    audit.write(who, Audit.Action.END_SESSION, null, device);
    pages.forget(name);
    pages.tell(who, "The session of " + device + " ended.");
    http.redirect(PAGE);
  }

  private void endOthers(Context http, SignedIn who) {
    int ended = sessions.endOthers(who);
    audit.write(who, Audit.Action.END_SESSION, null, "all others: " + ended);
    pages.tell(who, ended == 1 ? "One other session ended." : ended + " other sessions ended.");
    http.redirect(PAGE);
  }

  private static String sentence(String message) {
    return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
