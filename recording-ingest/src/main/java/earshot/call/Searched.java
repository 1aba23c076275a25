package earshot.call;

/**
 * Where was looked for something that was not found.
 *
 * @param role whose speech
 * @param from seconds from the start of the audio
 * @param to seconds
 */
public record Searched(Role role, double from, double to) {
  public Searched {
    Spans.check("searched span", from, to);
  }
}
