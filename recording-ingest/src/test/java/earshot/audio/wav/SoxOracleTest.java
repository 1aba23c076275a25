package earshot.audio.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program {@code sox} as a second opinion; skipped where it is not installed. */
class SoxOracleTest {
  @TempDir Path folder;

  @BeforeAll
  static void soxIsInstalled() {
    boolean there =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .anyMatch(dir -> Files.isExecutable(Path.of(dir, "sox")));
    assumeTrue(there, "sox is not installed");
  }

  private static byte[] sox(String... arguments) throws IOException, InterruptedException {
    List<String> command = Stream.concat(Stream.of("sox", "-D"), Stream.of(arguments)).toList();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as("sox " + command).isZero();
    return output;
  }

  /** Interleaved little-endian 16-bit samples, as sox writes raw files. */
  private static byte[] raw(Path wav) throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try (AudioReader reader = WavReader.open(Files.newInputStream(wav), wav.toString())) {
      int channels = reader.format().channels();
      short[][] planar = new short[channels][1000];
      int got;
      while ((got = reader.read(planar, 1000)) > 0) {
        ByteBuffer part = ByteBuffer.allocate(2 * channels * got).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < got; i++) {
          for (int c = 0; c < channels; c++) {
            part.putShort(planar[c][i]);
          }
        }
        raw.writeBytes(part.array());
      }
    }
    return raw.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({
    "unsigned-integer, 8, 1, 8000",
    "signed-integer, 16, 1, 8000",
    "signed-integer, 16, 2, 44100",
    "signed-integer, 24, 2, 16000",
    "signed-integer, 32, 1, 48000",
    "floating-point, 32, 2, 8000",
    "u-law, 8, 2, 8000",
    "a-law, 8, 1, 8000"
  })
  void samplesAreThoseOfSox(String encoding, String bits, String channels, String rate)
      throws Exception {
    Path wav = folder.resolve("oracle.wav");
    sox(
        "-n",
        "-r",
        rate,
        "-c",
        channels,
        "-e",
        encoding,
        "-b",
        bits,
        wav.toString(),
        "synth",
        "2.5",
        "brownnoise",
        "gain",
        "-n",
        "-1");
    byte[] theirs = sox(wav.toString(), "-t", "raw", "-e", "signed-integer", "-b", "16", "-");
    assertThat(raw(wav)).isEqualTo(theirs);
  }

  @ParameterizedTest
  @CsvSource({"ulaw", "alaw", "pcm_s16"})
  void soxReadsWhatWeWrite(String encoding) throws Exception {
    Random random = new Random(7);
    short[][] planar = new short[2][30001];
    for (int i = 0; i < planar[0].length; i++) {
      planar[0][i] = (short) random.nextInt();
      planar[1][i] = (short) (random.nextGaussian() * 300);
    }
    Path wav = folder.resolve("ours.wav");
    try (WavWriter writer =
        new WavWriter(Files.newOutputStream(wav), new AudioFormat(8000, 2, encoding), 30001)) {
      writer.write(planar, 30001);
    }
    byte[] theirs = sox(wav.toString(), "-t", "raw", "-e", "signed-integer", "-b", "16", "-");
    assertThat(raw(wav)).isEqualTo(theirs);
  }

  @Test
  void aPipedFileOfSoxIsReadToItsEnd() throws Exception {
    byte[] piped =
        sox(
            "-n", "-r", "8000", "-c", "1", "-b", "16", "-t", "wav", "-", "synth", "1", "sine",
            "400");
    Path wav = folder.resolve("piped.wav");
    Files.write(wav, piped);
    assertThat(raw(wav)).hasSize(16000);
  }
}
