package earshot.audio.wav;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream read forward through one buffer of fixed size, with a look ahead. Whatever a file
 * claims, no more than this buffer is ever allocated for it.
 */
final class ByteSource implements Closeable {
  /** More than any header structure that is looked at as a whole, and kind to disks. */
  static final int BUFFER_BYTES = 1 << 15;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;
  private long taken;

  ByteSource(InputStream in) {
    this.in = in;
  }

  /** Bytes taken so far: the position in the file. */
  long position() {
    return taken;
  }

  /**
   * Looks ahead.
   *
   * @param wanted at most {@link #BUFFER_BYTES}
   * @return how many bytes can be seen; fewer than wanted only near the end of the file
   */
  int ahead(int wanted) throws IOException {
    if (to - from < wanted) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
      to += in.readNBytes(buffer, to, buffer.length - to);
    }
    return to - from;
  }

  /** The buffer; bytes that can be seen start at {@link #offset()}. Never to be changed. */
  byte[] buffer() {
    return buffer;
  }

  int offset() {
    return from;
  }

  /** Takes bytes that were seen. */
  void take(int count) {
    from += count;
    taken += count;
  }

  /**
   * Takes bytes unseen.
   *
   * @return how many there were, fewer than asked only at the end of the file
   */
  long skip(long count) throws IOException {
    long left = count;
    while (left > 0 && ahead(1) > 0) {
      int step = (int) Math.min(left, to - from);
      take(step);
      left -= step;
    }
    return count - left;
  }

  /**
   * Takes bytes unseen, with a jump of the stream beneath where it has one. The last part is read,
   * so that the end of the file is met by reading, whatever a stream says of jumps beyond it.
   *
   * @return how many there were, fewer than asked only at the end of the file
   */
  long jump(long count) throws IOException {
    int seen = (int) Math.min(count, to - from);
    take(seen);
    long far = count - seen - BUFFER_BYTES;
    long jumped = far > 0 ? in.skip(far) : 0;
    taken += jumped;
    return seen + jumped + skip(count - seen - jumped);
  }

  /** An unsigned 16-bit number among the bytes that can be seen. */
  int uint16(int at) {
    return buffer[from + at] & 0xFF | (buffer[from + at + 1] & 0xFF) << 8;
  }

  /** An unsigned 32-bit number among the bytes that can be seen. */
  long uint32(int at) {
    return uint16(at) | (long) uint16(at + 2) << 16;
  }

  /** A four-character code among the bytes that can be seen; what is not printable becomes '?'. */
  String fourcc(int at) {
    StringBuilder id = new StringBuilder(4);
    for (int i = 0; i < 4; i++) {
      int c = buffer[from + at + i];
      id.append(c >= ' ' && c <= '~' ? (char) c : '?');
    }
    return id.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
