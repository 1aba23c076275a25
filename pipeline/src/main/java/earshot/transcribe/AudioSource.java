package earshot.transcribe;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a recording, to be read from the start as often as needed. Thread-safe. */
public interface AudioSource {
  InputStream open() throws IOException;

  /** Id of the recording, for messages. */
  String name();

  /** What log lines call it: file names may hold telephone numbers, so an id where there is one. */
  default String id() {
    return name();
  }
}
