package earshot.audio.wav;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.AudioException;
import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WavProperties {
  /** Every file is read or refused, and gives no more frames than it has bytes. */
  private static void readOrRefuse(byte[] file) throws IOException {
    long frames = 0;
    try (AudioReader reader = Decoders.open(new ByteArrayInputStream(file), "random")) {
      short[][] planar = new short[reader.format().channels()][512];
      int got;
      while ((got = reader.read(planar, 512)) > 0) {
        frames += got;
      }
      assertThat(reader.read(planar, 512)).isZero();
    } catch (AudioException refused) {
      assertThat(refused.reason()).matches("[a-z_]+");
    }
    assertThat(frames).isLessThanOrEqualTo(file.length);
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
    readOrRefuse(bytes);
  }

  @Property
  void anyBytesBehindAWaveHeadAreReadOrRefused(@ForAll byte[] bytes) throws IOException {
    readOrRefuse(WavBytes.riff(bytes.length).raw(bytes).bytes());
  }

  @Provide
  Arbitrary<byte[]> soundFiles() {
    return Arbitraries.integers().between(2, 400).map(WavBytes::sound);
  }

  @Property(tries = 3000)
  void aFileWithWrongBytesIsReadOrRefused(
      @ForAll("soundFiles") byte[] sound,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int n)
      throws IOException {
    Random random = new Random(seed);
    byte[] file = Arrays.copyOf(sound, sound.length - random.nextInt(3) * random.nextInt(20) % 40);
    for (int i = 0; i < n; i++) {
      int where = random.nextInt(random.nextBoolean() ? Math.min(48, file.length) : file.length);
      file[where] =
          random.nextBoolean() ? (byte) random.nextInt() : (byte) (random.nextBoolean() ? -1 : 0);
    }
    readOrRefuse(file);
  }

  @Property(tries = 300)
  void whatIsWrittenIsRead(@ForAll short[] samples, @ForAll boolean stereo) throws IOException {
    if (samples.length == 0) {
      return;
    }
    short[] reversed = samples.clone();
    for (int i = 0; i < samples.length; i++) {
      reversed[i] = samples[samples.length - 1 - i];
    }
    short[][] planar = stereo ? new short[][] {samples, reversed} : new short[][] {samples};
    assertThat(copy(planar, "pcm_s16")).isDeepEqualTo(planar);
    for (String law : new String[] {"ulaw", "alaw"}) {
      short[][] once = copy(planar, law);
      assertThat(copy(once, law)).as(law).isDeepEqualTo(once);
    }
  }

  private static short[][] copy(short[][] planar, String encoding) throws IOException {
    int frames = planar[0].length;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WavWriter writer =
        new WavWriter(out, new AudioFormat(8000, planar.length, encoding), frames)) {
      writer.write(planar, frames);
    }
    short[][] copy = new short[planar.length][frames];
    try (AudioReader reader = WavReader.open(new ByteArrayInputStream(out.toByteArray()), "copy")) {
      assertThat(reader.format().encoding()).isEqualTo(encoding);
      assertThat(reader.read(copy, frames)).isEqualTo(frames);
      assertThat(reader.read(copy, frames)).isZero();
    }
    return copy;
  }
}
