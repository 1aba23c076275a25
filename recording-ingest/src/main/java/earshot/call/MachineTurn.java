package earshot.call;

/**
 * A turn as the machine heard it, kept beside what a person made of it or of a part of it.
 *
 * @param role whom the machine took for the speaker
 * @param start seconds from the start of the audio
 * @param end seconds
 * @param confidence of the whole turn
 */
public record MachineTurn(Role role, double start, double end, double confidence) {
  public MachineTurn {
    Spans.check("turn as heard", start, end);
  }
}
