package earshot.workbench.audio;

import java.io.IOException;

/** The recording of a call cannot be played. The message is one sentence for the listener. */
public final class NoRecordingException extends IOException {
  private static final long serialVersionUID = 1;

  /** Why, as an HTTP status. */
  public enum Why {
    /** It is not where it was when the call was transcribed. */
    MISSING(404),
    /** Other bytes lie there now, so times and redactions do not fit them. */
    CHANGED(410);

    private final int status;

    Why(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Why why;

  NoRecordingException(Why why, String message) {
    super(message);
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
