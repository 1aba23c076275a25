package earshot.transcribe.vosk;

import java.io.IOException;

/** The recognizer refused what it was given; the stream is lost, the process is not. */
public final class RecognizerException extends IOException {
  private static final long serialVersionUID = 1;

  public RecognizerException(String message) {
    super(message);
  }
}
