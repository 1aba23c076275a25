package earshot.transcribe;

/** A recording that could be read but not transcribed. Its reason code goes into the quarantine. */
public final class TranscriptionException extends Exception {
  private static final long serialVersionUID = 1;

  /** Why, as kept in the quarantine. */
  public enum Reason {
    WORKER_DIED,
    TIMEOUT,
    RECOGNIZER_FAILED,
    WORKER_NOT_STARTED;

    /** The snake_case code. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  private final Reason reason;
  private final int attempts;

  /**
   * @param message names the recording, what happened, what to do
   * @param attempts how often it was tried
   */
  public TranscriptionException(Reason reason, String message, int attempts) {
    super(message);
    this.reason = reason;
    this.attempts = attempts;
  }

  /** Short snake_case code, such as {@code worker_died}. */
  public String reason() {
    return reason.code();
  }

  public int attempts() {
    return attempts;
  }
}
