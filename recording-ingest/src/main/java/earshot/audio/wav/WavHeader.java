package earshot.audio.wav;

import earshot.audio.AudioException;
import earshot.audio.AudioProblem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Everything in front of the audio.
 *
 * @param dataBytes length of the data chunk as written, {@link #UNKNOWN} where it is a placeholder
 * @param fileBytes length of the file as its RIFF chunk has it, {@link #UNKNOWN} likewise
 */
record WavHeader(WavFormat format, long dataBytes, long fileBytes) {
  /** A length that the writer never came back to fill in. */
  static final long UNKNOWN = -1;

  /**
   * Programs that cannot seek write the largest length there is, or nearly: 0xFFFFFFFF, 0x7FFFFFFF,
   * 0x7FFFF000 and neighbours, less the header. No call is that long: 2 GiB are three days of
   * mu-law.
   */
  private static final long PLACEHOLDER_FROM = 0x7FFF_0000L;

  /** Pictures and XML in front of the audio may be large; larger than this is a lie. */
  private static final long LONGEST_SKIPPED = 16L << 20;

  private static final int MOST_CHUNKS = 1_000;

  private static final int RIFF_BYTES = 12;
  private static final int CHUNK_BYTES = 8;

  /** Sizes of RIFF and data, eight bytes each, at the start of a ds64 chunk. */
  private static final int DS64_BYTES = 16;

  /** Reads up to the first byte of audio. */
  static WavHeader read(ByteSource bytes, String name) throws IOException {
    return new Parser(bytes, name).parse();
  }

  /** The state of one pass over the chunks. */
  private static final class Parser {
    private final ByteSource bytes;
    private final String name;
    private long fileBytes = UNKNOWN;
    private long dataBytes64 = UNKNOWN;
    private @Nullable WavFormat format;

    Parser(ByteSource bytes, String name) {
      this.bytes = bytes;
      this.name = name;
    }

    WavHeader parse() throws IOException {
      riff();
      for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
        if (bytes.ahead(CHUNK_BYTES) < CHUNK_BYTES) {
          throw noData();
        }
        String id = bytes.fourcc(0);
        long size = bytes.uint32(4);
        bytes.take(CHUNK_BYTES);
        if (id.equals("data")) {
          return data(size);
        }
        inspect(id, size);
        skip(id, size);
      }
      throw AudioProblem.TOO_MANY_CHUNKS.in(
          name, MOST_CHUNKS + " chunks and none holds audio; record it again");
    }

    private void riff() throws IOException {
      int seen = bytes.ahead(RIFF_BYTES);
      if (seen == 0) {
        throw AudioProblem.EMPTY_FILE.in(name, "the file has no bytes; record or copy it again");
      }
      String id = seen < 4 ? "" : bytes.fourcc(0);
      if (!id.equals("RIFF") && !id.equals("RF64")) {
        throw AudioProblem.NOT_RIFF.in(
            name, "a WAV starts with RIFF, this starts with '" + id + "'; is it a recording?");
      }
      if (seen < RIFF_BYTES) {
        throw truncatedHeader();
      }
      if (!bytes.fourcc(8).equals("WAVE")) {
        throw AudioProblem.NOT_WAVE.in(
            name, "expected WAVE in the RIFF file, found '" + bytes.fourcc(8) + "'");
      }
      long size = bytes.uint32(4);
      fileBytes = size == 0 || size >= PLACEHOLDER_FROM ? UNKNOWN : size + 8;
      bytes.take(RIFF_BYTES);
    }

    /** Reads what a chunk says, without taking it. */
    private void inspect(String id, long size) throws IOException {
      if (id.equals("fmt ")) {
        int needed = (int) Math.min(size, WavFormat.EXTENSIBLE_BYTES);
        if (bytes.ahead(needed) < needed) {
          throw truncatedHeader();
        }
        if (format != null) {
          throw AudioProblem.BAD_FMT.in(name, "there must be one fmt chunk, there are two");
        }
        format = WavFormat.read(bytes, size, name);
      } else if (id.equals("ds64") && size >= DS64_BYTES && bytes.ahead(DS64_BYTES) >= DS64_BYTES) {
        fileBytes = sensible(bytes.uint32(0) | bytes.uint32(4) << 32, 8);
        dataBytes64 = sensible(bytes.uint32(8) | bytes.uint32(12) << 32, 0);
      }
    }

    private static long sensible(long size, long more) {
      return size <= 0 || size > Long.MAX_VALUE / 2 ? UNKNOWN : size + more;
    }

    private void skip(String id, long size) throws IOException {
      long padded = size + (size & 1);
      if (size > LONGEST_SKIPPED) {
        throw lying(id, size, "at most " + LONGEST_SKIPPED + " may stand in front of the audio");
      }
      long skipped = bytes.skip(padded);
      if (skipped < size) {
        throw lying(id, size, "the file has " + skipped + " more");
      }
    }

    private WavHeader data(long size) throws AudioException {
      if (format == null) {
        throw AudioProblem.NO_FMT.in(
            name, "expected a fmt chunk before the audio, found none; convert the file");
      }
      boolean placeholder = size == 0 || size >= PLACEHOLDER_FROM;
      return new WavHeader(format, placeholder ? dataBytes64 : size, fileBytes);
    }

    private AudioException lying(String id, long size, String actual) {
      return AudioProblem.LYING_CHUNK_SIZE.in(
          name, "the chunk '" + id + "' claims " + size + " bytes, " + actual);
    }

    private AudioException noData() {
      return format == null
          ? AudioProblem.NO_FMT.in(name, "the file ends and had no fmt chunk; record it again")
          : AudioProblem.NO_DATA.in(name, "the file ends and had no data chunk; record it again");
    }

    private AudioException truncatedHeader() {
      return AudioProblem.TRUNCATED.in(name, "the file ends inside its header; copy it again");
    }
  }
}
