package earshot.call;

/**
 * A span that the text does not tell and the player mutes.
 *
 * @param channel 0-based
 * @param start seconds from the start of the audio
 * @param kind such as {@code card-number}, {@code security-code}
 */
public record Redaction(int channel, double start, double end, String kind) {
  public Redaction {
    Spans.check("redaction", start, end);
  }
}
