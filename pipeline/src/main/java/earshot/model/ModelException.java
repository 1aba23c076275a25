package earshot.model;

import java.io.IOException;

/**
 * A recognition model that cannot be used, found or fetched. The message is one sentence for the
 * person at the terminal: what, expected, found, what to do.
 */
public final class ModelException extends IOException {
  private static final long serialVersionUID = 1;

  public ModelException(String message) {
    super(message);
  }

  public ModelException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Never null. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
