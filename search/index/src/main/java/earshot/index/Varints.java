package earshot.index;

import java.io.ByteArrayOutputStream;
import org.apache.lucene.util.BytesRef;

/** Whole numbers in as few bytes as they need, seven bits a byte. */
final class Varints {
  private Varints() {}

  /** Writes numbers one after the other. */
  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    /** A number that is seldom negative. */
    void write(int value) {
      int rest = value;
      while ((rest & ~0x7f) != 0) {
        out.write((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write(rest);
    }

    /** A number of either sign. */
    void writeSigned(int value) {
      write((value << 1) ^ (value >> 31));
    }

    int size() {
      return out.size();
    }

    BytesRef bytes() {
      return new BytesRef(out.toByteArray());
    }
  }

  /** Reads what a writer wrote. */
  static final class Reader {
    private byte[] bytes = BytesRef.EMPTY_BYTES;
    private int at;

    /** Reads on from here; the bytes are not copied. */
    void open(BytesRef from, int skip) {
      bytes = from.bytes;
      at = from.offset + skip;
    }

    int read() {
      byte b = bytes[at++];
      if (b >= 0) {
        return b;
      }
      int value = b & 0x7f;
      for (int shift = 7; ; shift += 7) {
        b = bytes[at++];
        value |= (b & 0x7f) << shift;
        if (b >= 0) {
          return value;
        }
      }
    }

    int readSigned() {
      int value = read();
      return (value >>> 1) ^ -(value & 1);
    }
  }
}
