package earshot.audio;

import java.io.IOException;

/** A recording that cannot be used. Its reason code goes into the quarantine. */
public final class AudioException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * @param reason short snake_case code, such as {@code not_riff}
   * @param message names the recording, what was expected, what was found, what to do
   */
  public AudioException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
