package earshot.index;

import java.io.IOException;

/** There is no index to search, or one that this version cannot read. */
public final class NoIndexException extends IOException {
  private static final long serialVersionUID = 1L;

  NoIndexException(String message) {
    super(message);
  }
}
