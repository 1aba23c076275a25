package earshot.score.definition;

/** A form or language pack that cannot be used; the message begins with file and line. */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DefinitionException(String source, int line, String message) {
    super(source + ":" + line + ": " + message);
  }

  public DefinitionException(String source, int line, String message, Throwable cause) {
    super(source + ":" + line + ": " + message, cause);
  }
}
