package earshot.audio.wav;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Builds WAV files field by field, right and wrong ones. */
public final class WavBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A RIFF head with a length of its own. */
  public static WavBytes riff(long size) {
    return new WavBytes().text("RIFF").u32(size).text("WAVE");
  }

  /** A sound mono file of 16-bit PCM at 8 kHz with this many bytes of audio. */
  public static byte[] sound(int dataBytes) {
    return riff(36 + dataBytes).fmt(1, 1, 8000, 16).chunk("data", audio(dataBytes)).bytes();
  }

  /** Loud samples of which no four bytes look like a chunk. */
  public static byte[] audio(int bytes) {
    byte[] audio = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      audio[i] = (byte) (i % 2 == 0 ? 1 + i % 251 : 0x81 + i % 7);
    }
    return audio;
  }

  public WavBytes fmt(int tag, int channels, long rate, int bits) {
    int block = channels * ((bits + 7) / 8);
    return text("fmt ").u32(16).fields(tag, channels, rate, block, bits);
  }

  public WavBytes fields(int tag, int channels, long rate, int block, int bits) {
    return u16(tag).u16(channels).u32(rate).u32(rate * block).u16(block).u16(bits);
  }

  /** WAVE_FORMAT_EXTENSIBLE; the GUID is the usual one for the codec, or not. */
  public WavBytes extensible(int codec, int channels, int rate, int bits, boolean knownGuid) {
    text("fmt ").u32(40).fields(0xFFFE, channels, rate, channels * bits / 8, bits);
    u16(22).u16(bits).u32(channels == 1 ? 4 : 3);
    return u32(codec).u32(0x00100000L).u32(0xAA000080L).u32(knownGuid ? 0x719B3800L : 1);
  }

  public WavBytes chunk(String id, byte[] body) {
    text(id).u32(body.length).raw(body);
    return body.length % 2 == 0 ? this : raw(new byte[1]);
  }

  public WavBytes text(String text) {
    return raw(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public WavBytes u16(int value) {
    return raw(new byte[] {(byte) value, (byte) (value >> 8)});
  }

  public WavBytes u32(long value) {
    return u16((int) value & 0xFFFF).u16((int) (value >> 16) & 0xFFFF);
  }

  public WavBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}
