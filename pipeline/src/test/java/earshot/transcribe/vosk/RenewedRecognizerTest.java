package earshot.transcribe.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenewedRecognizerTest {
  private static final int RATE = 100;

  private int made;
  private int open;

  /** Says one word at the end of what it has heard, in seconds since it was made. */
  private final class Counting implements StreamRecognizer {
    private long heard;

    @Override
    public boolean accept(short[] samples, int count) {
      heard += count;
      return false;
    }

    @Override
    public List<Word> result() {
      return List.of(new Word("now", (double) heard / RATE, (double) heard / RATE, 1));
    }

    @Override
    public List<Word> flush() {
      return result();
    }

    @Override
    public void close() {
      open--;
    }
  }

  private RenewedRecognizer recognizer() throws RecognizerException {
    return new RenewedRecognizer(
        rate -> {
          made++;
          open++;
          return new Counting();
        },
        RATE);
  }

  @Test
  void wordTimesRunOnOverReplacements() throws RecognizerException {
    List<Double> times = new ArrayList<>();
    try (RenewedRecognizer recognizer = recognizer()) {
      for (int minute = 0; minute < 10; minute++) {
        recognizer.accept(new short[60 * RATE], 60 * RATE);
        List<Word> words = minute % 3 == 0 ? recognizer.result() : recognizer.flush();
        times.add(words.get(0).start());
      }
    }
    for (int minute = 0; minute < 10; minute++) {
      assertThat(times.get(minute)).isCloseTo(60 * (minute + 1), within(1e-9));
    }
    assertThat(made).isEqualTo(11);
    assertThat(open).isZero();
  }

  @Test
  void aShortStreamHasOneRecognizer() throws RecognizerException {
    try (RenewedRecognizer recognizer = recognizer()) {
      recognizer.accept(new short[59 * RATE], 59 * RATE);
      assertThat(recognizer.flush()).hasSize(1);
    }
    assertThat(made).isEqualTo(1);
    assertThat(open).isZero();
  }
}
