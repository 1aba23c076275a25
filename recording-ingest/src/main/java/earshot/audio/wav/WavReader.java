package earshot.audio.wav;

import earshot.audio.AudioException;
import earshot.audio.AudioFormat;
import earshot.audio.AudioProblem;
import earshot.audio.AudioReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads WAV (RIFF and RF64) forward, in one buffer of fixed size, trusting no number in it.
 *
 * <p>Recorders write wrong data lengths. What is read then:
 *
 * <ul>
 *   <li>length 0, 0xFFFFFFFF or nearly so, from writers that could not come back: to the end;
 *   <li>too short, and no chunk follows where it ends: the audio goes on to the end;
 *   <li>too long, but the RIFF length fits the file: the audio is all there, to the end;
 *   <li>too long, and the RIFF length promises as much: the file was cut or is still being copied,
 *       {@code truncated}. A header's length more or less is a writer's slip and no cut.
 * </ul>
 *
 * A last frame that is not whole is dropped. Chunks behind the audio are not looked at.
 */
public final class WavReader implements AudioReader {
  /** Writers count their own header in or out of a length; the longest usual header. */
  private static final long SLIP_BYTES = 128;

  /** A chunk behind the audio that claims more than this is audio that looks like a chunk. */
  private static final long LONGEST_TRAILER = 16L << 20;

  private static final int CHUNK_BYTES = 8;

  private final ByteSource bytes;
  private final String name;
  private final WavHeader header;
  private final WavFormat format;

  /** Where the audio should end, or {@link Long#MAX_VALUE} for the end of the file. */
  private long end;

  private boolean done;

  private WavReader(ByteSource bytes, String name, WavHeader header) {
    this.bytes = bytes;
    this.name = name;
    this.header = header;
    this.format = header.format();
    this.end =
        header.dataBytes() == WavHeader.UNKNOWN
            ? Long.MAX_VALUE
            : bytes.position() + header.dataBytes();
  }

  /**
   * Reads the header.
   *
   * @param in closed with the reader; left open when this method fails
   * @param name of the recording, for messages
   * @throws AudioException with a reason of {@link AudioProblem} when this is no usable WAV
   */
  public static AudioReader open(InputStream in, String name) throws IOException {
    ByteSource bytes = new ByteSource(in);
    WavReader reader = new WavReader(bytes, name, WavHeader.read(bytes, name));
    reader.requireAudio();
    return reader;
  }

  @Override
  public AudioFormat format() {
    return new AudioFormat(format.sampleRateHz(), format.channels(), format.encoding().id());
  }

  @Override
  public int read(short[][] planar, int frames) throws IOException {
    int frameBytes = format.frameBytes();
    int got = 0;
    while (got < frames && more()) {
      long usable = Math.min(bytes.ahead(frameBytes), end - bytes.position());
      int count = (int) Math.min(frames - got, usable / frameBytes);
      int width = format.encoding().bytes();
      for (int channel = 0; channel < format.channels(); channel++) {
        int from = bytes.offset() + channel * width;
        format.encoding().decode(bytes.buffer(), from, frameBytes, planar[channel], got, count);
      }
      bytes.take(count * frameBytes);
      got += count;
    }
    return got;
  }

  @Override
  public long skip(long frames) throws IOException {
    int frameBytes = format.frameBytes();
    long passed = 0;
    while (passed < frames && more()) {
      long left = Math.min(frames - passed, (Long.MAX_VALUE >> 1) / frameBytes);
      long here = Math.min(left, (end - bytes.position()) / frameBytes);
      passed += bytes.jump(here * frameBytes) / frameBytes;
    }
    return passed;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private void requireAudio() throws IOException {
    boolean nothing =
        header.dataBytes() == WavHeader.UNKNOWN
            && (bytes.ahead(1) == 0 || chunkAt(0, bytes.ahead(CHUNK_BYTES)));
    if (nothing || !more()) {
      throw AudioProblem.NO_AUDIO.in(
          name, "expected audio, found a header with none behind it; was the call recorded?");
    }
  }

  /** Whether another whole frame can be taken. */
  private boolean more() throws IOException {
    if (!done && end - bytes.position() < format.frameBytes()) {
      if (audioGoesOn((int) (end - bytes.position()))) {
        end = Long.MAX_VALUE;
      } else {
        done = true;
      }
    }
    if (!done && bytes.ahead(format.frameBytes()) < format.frameBytes()) {
      requireNotTruncated();
      done = true;
    }
    return !done;
  }

  /**
   * Looks at what follows the promised length: nothing, a chunk and zeros of a padded file are no
   * audio.
   *
   * @param left bytes up to the promised length, less than a frame
   */
  private boolean audioGoesOn(int left) throws IOException {
    int pad = (int) (header.dataBytes() & 1);
    int seen = bytes.ahead(left + pad + CHUNK_BYTES);
    if (seen < left + pad + CHUNK_BYTES) {
      return false;
    }
    boolean zeros = true;
    for (int i = left; i < left + pad + CHUNK_BYTES; i++) {
      zeros &= bytes.buffer()[bytes.offset() + i] == 0;
    }
    return !zeros && !chunkAt(left, seen) && !chunkAt(left + pad, seen);
  }

  private boolean chunkAt(int at, int seen) {
    if (seen < at + CHUNK_BYTES) {
      return false;
    }
    String id = bytes.fourcc(at);
    return Character.isLetter(id.charAt(0))
        && id.indexOf('?') < 0
        && bytes.uint32(at + 4) <= LONGEST_TRAILER;
  }

  /** Called at the end of the file. */
  private void requireNotTruncated() throws IOException {
    long size = bytes.position() + bytes.ahead(format.frameBytes());
    if (end == Long.MAX_VALUE || end - size <= SLIP_BYTES) {
      return;
    }
    if (header.fileBytes() == WavHeader.UNKNOWN || header.fileBytes() - size <= SLIP_BYTES) {
      return;
    }
    throw AudioProblem.TRUNCATED.in(
        name,
        "the header promises "
            + end
            + " bytes, the file has "
            + size
            + "; was it still being copied? Copy it again");
  }
}
