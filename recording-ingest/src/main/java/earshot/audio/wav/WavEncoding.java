package earshot.audio.wav;

import java.util.Locale;

/** How a sample lies in the data chunk. Everything becomes a 16-bit sample. */
enum WavEncoding {
  PCM_U8(1),
  PCM_S16(2),
  PCM_S24(3),
  PCM_S32(4),
  PCM_F32(4),
  ULAW(1),
  ALAW(1);

  private final int bytes;

  WavEncoding(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one sample. */
  int bytes() {
    return bytes;
  }

  /** The name in the call record. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Decodes samples of one channel.
   *
   * @param from where the channel's first sample starts
   * @param stride bytes from one sample of this channel to its next
   */
  void decode(byte[] bytes, int from, int stride, short[] to, int offset, int count) {
    int at = from;
    for (int i = offset; i < offset + count; i++, at += stride) {
      to[i] =
          switch (this) {
            case PCM_U8 -> (short) ((bytes[at] & 0xFF) - 128 << 8);
            case PCM_S16 -> (short) (bytes[at] & 0xFF | bytes[at + 1] << 8);
            case PCM_S24 -> rounded(int24(bytes, at) << 8);
            case PCM_S32 -> rounded(int32(bytes, at));
            case PCM_F32 -> scaled(Float.intBitsToFloat(int32(bytes, at)));
            case ULAW -> G711.fromUlaw(bytes[at]);
            case ALAW -> G711.fromAlaw(bytes[at]);
          };
    }
  }

  private static int int24(byte[] bytes, int at) {
    return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] << 16;
  }

  private static int int32(byte[] bytes, int at) {
    return int24(bytes, at) & 0xFFFFFF | bytes[at + 3] << 24;
  }

  /** The upper 16 of 32 bits, to the nearest, saturated. */
  private static short rounded(int sample) {
    return (short) Math.min(Short.MAX_VALUE, (long) sample + 0x8000 >> 16);
  }

  /** Full scale is 1.0; louder saturates, and what is no number is silence. */
  private static short scaled(float sample) {
    return (short)
        Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 32768f)));
  }
}
