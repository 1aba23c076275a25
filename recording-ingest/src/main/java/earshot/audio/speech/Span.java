package earshot.audio.speech;

/** Seconds from the start of the audio; {@code start} inclusive, {@code end} exclusive. */
public record Span(double start, double end) {
  public Span {
    if (!(start >= 0) || !(end >= start)) {
      throw new IllegalArgumentException(
          "a span must not end before it starts: " + start + ".." + end);
    }
  }

  public double seconds() {
    return end - start;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }
}
