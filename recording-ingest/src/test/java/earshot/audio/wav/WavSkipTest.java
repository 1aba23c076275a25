package earshot.audio.wav;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.AudioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passing over frames ends where reading them ends. */
class WavSkipTest {
  private static final int FRAMES = 150_000;

  @TempDir private Path folder;

  @Test
  void framesBehindASkipAreTheOnesReadingFinds() throws IOException {
    Path file = file(WavBytes.sound(2 * FRAMES));
    short[] all = new short[FRAMES];
    try (AudioReader reader = open(file)) {
      assertThat(reader.read(new short[][] {all}, FRAMES)).isEqualTo(FRAMES);
    }
    for (int from : new int[] {0, 1, 777, 40_000, 149_999}) {
      try (AudioReader reader = open(file)) {
        assertThat(reader.skip(from)).isEqualTo(from);
        short[] one = new short[1];
        assertThat(reader.read(new short[][] {one}, 1)).isEqualTo(1);
        assertThat(one[0]).isEqualTo(all[from]);
      }
    }
  }

  @Test
  void skippingToTheEndCountsWholeFrames() throws IOException {
    assertThat(framesOf(WavBytes.sound(2 * FRAMES))).isEqualTo(FRAMES);
    assertThat(framesOf(WavBytes.sound(2 * FRAMES + 1))).isEqualTo(FRAMES);
  }

  @Test
  void aChunkBehindTheAudioIsNotCounted() throws IOException {
    byte[] audio = WavBytes.audio(2 * FRAMES);
    byte[] file =
        WavBytes.riff(0)
            .fmt(1, 1, 8000, 16)
            .chunk("data", audio)
            .chunk("LIST", new byte[100])
            .bytes();
    assertThat(framesOf(file)).isEqualTo(FRAMES);
  }

  @Test
  void audioBehindALengthThatIsTooShortIsCounted() throws IOException {
    byte[] file =
        WavBytes.riff(0)
            .fmt(1, 1, 8000, 16)
            .text("data")
            .u32(1000)
            .raw(WavBytes.audio(2 * FRAMES))
            .bytes();
    assertThat(framesOf(file)).isEqualTo(FRAMES);
  }

  @Test
  void audioOfUnknownLengthIsCountedToTheEnd() throws IOException {
    byte[] file =
        WavBytes.riff(0)
            .fmt(7, 2, 8000, 8)
            .text("data")
            .u32(0xFFFFFFFFL)
            .raw(WavBytes.audio(2 * FRAMES))
            .bytes();
    assertThat(framesOf(file)).isEqualTo(FRAMES);
  }

  private long framesOf(byte[] wav) throws IOException {
    try (AudioReader reader = open(file(wav))) {
      return reader.skip(Long.MAX_VALUE);
    }
  }

  private Path file(byte[] wav) throws IOException {
    return Files.write(folder.resolve("call.wav"), wav);
  }

  private static AudioReader open(Path file) throws IOException {
    return WavReader.open(Files.newInputStream(file), file.toString());
  }
}
