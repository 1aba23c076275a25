package earshot.audio.wav;

import earshot.audio.AudioException;
import earshot.audio.AudioProblem;

/**
 * What the format chunk says, checked against itself.
 *
 * @param channels 1 or 2
 */
record WavFormat(WavEncoding encoding, int channels, int sampleRateHz) {
  /** The fields every version of the chunk has. */
  static final int BYTES = 16;

  /** WAVE_FORMAT_EXTENSIBLE with its mask and its GUID. */
  static final int EXTENSIBLE_BYTES = 40;

  private static final int EXTENSIBLE = 0xFFFE;

  /** What follows the codec number in every GUID of the family, from its fifth byte. */
  private static final long[] GUID_TAIL = {0x00100000L, 0xAA000080L, 0x719B3800L};

  private static final int LOWEST_HZ = 4_000;
  private static final int HIGHEST_HZ = 192_000;

  /** Bytes of one sample of every channel. */
  int frameBytes() {
    return channels * encoding.bytes();
  }

  /**
   * Reads a format chunk whose body can be seen.
   *
   * @param size of the chunk in bytes; at least {@code min(size, EXTENSIBLE_BYTES)} can be seen
   */
  static WavFormat read(ByteSource bytes, long size, String name) throws AudioException {
    if (size < BYTES) {
      throw AudioProblem.BAD_FMT.in(
          name, "the fmt chunk must have 16 bytes or more, has " + size + "; record it again");
    }
    int tag = bytes.uint16(0);
    int channels = bytes.uint16(2);
    long rate = bytes.uint32(4);
    int block = bytes.uint16(12);
    int bits = bytes.uint16(14);
    checkNumbers(channels, rate, name);
    WavEncoding encoding =
        encoding(tag == EXTENSIBLE ? subTag(bytes, size, name) : tag, bits, name);
    WavFormat format = new WavFormat(encoding, channels, (int) rate);
    if (block != format.frameBytes()) {
      throw AudioProblem.BAD_FMT.in(
          name,
          channels
              + " channels of "
              + encoding.id()
              + " are "
              + format.frameBytes()
              + " bytes a frame, the fmt chunk says "
              + block
              + "; convert the file to plain WAV");
    }
    return format;
  }

  private static void checkNumbers(int channels, long rate, String name) throws AudioException {
    if (channels == 0 || rate < LOWEST_HZ || rate > HIGHEST_HZ) {
      throw AudioProblem.BAD_FMT.in(
          name,
          "expected 1 or 2 channels at "
              + LOWEST_HZ
              + " to "
              + HIGHEST_HZ
              + " Hz, found "
              + channels
              + " at "
              + rate
              + "; record it again");
    }
    if (channels > 2) {
      throw AudioProblem.TOO_MANY_CHANNELS.in(
          name, "expected 1 or 2 channels, found " + channels + "; export one party a channel");
    }
  }

  private static int subTag(ByteSource bytes, long size, String name) throws AudioException {
    if (size < EXTENSIBLE_BYTES) {
      throw AudioProblem.BAD_FMT.in(
          name, "an extensible fmt chunk must have 40 bytes or more, has " + size);
    }
    boolean family = bytes.uint16(26) == 0;
    for (int i = 0; i < GUID_TAIL.length; i++) {
      family &= bytes.uint32(28 + 4 * i) == GUID_TAIL[i];
    }
    if (!family) {
      throw AudioProblem.UNSUPPORTED_ENCODING.in(
          name, "the codec is named by a foreign GUID; convert the file to 16-bit PCM");
    }
    return bytes.uint16(24);
  }

  private static WavEncoding encoding(int tag, int bits, String name) throws AudioException {
    switch (tag) {
      case 1:
        return switch ((bits + 7) / 8) {
          case 1 -> WavEncoding.PCM_U8;
          case 2 -> WavEncoding.PCM_S16;
          case 3 -> WavEncoding.PCM_S24;
          case 4 -> WavEncoding.PCM_S32;
          default -> throw unsupported(name, "PCM of " + bits + " bits");
        };
      case 3:
        if (bits != 32) {
          throw unsupported(name, "floating point of " + bits + " bits");
        }
        return WavEncoding.PCM_F32;
      case 6:
        return WavEncoding.ALAW;
      case 7:
        return WavEncoding.ULAW;
      default:
        throw unsupported(name, codecName(tag));
    }
  }

  private static AudioException unsupported(String name, String what) {
    return AudioProblem.UNSUPPORTED_ENCODING.in(
        name, what + " in WAV cannot be decoded; convert the file to 16-bit PCM");
  }

  private static String codecName(int tag) {
    return switch (tag) {
      case 0x02 -> "Microsoft ADPCM";
      case 0x11 -> "IMA ADPCM";
      case 0x14, 0x40, 0x64 -> "G.726";
      case 0x22 -> "TrueSpeech";
      case 0x31 -> "GSM 6.10 (WAV49)";
      case 0x42, 0x111 -> "G.723.1";
      case 0x50, 0x55 -> "MPEG audio";
      case 0x65, 0x28F -> "G.722";
      case 0x83, 0x123 -> "G.729";
      case 0x161 -> "Windows Media Audio";
      default -> "the codec " + String.format("0x%04x", tag);
    };
  }
}
