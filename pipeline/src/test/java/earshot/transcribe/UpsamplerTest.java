package earshot.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpsamplerTest {
  private static short[] tone(int rate, double hz, int samples) {
    short[] tone = new short[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (short) Math.round(8000 * Math.sin(2 * Math.PI * hz * i / rate));
    }
    return tone;
  }

  /** Feeds in blocks of random length, as a reader may. */
  private static short[] upsample(short[] samples, int from, int to) {
    Upsampler upsampler = new Upsampler(from, to);
    Random random = new Random(7);
    short[] all = new short[0];
    for (int at = 0; at < samples.length; ) {
      int count = Math.min(samples.length - at, random.nextInt(700));
      all = joined(all, upsampler.add(Arrays.copyOfRange(samples, at, at + count), count));
      at += count;
    }
    return joined(all, upsampler.end());
  }

  private static short[] joined(short[] left, short[] right) {
    short[] joined = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, joined, left.length, right.length);
    return joined;
  }

  @ParameterizedTest
  @CsvSource({"8000,16000,1000", "8000,16000,3000", "11025,16000,2500", "6000,8000,440"})
  void aToneStaysTheSameToneAtTheSameTime(int from, int to, double hz) {
    short[] out = upsample(tone(from, hz, from), from, to);
    short[] wanted = tone(to, hz, to);
    assertThat(out).hasSize(to);
    double signal = 0;
    double noise = 0;
    for (int i = 100; i < to - 100; i++) {
      signal += (double) wanted[i] * wanted[i];
      noise += Math.pow(wanted[i] - out[i], 2);
    }
    assertThat(10 * Math.log10(signal / noise)).isGreaterThan(40);
  }

  @Test
  void lengthIsRoundedUp() {
    assertThat(upsample(new short[1], 8000, 16000)).hasSize(2);
    assertThat(upsample(new short[3], 11025, 16000)).hasSize(5);
    assertThat(upsample(new short[0], 8000, 16000)).isEmpty();
  }

  @Test
  void loudSamplesSaturate() {
    short[] square = new short[64];
    for (int i = 0; i < square.length; i++) {
      square[i] = i / 4 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    short[] out = upsample(square, 8000, 16000);
    assertThat(out[16]).isPositive();
    assertThat(out[24]).isNegative();
  }

  @Test
  void downwardsIsRefused() {
    assertThatThrownBy(() -> new Upsampler(16000, 8000)).hasMessageContaining("16000");
  }
}
