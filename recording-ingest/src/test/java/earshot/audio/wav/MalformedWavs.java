package earshot.audio.wav;

import static earshot.audio.wav.WavBytes.audio;
import static earshot.audio.wav.WavBytes.riff;
import static earshot.audio.wav.WavBytes.sound;

import java.util.Arrays;
import java.util.List;

/** Files that must be quarantined, each with the reason code it must get. */
public final class MalformedWavs {
  /**
   * One bad file.
   *
   * @param name usable as a file name without its ending
   */
  public record MalformedWav(String name, byte[] bytes, String reason) {}

  private MalformedWavs() {}

  private static MalformedWav bad(String name, String reason, WavBytes bytes) {
    return new MalformedWav(name, bytes.bytes(), reason);
  }

  private static WavBytes text(String text) {
    return new WavBytes().text(text);
  }

  private static WavBytes head() {
    return riff(8036).fmt(1, 1, 8000, 16);
  }

  /** A file with one odd format chunk and a second of audio. */
  private static WavBytes formatted(int tag, int channels, long rate, int block, int bits) {
    return riff(16036)
        .text("fmt ")
        .u32(16)
        .fields(tag, channels, rate, block, bits)
        .chunk("data", audio(16000));
  }

  public static List<MalformedWav> all() {
    return List.of(
        bad("empty", "empty_file", text("")),
        bad("one-byte", "not_riff", text("R")),
        bad("text", "not_riff", text("This call was not recorded.\n")),
        bad("zeros", "not_riff", new WavBytes().raw(new byte[4096])),
        bad("riff-id-only", "truncated", text("RIFF")),
        bad("head-cut", "truncated", text("RIFF").u32(36).text("WA")),
        bad("avi", "not_wave", text("RIFF").u32(5000).text("AVI LIST").raw(new byte[5000])),
        bad("mp3-named-wav", "unsupported_format", text("ID3\u0003").raw(new byte[600])),
        bad("mp3-frame", "unsupported_format", text("\u00ff\u00fb\u0090\u0064").raw(new byte[600])),
        bad("ogg", "unsupported_format", text("OggS").raw(new byte[600])),
        bad("flac", "unsupported_format", text("fLaC").raw(new byte[600])),
        bad("mp4", "unsupported_format", text("\0\0\0\u0020ftypM4A ").raw(new byte[600])),
        bad("big-endian", "unsupported_format", text("RIFX").u32(36).text("WAVE")),
        bad("head-only", "no_fmt", riff(4)),
        bad("no-fmt", "no_fmt", riff(4016).chunk("LIST", new byte[10]).chunk("data", audio(4000))),
        bad("fmt-after-data", "no_fmt", riff(4036).chunk("data", audio(4000)).fmt(1, 1, 8000, 16)),
        bad("fmt-cut", "truncated", riff(36).text("fmt ").u32(16).u16(1).u16(1)),
        bad("fmt-too-short", "bad_fmt", riff(36).chunk("fmt ", new byte[12])),
        bad(
            "fmt-huge",
            "lying_chunk_size",
            riff(36)
                .text("fmt ")
                .u32(0xFFFFFFFFL)
                .fields(1, 1, 8000, 2, 16)
                .chunk("data", audio(9000))),
        bad("two-fmt", "bad_fmt", head().fmt(1, 2, 8000, 16).chunk("data", audio(8000))),
        bad("no-channel", "bad_fmt", formatted(1, 0, 8000, 0, 16)),
        bad("six-channels", "too_many_channels", formatted(1, 6, 8000, 12, 16)),
        bad("rate-zero", "bad_fmt", formatted(1, 1, 0, 2, 16)),
        bad("rate-four-billion", "bad_fmt", formatted(1, 1, 0xFFFFFFFFL, 2, 16)),
        bad("block-wrong", "bad_fmt", formatted(1, 2, 8000, 3, 16)),
        bad("block-zero", "bad_fmt", formatted(7, 1, 8000, 0, 8)),
        bad("bits-zero", "unsupported_encoding", formatted(1, 1, 8000, 2, 0)),
        bad("bits-sixty-four", "unsupported_encoding", formatted(1, 1, 8000, 8, 64)),
        bad("float-double", "unsupported_encoding", formatted(3, 1, 8000, 8, 64)),
        bad("gsm-in-wav", "unsupported_encoding", formatted(0x31, 1, 8000, 65, 0)),
        bad("ima-adpcm", "unsupported_encoding", formatted(0x11, 1, 8000, 256, 4)),
        bad("mp3-in-wav", "unsupported_encoding", formatted(0x55, 1, 8000, 1, 0)),
        bad(
            "foreign-guid",
            "unsupported_encoding",
            riff(8060).extensible(1, 1, 8000, 16, false).chunk("data", audio(8000))),
        bad("extensible-too-short", "bad_fmt", formatted(0xFFFE, 1, 8000, 2, 16)),
        bad("no-data", "no_data", riff(54).fmt(1, 1, 8000, 16).chunk("LIST", new byte[10])),
        bad("header-of-44-bytes", "no_audio", riff(36).fmt(1, 1, 8000, 16).text("data").u32(0)),
        bad(
            "data-empty-then-list",
            "no_audio",
            riff(54).fmt(1, 1, 8000, 16).text("data").u32(0).chunk("LIST", new byte[10])),
        bad(
            "placeholder-and-nothing",
            "no_audio",
            riff(0xFFFFFFFFL).fmt(1, 1, 8000, 16).text("data").u32(0xFFFFFFFFL)),
        bad("half-a-frame", "no_audio", riff(37).fmt(1, 2, 8000, 16).text("data").u32(2).u16(9)),
        bad(
            "data-promised-none-there",
            "truncated",
            riff(80036).fmt(1, 1, 8000, 16).text("data").u32(80000)),
        new MalformedWav("cut-in-half", Arrays.copyOf(sound(80000), 40044), "truncated"),
        new MalformedWav("last-second-missing", Arrays.copyOf(sound(80000), 64044), "truncated"),
        bad(
            "list-longer-than-file",
            "lying_chunk_size",
            riff(8036).fmt(1, 1, 8000, 16).text("LIST").u32(900000).raw(audio(8000))),
        bad(
            "junk-of-four-gigabytes",
            "lying_chunk_size",
            riff(8036).text("JUNK").u32(0xFFFFFFF0L).fmt(1, 1, 8000, 16).raw(audio(8000))),
        bad("chunks-without-end", "too_many_chunks", chunks(3000)));
  }

  private static WavBytes chunks(int count) {
    WavBytes bytes = head();
    for (int i = 0; i < count; i++) {
      bytes.chunk("junk", new byte[0]);
    }
    return bytes;
  }
}
