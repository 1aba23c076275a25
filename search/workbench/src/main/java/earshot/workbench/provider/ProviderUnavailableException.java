package earshot.workbench.provider;

import java.io.IOException;

/** The provider does not answer, or not as its standard says; nobody's sign-in is to blame. */
public final class ProviderUnavailableException extends IOException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 500;

  ProviderUnavailableException(String message) {
    super(line(message));
  }

  ProviderUnavailableException(String message, Throwable cause) {
    super(line(message), cause);
  }

  /** For the log: the message may hold what the provider wrote. */
  private static String line(String message) {
    String line = message.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
