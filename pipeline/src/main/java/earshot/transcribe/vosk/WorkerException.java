package earshot.transcribe.vosk;

import java.io.IOException;

/** A job did not come to its end in a worker, though its audio could be read. */
public final class WorkerException extends IOException {
  private static final long serialVersionUID = 1;

  /** Why. */
  public enum Kind {
    /** The process died; any job in it may be the reason. */
    DIED,
    /** This job took too long; the process was ended for it. */
    TIMEOUT,
    /** The process was ended because another job took too long. */
    BYSTANDER,
    /** The recognizer refused the stream; the process lives. */
    REFUSED,
    /** No worker could be started. */
    NOT_STARTED
  }

  private final Kind kind;

  public WorkerException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
