package earshot.workbench.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Secrets for authenticator apps, offered to somebody who is signed in, until a code shows that an
 * app has one. Nothing is stored of an offer: the form carries it, sealed for this very session.
 * Thread-safe.
 */
public final class SecondStepOffers {
  private static final String MARK = ".";

  private final PasswordSignIn passwords;
  private final SecondSteps steps;
  private final Seal seal;
  private final Duration longest;
  private final Clock clock;

  public SecondStepOffers(
      PasswordSignIn passwords, SecondSteps steps, Seal seal, Limits limits, Clock clock) {
    this.passwords = passwords;
    this.steps = steps;
    this.seal = seal;
    this.longest = limits.secondStep().offer();
    this.clock = clock;
  }

  /**
   * A secret for an app.
   *
   * @param sealed the same, for the form: shows later that the secret came from here
   */
  public record Offer(byte[] secret, String sealed) {
    @Override
    public String toString() {
      return "an offer";
    }
  }

  /** What came of an offer. */
  public sealed interface Outcome {
    /**
     * The account has a second step, and no session any more.
     *
     * @param device secret by which the browser is known from now on
     * @param recoveryCodes which nobody can look up later
     */
    record On(String device, List<String> recoveryCodes) implements Outcome {}

    /** It had one before. */
    record OnBefore() implements Outcome {}

    /** The code is not one of the secret's and this time's; the password was not looked at. */
    record OtherCode() implements Outcome {}

    /** The password is not right. */
    record Refused() implements Outcome {}

    /** Too many failures; the password was not looked at. */
    record Paused(Duration pause) implements Outcome {}
  }

  /** A new secret. */
  public Offer make(SignedIn who) {
    byte[] secret = Totp.secret();
    long now = clock.instant().getEpochSecond();
    return new Offer(secret, now + MARK + seal.close(secret, purpose(who, now)));
  }

  /** The offer of this very session; empty when that was too long ago. */
  public Optional<Offer> made(SignedIn who, String sealed) {
    int mark = sealed.indexOf(MARK);
    if (mark < 1 || !sealed.substring(0, mark).matches("[0-9]{1,12}")) {
      return Optional.empty();
    }
    long at = Long.parseLong(sealed.substring(0, mark));
    if (clock.instant().getEpochSecond() - at > longest.toSeconds()) {
      return Optional.empty();
    }
    return seal.open(sealed.substring(mark + 1), purpose(who, at))
        .map(secret -> new Offer(secret, sealed));
  }

  private static String purpose(SignedIn who, long at) {
    return "offer to " + who.session() + " at " + at;
  }

  /**
   * Turns the second step of the own account on.
   *
   * @param typed the app's code, which does not count again
   * @param address of the browser
   * @param device secret of the browser; null when it has none
   */
  public Outcome take(
      SignedIn who,
      Offer offer,
      String typed,
      String password,
      String address,
      @Nullable String device) {
    OptionalLong step = Totp.step(offer.secret(), digits(typed), clock.instant(), Long.MIN_VALUE);
    if (step.isEmpty()) {
      return new Outcome.OtherCode();
    }
    PasswordSignIn.Outcome proof = passwords.confirm(who.account(), password, address, device);
    if (proof instanceof PasswordSignIn.Outcome.Paused paused) {
      return new Outcome.Paused(paused.pause());
    }
    if (!(proof instanceof PasswordSignIn.Outcome.Welcome welcome)) {
      return new Outcome.Refused();
    }
    List<String> codes = steps.turnOn(who.account(), offer.secret(), step.getAsLong());
    return codes.isEmpty() ? new Outcome.OnBefore() : new Outcome.On(welcome.device(), codes);
  }

  private static String digits(String typed) {
    return typed.replaceAll("[\\s-]", "");
  }
}
