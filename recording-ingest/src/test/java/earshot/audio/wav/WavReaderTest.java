package earshot.audio.wav;

import static earshot.audio.wav.WavBytes.audio;
import static earshot.audio.wav.WavBytes.riff;
import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {
  private static short[][] read(byte[] file) throws IOException {
    return read(new ByteArrayInputStream(file));
  }

  private static short[][] read(InputStream in) throws IOException {
    try (AudioReader reader = WavReader.open(in, "test")) {
      short[][] all = new short[reader.format().channels()][0];
      short[][] part = new short[all.length][777];
      int got;
      while ((got = reader.read(part, 777)) > 0) {
        for (int c = 0; c < all.length; c++) {
          int had = all[c].length;
          all[c] = Arrays.copyOf(all[c], had + got);
          System.arraycopy(part[c], 0, all[c], had, got);
        }
      }
      return all;
    }
  }

  private static WavBytes head() {
    return riff(4036).fmt(1, 1, 8000, 16);
  }

  @Test
  void theFormatIsTold() throws IOException {
    byte[] file = riff(4036).fmt(6, 2, 16000, 8).chunk("data", audio(4000)).bytes();
    try (AudioReader reader = WavReader.open(new ByteArrayInputStream(file), "test")) {
      assertThat(reader.format()).isEqualTo(new AudioFormat(16000, 2, "alaw"));
    }
  }

  @Test
  void channelsAreTakenApart() throws IOException {
    byte[] file =
        riff(44).fmt(1, 2, 8000, 16).text("data").u32(8).u16(1).u16(0xFFFF).u16(2).u16(0).bytes();
    assertThat(read(file)).isDeepEqualTo(new short[][] {{1, 2}, {-1, 0}});
  }

  @Test
  void twentyFourBitsAreRoundedAndSaturate() throws IOException {
    byte[] samples = {
      0x7F, 1, 0, (byte) 0x80, 1, 0, (byte) 0xFF, (byte) 0xFF, 0x7F, 0, 0, (byte) 0x80, -1, -1, -1,
    };
    byte[] file = riff(51).fmt(1, 1, 8000, 24).chunk("data", samples).bytes();
    assertThat(read(file)[0]).containsExactly(1, 2, 32767, -32768, 0);
  }

  @Test
  void floatsScaleAndSaturateAndNoNumberIsSilence() throws IOException {
    WavBytes file = riff(0).fmt(3, 1, 8000, 32).text("data").u32(20);
    for (float sample : new float[] {0.5f, -1f, 7f, Float.NaN, Float.NEGATIVE_INFINITY}) {
      file.u32(Float.floatToRawIntBits(sample));
    }
    assertThat(read(file.bytes())[0]).containsExactly(16384, -32768, 32767, 0, -32768);
  }

  @Test
  void eightBitsAreUnsigned() throws IOException {
    byte[] file = riff(39).fmt(1, 1, 8000, 8).chunk("data", new byte[] {0, -128, -1}).bytes();
    assertThat(read(file)[0]).containsExactly(-32768, 0, 32512);
  }

  @Test
  void extensibleIsReadByItsSubFormat() throws IOException {
    byte[] file = riff(4060).extensible(7, 1, 8000, 8, true).chunk("data", audio(4000)).bytes();
    assertThat(read(file)[0]).hasSize(4000);
  }

  @Test
  void chunksOfOddLengthAroundTheAudioAreSkipped() throws IOException {
    byte[] plain = head().chunk("data", audio(4000)).bytes();
    byte[] odd =
        riff(4500)
            .chunk("bext", new byte[301])
            .chunk("LIST", new byte[13])
            .fmt(1, 1, 8000, 16)
            .chunk("fact", new byte[5])
            .chunk("data", audio(4000))
            .chunk("id3 ", new byte[55])
            .bytes();
    assertThat(read(odd)).isDeepEqualTo(read(plain));
  }

  @Test
  void oddAudioHasAPadByteAndNoMore() throws IOException {
    byte[] file =
        riff(0).fmt(7, 1, 8000, 8).chunk("data", audio(4001)).chunk("LIST", new byte[9]).bytes();
    assertThat(read(file)[0]).hasSize(4001);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 0xFFFFFFFFL, 0x7FFFFFFFL, 0x7FFFF000L, 0xFFFFFFFFL - 44, 0x80000000L})
  void aPlaceholderLengthReadsToTheEnd(long length) throws IOException {
    byte[] file =
        riff(length).fmt(1, 1, 8000, 16).text("data").u32(length).raw(audio(4000)).bytes();
    assertThat(read(file)[0]).hasSize(2000);
  }

  @ParameterizedTest
  @CsvSource({"4036, 8000", "4036, 1000", "1036, 1000", "36, 8000", "4036, 4100", "4136, 4100"})
  void aWrongDataLengthReadsAllTheAudio(long riff, long data) throws IOException {
    byte[] file = riff(riff).fmt(1, 1, 8000, 16).text("data").u32(data).raw(audio(4000)).bytes();
    assertThat(read(file)[0]).hasSize(2000);
  }

  @Test
  void zerosBehindTheAudioAreNoAudio() throws IOException {
    byte[] file = head().chunk("data", audio(4000)).raw(new byte[512]).bytes();
    assertThat(read(file)[0]).hasSize(2000);
  }

  @Test
  void aCutChunkBehindTheAudioDoesNoHarm() throws IOException {
    byte[] file = head().chunk("data", audio(4000)).text("LIST").u32(5000).raw(audio(9)).bytes();
    assertThat(read(file)[0]).hasSize(2000);
  }

  @Test
  void aLastFrameThatIsNotWholeIsDropped() throws IOException {
    byte[] file = riff(0).fmt(1, 2, 8000, 16).text("data").u32(0).raw(audio(4003)).bytes();
    assertThat(read(file)[0]).hasSize(1000);
  }

  @Test
  void rf64TakesItsLengthFromTheDs64Chunk() throws IOException {
    byte[] file =
        new WavBytes()
            .text("RF64")
            .u32(0xFFFFFFFFL)
            .text("WAVE")
            .text("ds64")
            .u32(28)
            .u32(4072)
            .u32(0)
            .u32(4000)
            .u32(0)
            .u32(2000)
            .u32(0)
            .u32(0)
            .fmt(1, 1, 8000, 16)
            .text("data")
            .u32(0xFFFFFFFFL)
            .raw(audio(4000))
            .chunk("LIST", new byte[10])
            .bytes();
    assertThat(read(file)[0]).hasSize(2000);
  }

  @Test
  void aStreamThatGivesOneByteAtATimeIsReadTheSame() throws IOException {
    byte[] file = head().chunk("data", audio(4000)).bytes();
    InputStream slow =
        new FilterInputStream(new ByteArrayInputStream(file)) {
          @Override
          public int read(byte[] to, int offset, int length) throws IOException {
            return super.read(to, offset, Math.min(1, length));
          }
        };
    assertThat(read(slow)).isDeepEqualTo(read(file));
  }

  @Test
  void threeHoursPassThroughOneBuffer() throws IOException {
    long bytes = 3L * 3600 * 8000;
    InputStream endless =
        new InputStream() {
          private long left = bytes;

          @Override
          public int read() {
            return left-- > 0 ? 0xD5 : -1;
          }

          @Override
          public int read(byte[] to, int offset, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(to, offset, offset + count, (byte) 0xD5);
            left -= count;
            return count == 0 ? -1 : count;
          }
        };
    byte[] head = riff(bytes + 36).fmt(6, 1, 8000, 8).text("data").u32(bytes).bytes();
    try (AudioReader reader =
        WavReader.open(new SequenceInputStream(new ByteArrayInputStream(head), endless), "long")) {
      short[][] planar = new short[1][8000];
      long frames = 0;
      int got;
      while ((got = reader.read(planar, 8000)) > 0) {
        frames += got;
      }
      assertThat(frames).isEqualTo(bytes);
    }
  }
}
