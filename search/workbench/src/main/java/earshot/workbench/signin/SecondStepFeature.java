package earshot.workbench.signin;

import earshot.workbench.account.Accounts;
import earshot.workbench.account.CodeSignIn;
import earshot.workbench.account.Due;
import earshot.workbench.account.SecondStepOffers;
import earshot.workbench.account.SecondStepOffers.Offer;
import earshot.workbench.account.SecondSteps;
import earshot.workbench.account.SignedIn;
import earshot.workbench.audit.Audit;
import earshot.workbench.review.Typed;
import earshot.workbench.web.Access;
import earshot.workbench.web.Cost;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Links;
import earshot.workbench.web.Pages;
import earshot.workbench.web.Routes;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;

/** Where people turn the second step of their own account on and off. */
public final class SecondStepFeature implements Feature {
  static final String PAGE = "/account/second-step";

  private static final String ISSUER = "Earshot";

  private final Pages pages;
  private final Accounts accounts;
  private final SecondSteps steps;
  private final SecondStepOffers offers;
  private final CodeSignIn codes;
  private final BrowserSessions sessions;
  private final SessionCookies cookies;
  private final Transport transport;
  private final Audit audit;
  private final String provider;

  /**
   * @param provider name of the identity provider; empty where there is none
   */
  public SecondStepFeature(
      Pages pages,
      Accounts accounts,
      SecondSteps steps,
      SecondStepOffers offers,
      CodeSignIn codes,
      BrowserSessions sessions,
      SessionCookies cookies,
      Transport transport,
      Audit audit,
      String provider) {
    this.pages = pages;
    this.accounts = accounts;
    this.steps = steps;
    this.offers = offers;
    this.codes = codes;
    this.sessions = sessions;
    this.cookies = cookies;
    this.transport = transport;
    this.audit = audit;
    this.provider = provider;
  }

  @Override
  public void register(Routes routes) {
    routes.get(PAGE, Access.SIGNED_IN, this::page).costs(Cost.NOTHING);
    routes.post(PAGE, Access.SIGNED_IN, this::turnOn).costs(Cost.NOTHING);
    routes.post(PAGE + "/codes", Access.SIGNED_IN, this::newRecoveryCodes).costs(Cost.NOTHING);
    routes.post(PAGE + "/off", Access.SIGNED_IN, this::turnOff).costs(Cost.NOTHING);
  }

  private void page(Context http, SignedIn who) {
    show(http, who, 200, "", null);
  }

  /**
   * Answers with the page.
   *
   * @param offer that the form was sent with; null for another
   */
  private void show(Context http, SignedIn who, int status, String problem, @Nullable Offer offer) {
    http.status(status);
    Optional<SecondSteps.State> state = steps.of(who.account());
    boolean password = accounts.passwordSince(who.account()).isPresent();
    SecondStepView.SetUp setUp =
        state.isPresent() || !password
            ? null
            : setUp(who, offer == null ? offers.make(who) : offer);
    pages.show(
        http,
        who,
        "Second step at sign-in",
        "signin/second-step.jte",
        new SecondStepView(
            problem,
            who.due() == Due.SECOND_STEP,
            password,
            provider,
            state.map(s -> Typed.at(s.since().toInstant())).orElse(""),
            state.map(SecondSteps.State::recoveryCodes).orElse(0),
            setUp));
  }

  /**
   * As apps read it: the "key URI format" that all have in common. It says no more than it must,
   * since apps take SHA-1, six digits and 30 s for granted, and less makes larger squares.
   */
  private static SecondStepView.SetUp setUp(SignedIn who, Offer offer) {
    String secret = Base32.toBase32String(offer.secret());
    String address =
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(ISSUER, Links.segment(who.account().name()), secret, ISSUER);
    String groups = secret.replaceAll("(.{4})(?=.)", "$1 ");
    return new SecondStepView.SetUp(groups, address, QrPath.of(address), offer.sealed());
  }

  private void turnOn(Context http, SignedIn who) {
    String password = text(http.formParam("present"));
    String code = Typed.text(http, "code");
    Offer offer = offers.made(who, Typed.text(http, "offer")).orElse(null);
    if (accounts.passwordSince(who.account()).isEmpty()) {
      show(http, who, 400, "This account has no password here.", null);
    } else if (offer == null) {
      show(http, who, 400, "That took too long: here is another secret. Scan it again.", null);
    } else if (password.isEmpty() || code.isEmpty()) {
      show(http, who, 400, "Type the app's code and your password.", offer);
    } else {
      answer(
          http,
          who,
          offer,
          offers.take(who, offer, code, password, transport.address(http), cookies.device(http)));
    }
  }

