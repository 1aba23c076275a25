package earshot.workbench.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.audio.AudioFormat;
import earshot.audio.AudioReader;
import earshot.audio.Decoders;
import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Redaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is served is decoded again and compared with the recording, sample by sample. */
class CallAudioTest {
  private static final int RATE = 8000;
  private static final int FRAMES = 10 * RATE;
  private static final int FADE = 40;

  @TempDir private Path folder;
  private final CallAudio audios = new CallAudio();

  @ParameterizedTest
  @ValueSource(strings = {"pcm_s16", "ulaw", "alaw"})
  void redactedSpansAreSilentAndTheRestIsTheRecording(String encoding) throws IOException {
    CallRecord call =
        call(
            2,
            encoding,
            Layout.AGENT_LEFT,
            new Redaction(0, 1.2345, 2.5, "card-number"),
            new Redaction(1, 7, 7.25, "security-code"));
    short[][] original = decoded(Files.newInputStream(file()), FRAMES);
    short[][] served = served(call);
    assertSilentOnlyIn(served[0], original[0], 9876, 20_000);
    assertSilentOnlyIn(served[1], original[1], 56_000, 58_000);
  }

  @Test
  void overlappingSpansAreSilentThroughout() throws IOException {
    CallRecord call =
        call(
            2,
            "pcm_s16",
            Layout.AGENT_LEFT,
            new Redaction(0, 2, 3, "card-number"),
            new Redaction(0, 2.999, 4, "security-code"));
    short[][] original = decoded(Files.newInputStream(file()), FRAMES);
    assertSilentOnlyIn(served(call)[0], original[0], 16_000, 32_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fake_stereo", "mono"})
  void whereSpeakersShareChannelsAllAreMuted(String layout) throws IOException {
    Layout shared = Layout.valueOf(layout.toUpperCase(java.util.Locale.ROOT));
    CallRecord call = call(2, "pcm_s16", shared, new Redaction(1, 2, 3, "card-number"));
    short[][] original = decoded(Files.newInputStream(file()), FRAMES);
    short[][] served = served(call);
    assertSilentOnlyIn(served[0], original[0], 16_000, 24_000);
    assertSilentOnlyIn(served[1], original[1], 16_000, 24_000);
  }

  @Test
  void aVoiceThatLeaksToTheOtherChannelIsMutedThereToo() throws IOException {
    short[][] sound = Calls.noise(2, FRAMES, 3);
    for (int i = 300; i < FRAMES; i++) {
      sound[1][i] = (short) (sound[1][i] / 20 + sound[0][i - 300] / 30); // -30 dB, 37 ms later
    }
    Calls.write(file(), new AudioFormat(RATE, 2, "ulaw"), sound);
    CallRecord call =
        Calls.of(file(), 2, Layout.AGENT_LEFT, List.of(new Redaction(0, 2, 3, "card-number")));
    short[][] original = decoded(Files.newInputStream(file()), FRAMES);
    assertSilentOnlyIn(served(call)[1], original[1], 16_000, 24_000);
  }

  @Test
  void aRedactionOfAChannelThatIsNotThereMutesEverything() throws IOException {
    CallRecord call = call(1, "pcm_s16", Layout.MONO, new Redaction(1, 2, 3, "card-number"));
    short[][] original = decoded(Files.newInputStream(file()), FRAMES);
    assertSilentOnlyIn(served(call)[0], original[0], 16_000, 24_000);
  }

  @Test
  void aRedactionBeyondTheEndMutesUpToTheEnd() throws IOException {
    CallRecord call = call(1, "pcm_s16", Layout.MONO, new Redaction(0, 9, 99, "card-number"));
    assertThat(Arrays.copyOfRange(served(call)[0], 72_000, FRAMES)).containsOnly(0);
  }

  @Test
  void piecesOfAnyLengthGlueToTheWhole() throws IOException {
    CallRecord call = call(2, "ulaw", Layout.AGENT_LEFT, new Redaction(0, 1, 2, "card-number"));
    RedactedAudio audio = audios.of(call);
    byte[] whole = bytes(audio, 0, audio.length());
    assertThat(whole).hasSize((int) audio.length());
    for (int piece : new int[] {1, 7, 44, 45, 4097, 65_536, 100_001}) {
      long last = piece < 44 ? 4_000 : audio.length();
      ByteArrayOutputStream glued = new ByteArrayOutputStream();
      for (long from = 0; from < last; from += piece) {
        glued.writeBytes(bytes(audio, from, Math.min(last, from + piece)));
      }
      assertThat(glued.toByteArray()).isEqualTo(Arrays.copyOf(whole, (int) last));
    }
    long odd = audio.length() - 99_999;
    assertThat(bytes(audio, odd, audio.length()))
        .isEqualTo(Arrays.copyOfRange(whole, (int) odd, whole.length));
  }

  @Test
  void theEtagChangesWithTheRedactions() throws IOException {
    CallRecord before = call(1, "ulaw", Layout.MONO, new Redaction(0, 1, 2, "card-number"));
    CallRecord after =
        Calls.of(file(), 1, Layout.MONO, List.of(new Redaction(0, 1, 2.5, "card-number")));
    assertThat(audios.of(after).etag()).isNotEqualTo(audios.of(before).etag());
    assertThat(audios.of(before).etag()).isEqualTo(new CallAudio().of(before).etag());
  }

  @Test
  void aMissingRecordingIsSaidInOneSentence() throws IOException {
    CallRecord call = call(1, "ulaw", Layout.MONO);
    Files.delete(file());
    assertThatThrownBy(() -> audios.of(call))
        .isInstanceOfSatisfying(
            NoRecordingException.class,
            e -> assertThat(e.why()).isEqualTo(NoRecordingException.Why.MISSING))
        .hasMessageContaining("c1")
        .hasMessageNotContaining(folder.toString());
  }

  @Test
  void otherBytesUnderTheSameNameAreNotPlayed() throws IOException {
    CallRecord call = call(1, "ulaw", Layout.MONO);
    audios.of(call);
    Calls.write(file(), new AudioFormat(RATE, 1, "ulaw"), Calls.noise(1, FRAMES + 1, 9));
    assertThatThrownBy(() -> audios.of(call))
        .isInstanceOfSatisfying(
            NoRecordingException.class,
            e -> assertThat(e.why()).isEqualTo(NoRecordingException.Why.CHANGED));
  }

  @Test
  void aCallFromATranscriptHasNoRecording() throws IOException {
    call(1, "ulaw", Layout.MONO);
    CallRecord call = Calls.of(file(), 0, Layout.TRANSCRIPT, List.of());
    assertThatThrownBy(() -> audios.of(call)).isInstanceOf(NoRecordingException.class);
  }

  @Test
  void aRecordingElsewhereThanInAFileIsMissing() throws IOException {
    CallRecord call = call(1, "ulaw", Layout.MONO);
    CallRecord remote =
        new CallRecord(
            call.schema(),
            call.callId(),
            new earshot.call.Audio(
                "s3://bucket/c1.wav", call.audio().sha256(), 10, RATE, 1, "ulaw", Layout.MONO),
            call.metadata(),
            call.transcript(),
            call.events(),
            call.metrics(),
            call.facts(),
            call.scorecards(),
            call.history(),
            call.redactions());
    assertThatThrownBy(() -> audios.of(remote)).isInstanceOf(NoRecordingException.class);
  }

  @Test
  void theWaveformIsThatOfTheServedSound() throws IOException {
    CallRecord call = call(2, "pcm_s16", Layout.AGENT_LEFT, new Redaction(0, 2, 4, "card-number"));
    Peaks peaks = audios.peaks(call);
    short[][] served = served(call);
    assertThat(peaks.seconds()).isEqualTo(10);
    assertThat(peaks.channels()).hasSize(2);
    for (int channel = 0; channel < 2; channel++) {
      for (int bucket = 0; bucket < Peaks.BUCKETS; bucket++) {
        int from = bucket * FRAMES / Peaks.BUCKETS;
        int to = (bucket + 1) * FRAMES / Peaks.BUCKETS;
        int greatest = 0;
        int least = 0;
        for (int i = from; i < to; i++) {
          greatest = Math.max(greatest, served[channel][i]);
          least = Math.min(least, served[channel][i]);
        }
        assertThat(peaks.channels().get(channel).max().get(bucket))
            .isEqualTo((int) Math.ceil(greatest * 127 / 32768.0));
        assertThat(peaks.channels().get(channel).min().get(bucket))
            .isEqualTo((int) Math.floor(least * 127 / 32768.0));
      }
    }
    assertThat(peaks.channels().get(0).max().subList(330, 630)).containsOnly(0);
    assertThat(audios.peaks(call)).isSameAs(peaks);
  }

  private Path file() {
    return folder.resolve("call.wav");
  }

  private CallRecord call(int channels, String encoding, Layout layout, Redaction... redactions)
      throws IOException {
    Calls.write(
        file(), new AudioFormat(RATE, channels, encoding), Calls.noise(channels, FRAMES, 1));
    return Calls.of(file(), channels, layout, List.of(redactions));
  }

  private short[][] served(CallRecord call) throws IOException {
    RedactedAudio audio = audios.of(call);
    return decoded(new ByteArrayInputStream(bytes(audio, 0, audio.length())), FRAMES);
  }

  private static byte[] bytes(RedactedAudio audio, long from, long to) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    audio.write(out, from, to);
    return out.toByteArray();
  }

  private static short[][] decoded(InputStream wav, int frames) throws IOException {
    try (AudioReader reader = Decoders.open(wav, "served")) {
      short[][] planar = new short[reader.format().channels()][frames];
      assertThat(reader.read(planar, frames)).isEqualTo(frames);
      assertThat(reader.read(new short[planar.length][1], 1)).isZero();
      return planar;
    }
  }

  /** Fades lie outside of the span: the span itself is all silence. */
  private static void assertSilentOnlyIn(short[] served, short[] original, int from, int to) {
    assertThat(Arrays.copyOfRange(served, from, to)).containsOnly(0);
    assertThat(Arrays.copyOf(served, from - FADE)).isEqualTo(Arrays.copyOf(original, from - FADE));
    assertThat(Arrays.copyOfRange(served, to + FADE, served.length))
        .isEqualTo(Arrays.copyOfRange(original, to + FADE, original.length));
  }
}
