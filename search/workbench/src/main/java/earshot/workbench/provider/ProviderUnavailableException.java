package earshot.workbench.provider;

import java.io.IOException;

/** The provider does not answer, or not as its standard says; nobody's sign-in is to blame. */
public final class ProviderUnavailableException extends IOException {
  private static final long serialVersionUID = 1;

  ProviderUnavailableException(String message) {
    super(message);
  }

  ProviderUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
