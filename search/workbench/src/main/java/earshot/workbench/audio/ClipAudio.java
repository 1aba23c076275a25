package earshot.workbench.audio;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.wav.WavWriter;
import earshot.data.AtomicFiles;
import earshot.data.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;

/**
 * Parts of calls in files of their own: 16-bit PCM, cut from what may be heard, so that what is
 * redacted in the call is silent in the file.
 */
public final class ClipAudio {
  private ClipAudio() {}

  /**
   * Cuts a part out.
   *
   * @param start seconds from the start of the call
   * @param end seconds; what lies behind the end of the call is left out
   */
  public static void cut(RedactedAudio audio, double start, double end, Path target)
      throws IOException {
    int rate = audio.format().sampleRateHz();
    long to = Math.min(audio.frames(), Math.round(end * rate));
    long from = Math.min(to, Math.max(0, Math.round(start * rate)));
    write(audio, from, to, target);
  }

  /**
   * Makes spans of a part silent, on all channels: what to do when the recording it was cut from is
   * gone.
   *
   * @param spans in seconds from the start of the part; what lies outside does not matter
   */
  public static void mute(Path file, List<Span> spans) throws IOException {
    RedactedAudio whole = of(file);
    int rate = whole.format().sampleRateHz();
    List<Mute.Span> silent =
        spans.stream()
            .map(s -> new Mute.Span((long) Math.floor(s.start() * rate), s.lastFrame(rate)))
            .map(s -> new Mute.Span(Math.max(0, s.from()), Math.min(whole.frames(), s.to())))
            .filter(s -> s.from() < s.to())
            .toList();
    if (!silent.isEmpty()) {
      RedactedAudio muted = open(file, silent, CallAudio.fade(rate));
      write(muted, 0, muted.frames(), file);
    }
  }

  /** A span to be silent, in seconds. */
  public record Span(double start, double end) {
    private long lastFrame(int rate) {
      return (long) Math.ceil(end * rate);
    }
  }

  /** A part that was cut, to be sent as a call's audio is. */
  public static RedactedAudio of(Path file) throws IOException {
    return open(file, List.of(), 0);
  }

  private static RedactedAudio open(Path file, List<Mute.Span> silent, int fade)
      throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    AudioFormat format;
    long frames;
    try (AudioReader reader = RedactedAudio.open(file)) {
      format = reader.format();
      frames = reader.skip(Long.MAX_VALUE);
    }
    String version = file + " " + attributes.size() + " " + attributes.lastModifiedTime();
    return new RedactedAudio(
        file,
        format,
        frames,
        Collections.nCopies(format.channels(), new Mute(silent, fade)),
        Digests.sha256(version).substring(0, 32));
  }

  private static void write(RedactedAudio audio, long from, long to, Path target)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WavWriter writer = new WavWriter(bytes, audio.format(), to - from)) {
      audio.read(from, to, (planar, count, at) -> writer.write(planar, count));
    }
    AtomicFiles.write(target, bytes.toByteArray());
  }
}
