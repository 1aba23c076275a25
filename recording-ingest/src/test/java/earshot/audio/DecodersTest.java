package earshot.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import earshot.audio.wav.MalformedWavs;
import earshot.audio.wav.MalformedWavs.MalformedWav;
import earshot.audio.wav.WavBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecodersTest {
  static List<MalformedWav> malformed() {
    return MalformedWavs.all();
  }

  private static void readAll(byte[] bytes, String name) throws IOException {
    try (AudioReader reader = Decoders.open(new ByteArrayInputStream(bytes), name)) {
      short[][] planar = new short[reader.format().channels()][1000];
      while (reader.read(planar, 1000) > 0) {}
    }
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void aMalformedFileGetsItsReasonAndItsName(MalformedWav file) {
    AudioException refused =
        catchThrowableOfType(AudioException.class, () -> readAll(file.bytes(), file.name()));
    assertThat(refused).as(file.name()).isNotNull();
    assertThat(refused.reason()).as(refused.getMessage()).isEqualTo(file.reason());
    assertThat(refused).hasMessageStartingWith(file.name() + ": ");
  }

  @Test
  void malformedFilesHaveDistinctNamesAndCoverEveryReason() {
    Set<String> names = new HashSet<>();
    Set<String> reasons = new HashSet<>();
    for (MalformedWav file : MalformedWavs.all()) {
      assertThat(names.add(file.name())).as(file.name()).isTrue();
      reasons.add(file.reason());
    }
    assertThat(reasons).hasSameSizeAs(AudioProblem.values());
  }

  @Test
  void aForeignContainerIsNamed() {
    AudioException refused =
        catchThrowableOfType(
            AudioException.class, () -> readAll("fLaC and more of it".getBytes(), "a.wav"));
    assertThat(refused).hasMessageContaining("FLAC").hasMessageContaining("a.wav");
  }

  @Test
  void aSoundWavIsRead() throws IOException {
    readAll(WavBytes.sound(8000), "good");
  }
}
