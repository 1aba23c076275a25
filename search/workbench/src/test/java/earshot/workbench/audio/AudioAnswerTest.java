package earshot.workbench.audio;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.AudioFormat;
import earshot.call.Layout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges, as players ask for them. The audio is 1,044 bytes: 44 of header and 500 samples. */
class AudioAnswerTest {
  @TempDir private Path folder;
  private RedactedAudio audio;
  private byte[] whole;

  @BeforeEach
  void record() throws IOException {
    Path file = folder.resolve("call.wav");
    Calls.write(file, new AudioFormat(8000, 1, "ulaw"), Calls.noise(1, 500, 1));
    audio = new CallAudio().of(Calls.of(file, 1, Layout.MONO, List.of()));
    whole = body(answer(null));
  }

  @Test
  void withoutARangeAllOfItIsSent() {
    AudioAnswer all = answer(null);
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.headers())
        .containsEntry("Content-Length", "1044")
        .containsEntry("Accept-Ranges", "bytes")
        .containsEntry("Content-Type", "audio/wav");
    assertThat(whole).hasSize(1044);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 1",
    "bytes=0-, 0, 1044",
    "bytes=43-45, 43, 46",
    "bytes=1000-, 1000, 1044",
    "bytes=1000-99999, 1000, 1044",
    "bytes=-10, 1034, 1044",
    "bytes=-99999, 0, 1044",
    "' bytes = 5 - 6 ', 5, 7",
  })
  void aRangeIsSentAsAPart(String range, int from, int to) throws IOException {
    AudioAnswer part = answer(range);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.headers())
        .containsEntry("Content-Range", "bytes " + from + "-" + (to - 1) + "/1044")
        .containsEntry("Content-Length", Integer.toString(to - from));
    assertThat(body(part)).isEqualTo(Arrays.copyOfRange(whole, from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1044-", "bytes=5000-6000", "bytes=-0"})
  void aRangeBehindTheEndCannotBeSent(String range) throws IOException {
    AudioAnswer none = answer(range);
    assertThat(none.status()).isEqualTo(416);
    assertThat(none.headers()).containsEntry("Content-Range", "bytes */1044");
    assertThat(body(none)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=9-3",
        "bytes=-",
        "bytes=a-b",
        "items=0-1",
        "bytes=0-1,5-6",
        "",
        "bytes=99999999999999999999-",
        "bytes=0-1;x"
      })
  void whatIsNoSingleRangeIsAnsweredWithAllOfIt(String range) {
    assertThat(answer(range).status()).isEqualTo(200);
  }

  @Test
  void aRangeOfAnOlderVersionIsAnsweredWithAllOfTheNewOne() {
    assertThat(AudioAnswer.to(audio, "bytes=0-9", "\"older\"", null).status()).isEqualTo(200);
    String now = "\"" + audio.etag() + "\"";
    assertThat(AudioAnswer.to(audio, "bytes=0-9", now, null).status()).isEqualTo(206);
  }

  @Test
  void whatTheBrowserHasAlreadyIsNotSentAgain() {
    String now = "\"" + audio.etag() + "\"";
    assertThat(AudioAnswer.to(audio, null, null, now).status()).isEqualTo(304);
    assertThat(AudioAnswer.to(audio, null, null, "\"other\"").status()).isEqualTo(200);
  }

  private AudioAnswer answer(@Nullable String range) {
    return AudioAnswer.to(audio, range, null, null);
  }

  private static byte[] body(AudioAnswer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.write(out);
    return out.toByteArray();
  }
}
