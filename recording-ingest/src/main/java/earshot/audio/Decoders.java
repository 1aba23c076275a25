package earshot.audio;

import earshot.audio.wav.WavReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks the reader for a recording by its first bytes, never by its name. */
public final class Decoders {
  /** As many bytes as the longest signature below reaches. */
  private static final int SIGNATURE_BYTES = 12;

  /**
   * First bytes of containers that people put where recordings are expected.
   *
   * @param at where the signature starts
   * @param bytes that stand there
   * @param looksLike for the message
   */
  private record Signature(int at, byte[] bytes, String looksLike) {
    static Signature ascii(int at, String text, String looksLike) {
      return new Signature(at, text.getBytes(StandardCharsets.ISO_8859_1), looksLike);
    }

    static Signature hex(String digits, String looksLike) {
      return new Signature(0, HexFormat.of().parseHex(digits), looksLike);
    }

    boolean matches(byte[] head) {
      return head.length >= at + bytes.length
          && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
  }

  private static final List<Signature> FOREIGN =
      List.of(
          Signature.ascii(0, "RIFX", "big-endian WAV (RIFX)"),
          Signature.ascii(0, "riff", "Wave64"),
          Signature.ascii(0, "OggS", "Ogg"),
          Signature.ascii(0, "fLaC", "FLAC"),
          Signature.ascii(0, "ID3", "MP3"),
          Signature.ascii(0, "#!AMR", "AMR"),
          Signature.ascii(0, ".snd", "Sun AU"),
          Signature.ascii(0, "FORM", "AIFF"),
          Signature.ascii(0, "caff", "Core Audio"),
          Signature.ascii(4, "ftyp", "MP4, M4A or 3GP"),
          Signature.hex("1a45dfa3", "WebM or Matroska"),
          Signature.hex("3026b2758e66cf11", "WMA"),
          Signature.hex("1f8b", "gzip"),
          Signature.ascii(0, "PK\u0003\u0004", "ZIP"),
          Signature.ascii(0, "%PDF", "PDF"));

  private Decoders() {}

  /**
   * Opens a recording.
   *
   * @param in closed with the reader; left open when this method fails
   * @param name of the recording, for messages
   * @throws AudioException with a reason of {@link AudioProblem} when it is no usable recording
   */
  public static AudioReader open(InputStream in, String name) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    buffered.mark(SIGNATURE_BYTES);
    byte[] head = buffered.readNBytes(SIGNATURE_BYTES);
    buffered.reset();
    String foreign = foreign(head);
    if (foreign != null) {
      throw AudioProblem.UNSUPPORTED_FORMAT.in(
          name, "expected WAV, this looks like " + foreign + "; convert it to WAV");
    }
    return WavReader.open(buffered, name);
  }

  private static @Nullable String foreign(byte[] head) {
    for (Signature signature : FOREIGN) {
      if (signature.matches(head)) {
        return signature.looksLike();
      }
    }
    return mpegFrame(head) ? "MP3" : null;
  }

  /** Eleven set bits, then a version, a layer, a bit rate and a sample rate that exist. */
  private static boolean mpegFrame(byte[] head) {
    return head.length >= 3
        && head[0] == (byte) 0xFF
        && (head[1] & 0xE0) == 0xE0
        && (head[1] & 0x18) != 0x08
        && (head[1] & 0x06) != 0
        && (head[2] & 0xF0) != 0xF0
        && (head[2] & 0x0C) != 0x0C;
  }
}
