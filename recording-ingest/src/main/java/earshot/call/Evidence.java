package earshot.call;

/**
 * Words or a measure, and their second.
 *
 * @param start seconds from the start of the audio
 * @param quote the redacted words, or what was measured
 */
public record Evidence(Role role, double start, double end, String quote) {
  public Evidence {
    Spans.check("evidence", start, end);
  }
}
