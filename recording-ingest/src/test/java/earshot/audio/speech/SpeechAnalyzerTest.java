package earshot.audio.speech;

import static earshot.audio.speech.Sounds.join;
import static earshot.audio.speech.Sounds.mix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechAnalyzerTest {
  /** Lead, trail and a smoothed edge. */
  private static final Offset<Double> EDGE = within(0.2);

  private static final double NOISE = -60;

  private final Sounds sounds = new Sounds(8000);

  private AudioAnalysis analyze(double[]... channels) throws IOException {
    return new SpeechAnalyzer().analyze(sounds.recording(channels));
  }

  private double[] noisy(double[] sound) {
    return mix(sound, sounds.noise((double) sound.length / 8000, NOISE), 1, 0);
  }

  private static void assertSpans(List<Span> spans, double... edges) {
    assertThat(spans).as("%s", spans).hasSize(edges.length / 2);
    for (int i = 0; i < spans.size(); i++) {
      assertThat(spans.get(i).start()).as("start in %s", spans).isCloseTo(edges[2 * i], EDGE);
      assertThat(spans.get(i).end()).as("end in %s", spans).isCloseTo(edges[2 * i + 1], EDGE);
    }
  }

  private double[] twoTurns() {
    return noisy(
        join(
            sounds.silence(1),
            sounds.voice(3, -27),
            sounds.silence(2),
            sounds.voice(2, -30),
            sounds.silence(1)));
  }

  @Test
  void speechIsFoundBetweenPauses() throws IOException {
    AudioAnalysis found = analyze(twoTurns());
    assertThat(found.seconds()).isEqualTo(9);
    assertSpans(found.channels().get(0).speech(), 1, 4, 6, 8);
    assertThat(found.channels().get(0).music()).isEmpty();
    assertThat(found.sameMix()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {8000, 11025, 16000, 22050, 44100, 48000})
  void anyRateGivesTheSameSegments(int rate) throws IOException {
    Sounds wide = new Sounds(rate);
    double[] call =
        join(
            wide.silence(1),
            wide.voice(3, -27),
            wide.silence(1),
            wide.music(5, -30),
            wide.silence(1),
            wide.voice(2, -27),
            wide.silence(1));
    AudioAnalysis found =
        new SpeechAnalyzer().analyze(wide.recording(mix(call, wide.noise(14, NOISE), 1, 0)));
    assertSpans(found.channels().get(0).speech(), 1, 4, 11, 13);
    assertSpans(found.channels().get(0).music(), 5, 10);
    assertThat(found.channels().get(0).frameSeconds()).isCloseTo(0.01, within(0.0001));
  }

  @Test
  void speechThatFollowsMusicWithoutAPauseKeepsItsWords() throws IOException {
    double[] call = noisy(join(sounds.music(6, -30), sounds.voice(3, -27), sounds.silence(1)));
    ChannelAnalysis found = analyze(call).channels().get(0);
    assertSpans(found.music(), 0, 6);
    assertSpans(found.speech(), 6, 9);
  }

  @Test
  void ringingAndBeepsAreOneStretchOfMusic() throws IOException {
    double[] ringing = sounds.tones(15, -25, 1, 4, 425);
    double[] beeps = sounds.tones(12, -25, 0.25, 1.75, 425);
    assertSpans(analyze(noisy(ringing)).channels().get(0).music(), 0, 11);
    assertSpans(analyze(noisy(beeps)).channels().get(0).music(), 0, 10.25);
    assertThat(analyze(noisy(ringing)).channels().get(0).speech()).isEmpty();
    assertThat(analyze(noisy(beeps)).channels().get(0).speech()).isEmpty();
  }

  @Test
  void silenceHoldsNothing() throws IOException {
    ChannelAnalysis found = analyze(sounds.silence(5)).channels().get(0);
    assertThat(found.speech()).isEmpty();
    assertThat(found.music()).isEmpty();
    assertThat(found.speechLevelDbfs()).isNegative().isInfinite();
    assertThat(found.noiseFloorDbfs()).isEqualTo(-100);
  }

  @Test
  void comfortNoiseThatComesAndGoesIsNoSpeech() throws IOException {
    double[] call =
        join(
            sounds.silence(2),
            sounds.noise(3, -50),
            sounds.silence(2),
            sounds.noise(0.6, -40),
            sounds.silence(2));
    assertThat(analyze(call).channels().get(0).speech()).isEmpty();
  }

  @Test
  void levelsAreThoseOfTheSpeechAndOfThePauses() throws IOException {
    ChannelAnalysis found = analyze(twoTurns()).channels().get(0);
    assertThat(found.noiseFloorDbfs()).isCloseTo(NOISE, within(1.0));
    double first = found.speechLevelDbfs(new Span(1, 4));
    double second = found.speechLevelDbfs(new Span(6, 8));
    assertThat(first).isCloseTo(-27, within(2.0));
    assertThat(first - second).isCloseTo(3, within(1.0));
    assertThat(found.speechLevelDbfs()).isBetween(second, first);
    assertThat(found.speechLevelDbfs(new Span(4.5, 5.5))).isNegative().isInfinite();
  }

  @Test
  void anEchoOfTheOtherPartyIsNoSpeech() throws IOException {
    double[] agent = join(sounds.silence(1), sounds.voice(4, -24), sounds.silence(7));
    double[] customer = join(sounds.silence(6), sounds.voice(4, -26), sounds.silence(2));
    AudioAnalysis found =
        analyze(noisy(mix(agent, customer, 0.05, 400)), noisy(mix(customer, agent, 0.04, 800)));
    assertSpans(found.channels().get(0).speech(), 1, 5);
    assertSpans(found.channels().get(1).speech(), 6, 10);
    assertThat(found.sameMix()).isFalse();
  }

  @Test
  void partiesWhoTalkAtOnceAreBothHeard() throws IOException {
    double[] agent = join(sounds.silence(1), sounds.voice(6, -24), sounds.silence(5));
    double[] customer = join(sounds.silence(5), sounds.voice(5, -36), sounds.silence(2));
    AudioAnalysis found = analyze(noisy(agent), noisy(customer));
    assertSpans(found.channels().get(0).speech(), 1, 7);
    assertSpans(found.channels().get(1).speech(), 5, 10);
  }

  @Test
  void twoCopiesOfAMixAreFoundOutDespiteGainDelayAndCodec() throws IOException {
    double[] mix = twoTurns();
    double[] copy = mix(sounds.noise(9, -55), mix, 0.4, 80);
    assertThat(analyze(mix, mix).sameMix()).isTrue();
    assertThat(analyze(mix, copy).sameMix()).isTrue();
  }

  @Test
  void aSilentOrFaintlyLeakingChannelIsNoCopy() throws IOException {
    double[] agent = twoTurns();
    assertThat(analyze(agent, sounds.silence(9)).sameMix()).isFalse();
    assertThat(analyze(agent, sounds.noise(9, -55)).sameMix()).isFalse();
    assertThat(analyze(agent, mix(sounds.noise(9, -65), agent, 0.05, 0)).sameMix()).isFalse();
    assertThat(analyze(sounds.noise(9, -50), sounds.noise(9, -50)).sameMix()).isFalse();
  }

  @Test
  void theShortestRecordingIsAnalysed() throws IOException {
    AudioAnalysis found = analyze(new double[] {0.5});
    assertThat(found.seconds()).isEqualTo(1 / 8000.0);
    assertThat(found.channels()).hasSize(1);
  }
}
