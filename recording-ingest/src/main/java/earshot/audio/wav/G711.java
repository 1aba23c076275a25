package earshot.audio.wav;

/**
 * The two companding laws of ITU-T G.711, as tables computed from their formulas.
 *
 * <p>Both cut the amplitude into eight segments of doubling step, with sixteen steps in each. A
 * byte is sign, three bits of segment, four bits of step.
 */
final class G711 {
  /** Added before mu-law finds the segment, so that the segments become powers of two. */
  private static final int ULAW_BIAS = 132;

  private static final int ULAW_CLIP = 32767 - ULAW_BIAS;

  /** A-law sends every other bit inverted, so that silence is not a row of zeros on the line. */
  private static final int ALAW_MASK = 0x55;

  private static final short[] ULAW = table(true);
  private static final short[] ALAW = table(false);

  private G711() {}

  private static short[] table(boolean ulaw) {
    short[] samples = new short[256];
    for (int code = 0; code < 256; code++) {
      samples[code] = (short) (ulaw ? expandUlaw(code) : expandAlaw(code));
    }
    return samples;
  }

  private static int expandUlaw(int code) {
    int bits = ~code & 0xFF;
    int segment = (bits >> 4) & 7;
    int magnitude = ((((bits & 15) << 3) + ULAW_BIAS) << segment) - ULAW_BIAS;
    return (bits & 0x80) != 0 ? -magnitude : magnitude;
  }

  private static int expandAlaw(int code) {
    int bits = code ^ ALAW_MASK;
    int segment = (bits >> 4) & 7;
    int middle = ((bits & 15) << 4) + 8;
    int magnitude = segment == 0 ? middle : (middle + 256) << (segment - 1);
    return (bits & 0x80) != 0 ? magnitude : -magnitude;
  }

  static short fromUlaw(byte code) {
    return ULAW[code & 0xFF];
  }

  static short fromAlaw(byte code) {
    return ALAW[code & 0xFF];
  }

  static byte toUlaw(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int biased = Math.min(Math.abs(sample), ULAW_CLIP) + ULAW_BIAS;
    int segment = 24 - Integer.numberOfLeadingZeros(biased);
    return (byte) ~(sign | segment << 4 | (biased >> (segment + 3)) & 15);
  }

  static byte toAlaw(short sample) {
    int sign = sample >= 0 ? 0x80 : 0;
    int magnitude = sample >= 0 ? sample : -sample - 1;
    int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
    int step = segment == 0 ? magnitude >> 4 : (magnitude >> (segment + 3)) & 15;
    return (byte) ((sign | segment << 4 | step) ^ ALAW_MASK);
  }
}
