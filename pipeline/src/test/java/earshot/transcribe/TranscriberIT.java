package earshot.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import earshot.audio.AudioException;
import earshot.audio.AudioFormat;
import earshot.audio.wav.WavWriter;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.evaluate.WordAlignment;
import earshot.model.RecognitionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriberIT {
  private static TranscriptionPool pool;
  private static Transcription call;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    pool = TranscriptionPool.acquire(Samples.model(), PoolSettings.defaults());
    call = transcribe("c1021", Samples.wav("c1021"), 0);
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  private static Transcription transcribe(String id, Path wav, @Nullable Integer agentChannel)
      throws Exception {
    return new Transcriber(Samples.model(), pool)
        .transcribe(Samples.recording(id, agentChannel), Samples.source(wav));
  }

  private static List<Word> words(Transcription transcription, Role role) {
    return transcription.transcript().turns().stream()
        .filter(turn -> turn.role() == role)
        .flatMap(turn -> turn.words().stream())
        .toList();
  }

  private static Path write(Path wav, int rate, short[]... channels) throws IOException {
    AudioFormat format = new AudioFormat(rate, channels.length, "pcm_s16");
    try (WavWriter writer = new WavWriter(Files.newOutputStream(wav), format, channels[0].length)) {
      writer.write(channels, channels[0].length);
    }
    return wav;
  }

  /** Pairs of words recognised alike, in order. */
  private static List<Word[]> alike(List<Word> left, List<Word> right) {
    List<Word[]> alike = new ArrayList<>();
    for (WordAlignment.Pair pair :
        WordAlignment.of(
                left.stream().map(Word::word).toList(), right.stream().map(Word::word).toList())
            .pairs()) {
      if (pair.reference() >= 0 && pair.recognised() >= 0) {
        Word one = left.get(pair.reference());
        Word other = right.get(pair.recognised());
        if (one.word().equals(other.word())) {
          alike.add(new Word[] {one, other});
        }
      }
    }
    return alike;
  }

  @Test
  void whatIsSaidIsMostlyRecognisedAndBothPartiesAreToldApart() {
    assertThat(call.audio().layout()).isEqualTo(Layout.AGENT_LEFT);
    assertThat(call.transcript().engine()).isEqualTo("vosk 0.3.45");
    assertThat(call.transcript().model()).startsWith("vosk-model-tiny-en");
    assertThat(words(call, Role.AGENT))
        .extracting(Word::word)
        .containsSequence("good", "afternoon")
        .containsSequence("account", "number", "please");
    assertThat(words(call, Role.CUSTOMER)).hasSizeGreaterThan(20);
  }

  @Test
  void wordsLieInTheirTurnsAndInOrder() {
    for (Turn turn : call.transcript().turns()) {
      double last = turn.start();
      for (Word word : turn.words()) {
        assertThat(word.start()).isGreaterThanOrEqualTo(last);
        assertThat(word.end()).isLessThanOrEqualTo(turn.end());
        last = word.start();
      }
      assertThat(turn.levelDbfs()).isBetween(-60.0, 0.0);
      assertThat(turn.end()).isLessThanOrEqualTo(call.audio().seconds());
    }
  }

  @Test
  void theSameRecordingGivesTheSameTranscript() throws Exception {
    assertThat(transcribe("c1021", Samples.wav("c1021"), 0).transcript())
        .isEqualTo(call.transcript());
  }

  @Test
  void theAgentIsOnTheChannelThatTheMetadataTells() throws Exception {
    Transcription right = transcribe("c1010", Samples.wav("c1010"), 1);
    assertThat(right.audio().layout()).isEqualTo(Layout.AGENT_RIGHT);
    assertThat(right.agentChannel()).isEqualTo(1);
    assertThat(right.transcript().turns().get(0).role()).isEqualTo(Role.AGENT);
    assertThat(right.transcript().turns().get(0).channel()).isEqualTo(1);
  }

  @Test
  void onOneChannelNobodyIsToldApart() throws Exception {
    Transcription mono = transcribe("c1020", Samples.wav("c1020"), null);
    assertThat(mono.audio().layout()).isEqualTo(Layout.MONO);
    assertThat(mono.transcript().turns()).hasSizeGreaterThan(5);
    assertThat(mono.transcript().turns()).allMatch(turn -> turn.role() == Role.UNKNOWN);
  }

  @Test
  void twoChannelsWithTheSameMixAreDecodedOnce() throws Exception {
    short[] mix = Samples.channel("c1020", 0);
    Transcription fake = transcribe("fake", write(folder.resolve("fake.wav"), 8000, mix, mix), 0);
    assertThat(fake.audio().layout()).isEqualTo(Layout.FAKE_STEREO);
    assertThat(fake.transcript().turns()).allMatch(turn -> turn.channel() == 0);
    assertThat(fake.transcript().turns()).allMatch(turn -> turn.role() == Role.UNKNOWN);
  }

  @Test
  void whatIsSaidAgainLaterIsFoundAsMuchLater() throws Exception {
    short[] agent = Samples.channel("c1021", 0);
    short[] utterance = Arrays.copyOfRange(agent, 0, 10 * 8000);
    int[] at = {3 * 8000, 3 * 8000 + 23_457, 3 * 8000 + 23_457 + 10 * 8000 + 71_111};
    at[1] += utterance.length;
    at[2] += utterance.length;
    short[] channel = new short[at[2] + utterance.length + 16_000];
    Random random = new Random(5);
    for (int i = 0; i < channel.length; i++) {
      channel[i] = (short) Math.round(4 * random.nextGaussian());
    }
    for (int start : at) {
      System.arraycopy(utterance, 0, channel, start, utterance.length);
    }
    Transcription spliced =
        transcribe(
            "spliced",
            write(folder.resolve("spliced.wav"), 8000, channel, new short[channel.length]),
            0);
    List<Word> all = words(spliced, Role.AGENT);
    List<List<Word>> copies = new ArrayList<>();
    for (int start : at) {
      double from = start / 8000.0;
      copies.add(
          all.stream().filter(w -> w.start() >= from - 0.5 && w.start() < from + 10.2).toList());
    }
    for (int i = 1; i < at.length; i++) {
      double later = (at[i] - at[0]) / 8000.0;
      List<Word[]> pairs = alike(copies.get(0), copies.get(i));
      assertThat(pairs).hasSizeGreaterThan(8);
      double[] errors =
          pairs.stream()
              .mapToDouble(pair -> Math.abs(pair[1].start() - pair[0].start() - later))
              .sorted()
              .toArray();
      assertThat(errors[errors.length / 2]).isLessThanOrEqualTo(0.03);
    }
  }

  @Test
  void audioBelowTheModelsRateIsRecognisedToo() throws Exception {
    RecognitionModel wide = new RecognitionModel("wide", Samples.model().folder(), 16_000, -38.0);
    Transcription raised =
        new Transcriber(wide, pool)
            .transcribe(Samples.recording("c1021", 0), Samples.source(Samples.wav("c1021")));
    assertThat(alike(words(call, Role.CUSTOMER), words(raised, Role.CUSTOMER)).size())
        .isGreaterThan(words(call, Role.CUSTOMER).size() * 3 / 4);
  }

  @Test
  void audioAboveTheModelsRateIsRecognisedToo() throws Exception {
    short[] agent = wide(Samples.channel("c1021", 0));
    short[] customer = wide(Samples.channel("c1021", 1));
    Transcription lowered =
        transcribe("wide", write(folder.resolve("wide.wav"), 16_000, agent, customer), 0);
    assertThat(lowered.audio().sampleRate()).isEqualTo(16_000);
    assertThat(alike(words(call, Role.CUSTOMER), words(lowered, Role.CUSTOMER)).size())
        .isGreaterThan(words(call, Role.CUSTOMER).size() * 3 / 4);
  }

  private static short[] wide(short[] samples) {
    Upsampler upsampler = new Upsampler(8000, 16_000);
    short[] most = upsampler.add(samples, samples.length);
    short[] rest = upsampler.end();
    short[] all = Arrays.copyOf(most, most.length + rest.length);
    System.arraycopy(rest, 0, all, most.length, rest.length);
    return all;
  }

  @Test
  void silenceIsACallWithoutTurns() throws Exception {
    Path wav = write(folder.resolve("silence.wav"), 8000, new short[80_000], new short[80_000]);
    assertThat(transcribe("silence", wav, 0).transcript().turns()).isEmpty();
  }

  @Test
  void whatIsNoRecordingSaysWhy() throws Exception {
    Path text = Files.writeString(folder.resolve("call.wav"), "this is not audio");
    assertThatThrownBy(() -> transcribe("text", text, 0))
        .isInstanceOf(AudioException.class)
        .hasMessageContaining("call.wav");
  }
}
