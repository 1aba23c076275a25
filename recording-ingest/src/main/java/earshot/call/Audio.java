package earshot.call;

import org.jspecify.annotations.Nullable;

/**
 * The recording a call record was made from.
 *
 * @param uri where it was read from
 * @param sha256 of the file's bytes, 64 lower-case hex digits; of the transcript where there is no
 *     audio
 * @param seconds length of the call
 * @param sampleRate Hz; 0 without audio
 * @param channels 0 without audio
 * @param encoding {@code pcm_s16}, {@code ulaw}, ...; {@code none} without audio
 * @param layoutCheck what speaks against the layout as told; null when nothing does
 */
public record Audio(
    String uri,
    String sha256,
    double seconds,
    int sampleRate,
    int channels,
    String encoding,
    Layout layout,
    @Nullable LayoutCheck layoutCheck) {
  public Audio {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "sha256 must be 64 lower-case hex digits, is '" + sha256 + "' (" + uri + ")");
    }
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("audio seconds must be 0 or more: " + uri);
    }
  }

  /** With a layout that nothing speaks against. */
  public Audio(
      String uri,
      String sha256,
      double seconds,
      int sampleRate,
      int channels,
      String encoding,
      Layout layout) {
    this(uri, sha256, seconds, sampleRate, channels, encoding, layout, null);
  }

  /** The same recording, with another layout and why. */
  public Audio withLayout(Layout newLayout, @Nullable LayoutCheck check) {
    return new Audio(uri, sha256, seconds, sampleRate, channels, encoding, newLayout, check);
  }
}
