package earshot.transcribe.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.Word;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static byte[] bytes(Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    frame.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Frame read(byte[] bytes) throws IOException {
    return Frame.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  @Test
  void samplesComeBack() throws IOException {
    short[] samples = {0, 1, -1, Short.MAX_VALUE, Short.MIN_VALUE, 99};
    Frame frame = read(bytes(Frame.samples(7, samples, 5)));
    assertThat(frame.job()).isEqualTo(7);
    assertThat(frame.samples()).containsExactly(Arrays.copyOf(samples, 5));
  }

  @Test
  void wordsComeBackToTheMillisecond() throws IOException {
    List<Word> words =
        List.of(new Word("i'll", 0.03, 0.21, 0.5), new Word("żółw", 3599.97, 3600.06, 1));
    assertThat(read(bytes(Frame.words(1, words))).words()).isEqualTo(words);
  }

  @Test
  void endOfStreamIsNoFrame() throws IOException {
    assertThat(read(new byte[0])).isNull();
  }

  @Test
  void aStreamThatEndsInsideAFrameIsAnError() throws IOException {
    byte[] whole = bytes(Frame.open(1, 8000));
    for (int length = 1; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void otherOutputIsNotTakenForFrames() {
    assertThatThrownBy(() -> read("LOG (VoskAPI:ReadDataFiles())".getBytes()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no frame");
  }
}