  private void answer(Context http, SignedIn who, Offer offer, SecondStepOffers.Outcome outcome) {
    if (outcome instanceof SecondStepOffers.Outcome.On on) {
      audit.write(who, Audit.Action.SECOND_STEP_ON, null, null);
      recoveryCodes(http, sessions.goOn(http, who, on.device()), true, on.recoveryCodes());
    } else if (outcome instanceof SecondStepOffers.Outcome.OtherCode) {
      String advice =
          "The code is not right. Wait for the next one; the time of the telephone must be right.";
      show(http, who, 400, advice, offer);
    } else if (outcome instanceof SecondStepOffers.Outcome.Paused paused) {
      paused(http, who, paused.pause(), offer);
    } else if (outcome instanceof SecondStepOffers.Outcome.Refused) {
      audit.write(who, Audit.Action.SECOND_STEP_REFUSED, null, "password not right");
      show(http, who, 403, "The password is not right.", offer);
    } else {
      show(http, who, 400, "The second step is on already.", null);
    }
  }

  private void recoveryCodes(Context http, SignedIn who, boolean on, List<String> recoveryCodes) {
    pages.show(
        http,
        who,
        "Recovery codes",
        "signin/recovery-codes.jte",
        new RecoveryCodesView(on, who.account().name(), recoveryCodes));
  }

  private void newRecoveryCodes(Context http, SignedIn who) {
    if (typed(http, who)) {
      CodeSignIn.NewCodes made =
          codes.newRecoveryCodes(
              who.account(),
              text(http.formParam("present")),
              Typed.text(http, "code"),
              transport.address(http),
              cookies.device(http));
      if (made.outcome() instanceof CodeSignIn.Outcome.Welcome welcome) {
        audit.write(who, Audit.Action.RECOVERY_CODES, null, null);
        cookies.remember(http, welcome.device(), sessions.deviceKnown());
        recoveryCodes(http, who, false, made.codes());
      } else {
        notProved(http, who, made.outcome());
      }
    }
  }

  private void turnOff(Context http, SignedIn who) {
    if (typed(http, who)) {
      CodeSignIn.Outcome outcome =
          codes.turnOff(
              who.account(),
              text(http.formParam("present")),
              Typed.text(http, "code"),
              transport.address(http),
              cookies.device(http));
      if (outcome instanceof CodeSignIn.Outcome.Welcome welcome) {
        audit.write(who, Audit.Action.SECOND_STEP_OFF, null, null);
        SignedIn now = sessions.goOn(http, who, welcome.device());
        pages.tell(now, "The second step is off. All other sessions ended.");
        http.redirect(now.due() == Due.SECOND_STEP ? PAGE : "/account");
      } else {
        notProved(http, who, outcome);
      }
    }
  }

  /** Whether there is something to look at; else the page was sent that asks for it. */
  private boolean typed(Context http, SignedIn who) {
    boolean on = steps.of(who.account()).isPresent();
    boolean typed =
        !text(http.formParam("present")).isEmpty() && !Typed.text(http, "code").isEmpty();
    if (!on || !typed) {
      String problem = on ? "Type your password and a code." : "The second step is off.";
      show(http, who, 400, problem, null);
    }
    return on && typed;
  }

  /** Without a word about which of the two was wrong. */
  private void notProved(Context http, SignedIn who, CodeSignIn.Outcome outcome) {
    if (outcome instanceof CodeSignIn.Outcome.Paused paused) {
      paused(http, who, paused.pause(), null);
    } else {
      audit.write(who, Audit.Action.SECOND_STEP_REFUSED, null, "password or code not right");
      show(http, who, 403, "Password or code is not right.", null);
    }
  }

  private void paused(Context http, SignedIn who, Duration pause, @Nullable Offer offer) {
    long seconds = SignInForm.retryAfter(http, pause);
    audit.write(who, Audit.Action.SECOND_STEP_REFUSED, null, "paused after failures");
    show(http, who, 429, "Too many failures. Wait " + seconds + " s.", offer);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
