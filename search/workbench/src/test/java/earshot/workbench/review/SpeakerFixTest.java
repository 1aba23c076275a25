package earshot.workbench.review;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Audio;
import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Facts;
import earshot.call.Layout;
import earshot.call.Metadata;
import earshot.call.Metrics;
import earshot.call.Role;
import earshot.call.Transcript;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.CallScorer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeakerFixTest {
  private static final CallScorer SCORER = CallScorer.standard();

  /** Music plays from 20 to 30 s on the second channel. */
  private static final AudioAnalysis HEARD =
      new AudioAnalysis(
          40,
          List.of(
              channel(List.of(new Span(6, 8), new Span(34, 36)), List.of()),
              channel(
                  List.of(new Span(1, 5), new Span(9, 12), new Span(31, 33)),
                  List.of(new Span(20, 30)))),
          false);

  private static ChannelAnalysis channel(List<Span> speech, List<Span> music) {
    return new ChannelAnalysis(speech, music, -30, -70, 0.01, new float[0]);
  }

  private static Turn turn(int channel, double start, double end, String text) {
    String[] said = text.split(" ");
    double each = (end - start) / said.length;
    List<Word> words = new ArrayList<>();
    Arrays.stream(said)
        .forEach(
            word -> {
              double from = start + words.size() * each;
              words.add(new Word(word, from, from + each, 1));
            });
    Role role = channel == 0 ? Role.AGENT : Role.CUSTOMER;
    return new Turn(role, channel, start, end, text, 1, words, -30.0);
  }

  /** The agent is called customer and is on the second channel. */
  private static CallRecord call(Turn... turns) {
    return new CallRecord(
        CallRecord.SCHEMA,
        "c1",
        new Audio("file:///c1.wav", "0".repeat(64), 40, 8000, 2, "ulaw", Layout.AGENT_LEFT),
        new Metadata(
            OffsetDateTime.parse("2026-10-05T10:00:00+01:00"),
            "metadata",
            "inbound",
            "A1",
            "Ann",
            "North",
            null,
            null,
            null,
            null,
            "en"),
        new Transcript("en", "vosk", "tiny", List.of(turns)),
        List.of(new Event(Event.Kind.SILENCE, 12, 31, null)),
        new Metrics(Map.of(), 19, 0, Map.of(), Map.of("agent", 90.0, "customer", 120.0), 0.8),
        new Facts(null, null, "unknown", null, 0, 0, null),
        List.of(),
        List.of(),
        List.of());
  }

  private static CallRecord spoken() {
    return call(
        turn(1, 1, 5, "good morning pelham water how can i help"),
        turn(0, 6, 8, "my bill is wrong"),
        turn(1, 9, 12, "let me have a look"),
        turn(1, 31, 33, "thank you for waiting"),
        turn(0, 34, 36, "no problem"));
  }

  @Test
  void holdsAreLookedForOnTheAgentsChannel() {
    CallRecord fixed = new SpeakerFix(SCORER, call -> Optional.of(HEARD)).fix(spoken(), 1);
    assertThat(fixed.events())
        .filteredOn(e -> e.kind() == Event.Kind.HOLD)
        .containsExactly(new Event(Event.Kind.HOLD, 20, 30, null));
    assertThat(fixed.metrics().talkSeconds(Role.AGENT)).isEqualTo(9);
    CallRecord back = new SpeakerFix(SCORER, call -> Optional.of(HEARD)).fix(fixed, 0);
    assertThat(back.events()).noneMatch(e -> e.kind() == Event.Kind.HOLD);
  }

  @Test
  void withoutTheRecordingWhatWasMeasuredChangesItsRoles() {
    CallRecord fixed = new SpeakerFix(SCORER, call -> Optional.empty()).fix(spoken(), 1);
    assertThat(fixed.events()).isEqualTo(spoken().events());
    assertThat(fixed.metrics().wordsPerMinute())
        .isEqualTo(Map.of("agent", 120.0, "customer", 90.0));
    assertThat(new SpeakerFix(SCORER, call -> Optional.empty()).fix(fixed, 0)).isEqualTo(spoken());
  }

  @Test
  void aRecordedNoticeIsToldFromTheAgentOnTheAgentsChannelOnly() {
    CallRecord call =
        call(
            turn(1, 0, 4, "this call may be recorded for training purposes"),
            turn(1, 5, 8, "good morning how can i help"),
            turn(0, 9, 11, "my bill is wrong"));
    SpeakerFix fix = new SpeakerFix(SCORER, any -> Optional.empty());
    CallRecord fixed = fix.fix(call, 1);
    assertThat(fixed.transcript().turns())
        .extracting(Turn::role)
        .containsExactly(Role.ANNOUNCEMENT, Role.AGENT, Role.CUSTOMER);
    assertThat(fix.fix(fixed, 0).transcript()).isEqualTo(call.transcript());
  }

  @Test
  void theAgentWhereTheAgentIsChangesNothing() {
    CallRecord call = spoken();
    assertThat(new SpeakerFix(SCORER, any -> Optional.of(HEARD)).fix(call, 0)).isSameAs(call);
  }
}
