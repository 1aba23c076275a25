package earshot.metadata;

import java.io.IOException;

/** Metadata that cannot be used. Its reason code goes into the quarantine. */
public final class MetadataException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;

  /**
   * @param reason short snake_case code, such as {@code bad_time}
   * @param message names the source and its key or row, what was expected, what was found
   */
  public MetadataException(String reason, String message) {
    super(message);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
