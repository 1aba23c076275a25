package earshot.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.audio.speech.Span;
import earshot.call.Word;
import earshot.transcribe.SpeechTimeline.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechTimelineTest {
  private static SpeechTimeline timeline(Span... speech) {
    return SpeechTimeline.of(List.of(speech), 60, 8000, SpeechTimeline.Settings.DEFAULT);
  }

  @Test
  void aShortPauseStaysWhole() {
    assertThat(timeline(new Span(3, 4.5), new Span(5.4, 6)).pieces())
        .containsExactly(new Piece(22_320, 0, 27_360));
  }

  @Test
  void ofALongPauseTheMarginsStay() {
    SpeechTimeline timeline = timeline(new Span(3, 6), new Span(12, 15));
    assertThat(timeline.pieces()).hasSize(2);
    Piece first = timeline.pieces().get(0);
    Piece second = timeline.pieces().get(1);
    assertThat(first.end() / 8000.0).isBetween(6.2, 6.23);
    assertThat(second.start() / 8000.0).isBetween(11.77, 11.8);
    assertThat(second.fed()).isEqualTo(first.length());
  }

  @Test
  void aWordIsPutBackToItsTime() {
    SpeechTimeline timeline = timeline(new Span(3, 6), new Span(12, 15));
    double fedStart = timeline.pieces().get(1).fed() / 8000.0;
    Word word = timeline.toRecording(new Word("hello", fedStart + 0.5, fedStart + 0.9, 1));
    double start = timeline.pieces().get(1).start() / 8000.0;
    assertThat(word.start()).isCloseTo(start + 0.5, within(1e-9));
    assertThat(word.end()).isCloseTo(start + 0.9, within(1e-9));
  }

  @Test
  void aWordAcrossAJointStaysOnTheSideOfItsMiddle() {
    SpeechTimeline timeline = timeline(new Span(3, 6), new Span(12, 15));
    double joint = timeline.pieces().get(1).fed() / 8000.0;
    Word early = timeline.toRecording(new Word("well", joint - 0.3, joint + 0.1, 1));
    Word late = timeline.toRecording(new Word("well", joint - 0.1, joint + 0.3, 1));
    assertThat(early.end()).isEqualTo(timeline.pieces().get(0).end() / 8000.0);
    assertThat(late.start()).isEqualTo(timeline.pieces().get(1).start() / 8000.0);
  }

  @Test
  void withoutSpeechNothingIsDecoded() {
    assertThat(timeline().fedSeconds()).isZero();
  }

  @Test
  void speechAtBothEndsStaysInsideTheRecording() {
    SpeechTimeline timeline = timeline(new Span(0, 1), new Span(59, 60));
    assertThat(timeline.pieces().get(0).start()).isZero();
    assertThat(timeline.pieces().get(1).end()).isEqualTo(480_000);
  }
}
