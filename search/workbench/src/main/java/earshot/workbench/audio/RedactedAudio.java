package earshot.workbench.audio;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.audio.wav.WavWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A call as it may be heard: a WAV of 16-bit PCM at the recording's own rate and channels, redacted
 * spans silent. It is made anew for every request, a block at a time, from the byte asked for on;
 * the recording itself is never changed and never held in memory. Immutable and thread-safe.
 */
public final class RedactedAudio {
  /** Frames decoded at a time. */
  private static final int BLOCK_FRAMES = 8192;

  private static final int SAMPLE_BYTES = 2;

  private final Path file;
  private final AudioFormat format;
  private final long frames;
  private final List<Mute> mutes;
  private final String etag;
  private final byte[] header;

  /**
   * @param frames of the recording, exactly
   * @param mutes one a channel
   * @param etag changes whenever one byte of this audio does
   */
  RedactedAudio(Path file, AudioFormat format, long frames, List<Mute> mutes, String etag)
      throws IOException {
    this.file = file;
    this.format = new AudioFormat(format.sampleRateHz(), format.channels(), "pcm_s16");
    this.frames = frames;
    this.mutes = List.copyOf(mutes);
    this.etag = etag;
    this.header = header(this.format, frames);
  }

  /** The writer puts its header out at once; no frame follows here, so it is not closed. */
  @SuppressWarnings("resource")
  private static byte[] header(AudioFormat format, long frames) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WavWriter unused = new WavWriter(out, format, frames);
    return out.toByteArray();
  }

  /** Without the quotes that HTTP puts around it. */
  public String etag() {
    return etag;
  }

  public AudioFormat format() {
    return format;
  }

  public long frames() {
    return frames;
  }

  public double seconds() {
    return (double) frames / format.sampleRateHz();
  }

  /** Bytes of the whole WAV, header included. */
  public long length() {
    return header.length + frames * frameBytes();
  }

  private int frameBytes() {
    return format.channels() * SAMPLE_BYTES;
  }

  /**
   * Writes a part of the WAV.
   *
   * @param from first byte, 0 or more
   * @param to byte behind the last, at most {@link #length()}
   */
  public void write(OutputStream out, long from, long to) throws IOException {
    if (from < 0 || to < from || to > length()) {
      throw new IllegalArgumentException(
          "bytes " + from + " to " + to + " are not within 0 to " + length());
    }
    if (from < header.length) {
      out.write(header, (int) from, (int) (Math.min(to, header.length) - from));
    }
    long first = Math.max(0, from - header.length);
    long behind = to - header.length;
    if (behind > first) {
      writeAudio(out, first, behind);
    }
  }

  /** Bytes counted from the first sample. */
  private void writeAudio(OutputStream out, long from, long to) throws IOException {
    long firstFrame = from / frameBytes();
    long[] at = {from};
    byte[] bytes = new byte[BLOCK_FRAMES * frameBytes()];
    read(
        firstFrame,
        (to + frameBytes() - 1) / frameBytes(),
        (planar, count, frame) -> {
          interleave(planar, count, bytes);
          long base = frame * frameBytes();
          int begin = (int) (at[0] - base);
          int end = (int) Math.min((long) count * frameBytes(), to - base);
          out.write(bytes, begin, end - begin);
          at[0] = base + end;
        });
  }

  private static void interleave(short[][] planar, int count, byte[] bytes) {
    int at = 0;
    for (int i = 0; i < count; i++) {
      for (short[] channel : planar) {
        bytes[at++] = (byte) channel[i];
        bytes[at++] = (byte) (channel[i] >> 8);
      }
    }
  }

  /** Takes the frames of a block, muted already. */
  interface Block {
    /**
     * @param planar one array a channel; used again for the next block
     * @param frame number of the first
     */
    void take(short[][] planar, int count, long frame) throws IOException;
  }

  /**
   * Reads muted frames in order.
   *
   * @param from first frame
   * @param to frame behind the last
   */
  void read(long from, long to, Block block) throws IOException {
    short[][] planar = new short[format.channels()][BLOCK_FRAMES];
    try (AudioReader reader = open(file)) {
      if (reader.skip(from) < from) {
        throw shorter(from);
      }
      for (long at = from; at < to; ) {
        int count = reader.read(planar, (int) Math.min(BLOCK_FRAMES, to - at));
        if (count == 0) {
          throw shorter(at);
        }
        for (int channel = 0; channel < planar.length; channel++) {
          mutes.get(channel).apply(planar[channel], count, at);
        }
        block.take(planar, count, at);
        at += count;
      }
    }
  }

  private IOException shorter(long at) {
    return new IOException(
        file + ": expected " + frames + " frames, it ends before " + at + "; was it changed?");
  }

  /** The recording as it is, for this package alone: what it gives out is muted first. */
  static AudioReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return Decoders.open(in, file.getFileName().toString());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
