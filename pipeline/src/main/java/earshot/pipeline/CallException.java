package earshot.pipeline;

import java.util.Objects;

/**
 * A recording that did not become a call: what the dead letter says. The message never holds what
 * was said in the call.
 */
final class CallException extends Exception {
  private static final long serialVersionUID = 1;

  private final String stage;
  private final String reason;

  CallException(String stage, String reason, String message) {
    super(message);
    this.stage = stage;
    this.reason = reason;
  }

  /** A domain exception at a boundary: its message stands for it. */
  CallException(String stage, String reason, Exception cause) {
    super(cause.getMessage(), cause);
    this.stage = stage;
    this.reason = reason;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNullElse(super.getMessage(), reason);
  }

  String stage() {
    return stage;
  }

  String reason() {
    return reason;
  }
}
