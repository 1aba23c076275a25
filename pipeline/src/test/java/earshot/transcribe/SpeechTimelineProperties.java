package earshot.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.audio.speech.Span;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SpeechTimelineProperties {
  private static final double SECONDS = 300;
  private static final int[] RATES = {8000, 11_025, 16_000, 44_100};

  private static List<Span> speech(Random random, int count) {
    List<Span> spans = new ArrayList<>();
    double at = random.nextDouble();
    for (int i = 0; i < count && at < SECONDS - 10; i++) {
      double end = at + 0.1 + random.nextDouble() * 6;
      spans.add(new Span(at, end));
      at = end + 0.02 + random.nextDouble() * random.nextDouble() * 8;
    }
    return spans;
  }

  private static SpeechTimeline timeline(long seed, int count) {
    Random random = new Random(seed);
    return SpeechTimeline.of(
        speech(random, count),
        SECONDS,
        RATES[random.nextInt(RATES.length)],
        SpeechTimeline.Settings.DEFAULT);
  }

  @Property
  void piecesAreFedInOrderWithoutOverlap(@ForAll long seed, @ForAll @IntRange(max = 60) int count) {
    long fed = 0;
    long end = 0;
    for (SpeechTimeline.Piece piece : timeline(seed, count).pieces()) {
      assertThat(piece.fed()).isEqualTo(fed);
      assertThat(piece.start()).isGreaterThanOrEqualTo(end);
      assertThat(piece.length()).isPositive();
      fed += piece.length();
      end = piece.end();
    }
  }

  @Property
  void allSpeechIsFedAndPutBackWhereItWas(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
    SpeechTimeline timeline = timeline(seed, count);
    int rate = timeline.sampleRateHz();
    for (Span span : speech(new Random(seed), count)) {
      double middle = (span.start() + span.end()) / 2;
      SpeechTimeline.Piece piece =
          timeline.pieces().stream()
              .filter(p -> p.start() <= span.start() * rate && span.end() * rate <= p.end())
              .findFirst()
              .orElseThrow();
      double fed = (middle * rate - piece.start() + piece.fed()) / rate;
      assertThat(timeline.toRecording(fed)).isCloseTo(middle, within(1e-9));
    }
  }

  @Property
  void timesNeverRunBackwards(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
    SpeechTimeline timeline = timeline(seed, count);
    double last = -1;
    for (double fed = 0; fed < timeline.fedSeconds(); fed += 0.03) {
      double now = timeline.toRecording(fed);
      assertThat(now).isGreaterThan(last);
      last = now;
    }
  }

  @Property
  void wordsKeepTheirOrderAndStayInTheRecording(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
    SpeechTimeline timeline = timeline(seed, count);
    Random random = new Random(seed);
    double last = 0;
    double at = 0;
    while (at < timeline.fedSeconds()) {
      double end = at + 0.03 * (1 + random.nextInt(30));
      Word word = timeline.toRecording(new Word("w", at, end, 1));
      assertThat(word.start()).isGreaterThanOrEqualTo(last);
      assertThat(word.end()).isLessThanOrEqualTo(SECONDS + 1e-9);
      last = word.start();
      at = end;
    }
  }
}
