package earshot.transcribe.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.call.Word;
import org.junit.jupiter.api.Test;

class VoskJsonTest {
  @Test
  void wordsHaveTimesAndConfidence() throws RecognizerException {
    assertThat(
            VoskJson.words(
                """
                {"result" : [{"conf" : 0.974, "end" : 1.11, "start" : 0.84, "word" : "hello"},
                  {"conf" : 1.0, "end" : 1.5, "start" : 1.11, "word" : "i'm"}],
                 "text" : "hello i'm"}"""))
        .containsExactly(new Word("hello", 0.84, 1.11, 0.974), new Word("i'm", 1.11, 1.5, 1));
  }

  @Test
  void anEmptyResultHasNoWords() throws RecognizerException {
    assertThat(VoskJson.words("{\"text\" : \"\"}")).isEmpty();
  }

  @Test
  void marksAreNoWords() throws RecognizerException {
    assertThat(
            VoskJson.words(
                "{\"result\":[{\"conf\":1,\"end\":1,\"start\":0,\"word\":\"[noise]\"},"
                    + "{\"conf\":1,\"end\":1,\"start\":0,\"word\":\"<unk>\"}]}"))
        .isEmpty();
  }

  @Test
  void aConfidenceThatRoundsOverOneIsOne() throws RecognizerException {
    assertThat(
            VoskJson.words(
                "{\"result\":[{\"conf\":1.000001,\"end\":1,\"start\":0,\"word\":\"a\"}]}"))
        .containsExactly(new Word("a", 0, 1, 1));
  }

  @Test
  void anErrorNeverQuotesWhatWasSaid() {
    assertThatThrownBy(() -> VoskJson.words("{\"result\":[{\"conf\":0,5,\"word\":\"secret\"}]}"))
        .isInstanceOf(RecognizerException.class)
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }
}
