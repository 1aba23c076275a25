package earshot.catalogue;

import java.io.IOException;

/** A transcript that cannot be used. Its reason code goes into the quarantine. */
public final class TranscriptException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * @param reason short snake_case code, such as {@code bad_turn}
   * @param message names file and turn, what was expected, what was found; never what was said
   */
  public TranscriptException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
