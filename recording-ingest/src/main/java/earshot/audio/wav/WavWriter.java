package earshot.audio.wav;

import earshot.audio.AudioFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a plain WAV of 16-bit PCM, mu-law or A-law forward. The length is given first, so that
 * nothing has to be gone back to. Not thread-safe.
 */
public final class WavWriter implements Closeable {
  private static final int FRAMES_AT_ONCE = 4096;

  private final OutputStream out;
  private final WavFormat format;
  private final long frames;
  private long written;

  /**
   * Writes the header.
   *
   * @param out closed with the writer
   * @param format {@code pcm_s16}, {@code ulaw} or {@code alaw}, 1 or 2 channels
   * @param frames that will follow, samples of one channel; the file stays under 2 GiB
   */
  public WavWriter(OutputStream out, AudioFormat format, long frames) throws IOException {
    WavEncoding encoding =
        switch (format.encoding()) {
          case "pcm_s16" -> WavEncoding.PCM_S16;
          case "ulaw" -> WavEncoding.ULAW;
          case "alaw" -> WavEncoding.ALAW;
          default ->
              throw new IllegalArgumentException(
                  "expected pcm_s16, ulaw or alaw, got " + format.encoding());
        };
    this.out = out;
    this.format = new WavFormat(encoding, format.channels(), format.sampleRateHz());
    this.frames = frames;
    long bytes = Math.multiplyExact(frames, this.format.frameBytes());
    if (format.channels() > 2 || frames < 0 || bytes > Integer.MAX_VALUE - 64) {
      throw new IllegalArgumentException(
          "expected 1 or 2 channels and less than 2 GiB, got " + format + " of " + frames);
    }
    out.write(header((int) bytes));
  }

  /** The 44 or 58 bytes in front of the audio. */
  private byte[] header(int bytes) {
    ByteBuffer header = ByteBuffer.allocate(headerBytes()).order(ByteOrder.LITTLE_ENDIAN);
    int width = format.encoding().bytes();
    header.put(ascii("RIFF")).putInt(headerBytes() - 8 + bytes + (bytes & 1)).put(ascii("WAVE"));
    header.put(ascii("fmt ")).putInt(pcm() ? 16 : 18);
    header.putShort((short) tag()).putShort((short) format.channels());
    header.putInt(format.sampleRateHz()).putInt(format.sampleRateHz() * format.frameBytes());
    header.putShort((short) format.frameBytes()).putShort((short) (8 * width));
    if (!pcm()) {
      header.putShort((short) 0).put(ascii("fact")).putInt(4).putInt((int) frames);
    }
    return header.put(ascii("data")).putInt(bytes).array();
  }

  /** A codec other than PCM has a longer fmt chunk and a fact chunk. */
  private int headerBytes() {
    return pcm() ? 44 : 58;
  }

  private boolean pcm() {
    return format.encoding() == WavEncoding.PCM_S16;
  }

  private int tag() {
    return switch (format.encoding()) {
      case ULAW -> 7;
      case ALAW -> 6;
      default -> 1;
    };
  }

  private static byte[] ascii(String id) {
    return id.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Writes the next frames.
   *
   * @param planar one array a channel, each at least {@code count} long
   */
  public void write(short[][] planar, int count) throws IOException {
    if (written + count > frames) {
      throw new IllegalStateException(
          "the header promises " + frames + " frames, these would be " + (written + count));
    }
    byte[] bytes = new byte[Math.min(count, FRAMES_AT_ONCE) * format.frameBytes()];
    for (int from = 0; from < count; from += FRAMES_AT_ONCE) {
      int part = Math.min(FRAMES_AT_ONCE, count - from);
      int at = 0;
      for (int i = from; i < from + part; i++) {
        for (int channel = 0; channel < format.channels(); channel++) {
          at = put(bytes, at, planar[channel][i]);
        }
      }
      out.write(bytes, 0, at);
    }
    written += count;
  }

  private int put(byte[] bytes, int at, short sample) {
    switch (format.encoding()) {
      case ULAW -> bytes[at] = G711.toUlaw(sample);
      case ALAW -> bytes[at] = G711.toAlaw(sample);
      default -> {
        bytes[at] = (byte) sample;
        bytes[at + 1] = (byte) (sample >> 8);
      }
    }
    return at + format.encoding().bytes();
  }

  /**
   * Ends the file.
   *
   * @throws IllegalStateException when fewer frames were written than the header promises
   */
  @Override
  public void close() throws IOException {
    try (out) {
      if (written == frames && (frames * format.frameBytes() & 1) != 0) {
        out.write(0);
      }
    }
    if (written != frames) {
      throw new IllegalStateException(
          "the header promises " + frames + " frames, " + written + " were written");
    }
  }
}
