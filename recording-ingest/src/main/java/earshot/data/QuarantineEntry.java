package earshot.data;

/**
 * A recording that did not become a call.
 *
 * @param recording where it was read from
 * @param stage of the pipeline that gave up, such as {@code metadata} or {@code decode}
 * @param reason short snake_case code
 * @param message what was expected, what was found, what to do; never what was said in the call
 * @param attempts how often it was tried, 1 or more
 */
public record QuarantineEntry(
    String recording, String stage, String reason, String message, int attempts) {
  /** A message longer than this is cut: it is a sentence, not a dump. */
  public static final int MAX_MESSAGE = 500;

  public QuarantineEntry {
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "attempts must be 1 or more, is " + attempts + " (" + recording + ")");
    }
    message = oneLine(message);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= MAX_MESSAGE ? line : line.substring(0, MAX_MESSAGE - 1) + "…";
  }
}
