package earshot.workbench.provider;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider's answer lets nobody in. The message is for the log: it says which rule failed, and
 * nothing that the answer said of a person.
 */
public final class SignInRefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final @Nullable String subject;

  SignInRefusedException(Reason reason, String message) {
    this(reason, message, null);
  }

  SignInRefusedException(Reason reason, String message, @Nullable String subject) {
    super(message);
    this.reason = reason;
    this.subject = subject;
  }

  /** Whom the provider vouched for all the same; for the audit. */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  public Reason reason() {
    return reason;
  }

  /** What the person is told. */
  public enum Reason {
    BEGUN_ELSEWHERE(
        400,
        "This sign-in was begun in another browser, too long ago, or it was finished already."
            + " Begin again."),
    PROVIDER_REFUSED(
        403, "The identity provider did not sign you in. Begin again, or ask an admin."),
    NOT_TRUSTED(
        403,
        "The answer of the identity provider could not be trusted. Begin again, or ask an admin."),
    NO_ROLE(
        403,
        "The identity provider knows you, but none of your groups may use Earshot. Ask an admin."),
    NO_TEAM(403, "The identity provider does not say which team you lead. Ask an admin."),
    NO_AGENT_ID(403, "The identity provider does not say your agent id. Ask an admin."),
    NO_ACCOUNT(
        403,
        "The identity provider knows you, but you have no account here. Ask an admin for one."),
    NAME_TAKEN(
        403,
        "Another account here has your name. Ask an admin to link it to you, or to rename one."),
    DISABLED(403, "Your account here was disabled. Ask an admin.");

    private final int status;
    private final String advice;

    Reason(int status, String advice) {
      this.status = status;
      this.advice = advice;
    }

    /** Of the answer over HTTP. */
    public int status() {
      return status;
    }

    public String advice() {
      return advice;
    }

    /** As the audit has it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
