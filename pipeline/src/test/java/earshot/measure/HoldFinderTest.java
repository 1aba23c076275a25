package earshot.measure;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldFinderTest {
  private static final Span[] NO_MUSIC = {};

  private static Turn turn(Role role, double start, double end, String text) {
    return new Turn(role, role == Role.CUSTOMER ? 1 : 0, start, end, text, 1, List.of(), null);
  }

  private static List<Span> holds(List<Turn> turns, Span... music) {
    List<Span> agent = speech(turns, 0);
    List<Span> customer = speech(turns, 1);
    AudioAnalysis analysis =
        new AudioAnalysis(
            60,
            List.of(
                new ChannelAnalysis(agent, List.of(music), -30, -70, 0.01, new float[0]),
                new ChannelAnalysis(customer, List.of(), -30, -70, 0.01, new float[0])),
            false);
    return new HoldFinder(turn -> turn.text().contains("hold"))
        .find(turns, analysis, 0).stream()
            .peek(event -> assertThat(event.kind()).isEqualTo(Event.Kind.HOLD))
            .map(event -> new Span(event.start(), event.end()))
            .toList();
  }

  private static List<Span> speech(List<Turn> turns, int channel) {
    return turns.stream()
        .filter(turn -> turn.channel() == channel)
        .map(turn -> new Span(turn.start(), turn.end()))
        .toList();
  }

  @Test
  void musicDuringTheCallIsAHold() {
    List<Turn> turns = List.of(turn(Role.AGENT, 1, 3, "hello"), turn(Role.CUSTOMER, 4, 6, "hello"));
    assertThat(holds(turns, new Span(10, 20))).containsExactly(new Span(10, 20));
  }

  @Test
  void musicBeforeTheAgentSpeaksIsTheQueue() {
    List<Turn> turns = List.of(turn(Role.AGENT, 25, 27, "hello, please hold the ..."));
    assertThat(holds(turns, new Span(1, 20))).isEmpty();
  }

  @Test
  void musicAfterANoticeIsStillTheQueue() {
    List<Turn> turns =
        List.of(
            turn(Role.ANNOUNCEMENT, 1, 4, "please hold"), turn(Role.AGENT, 25, 27, "good morning"));
    assertThat(holds(turns, new Span(5, 20))).isEmpty();
  }

  @Test
  void anOpeningHoldIsAHold() {
    List<Turn> turns =
        List.of(turn(Role.AGENT, 1, 2, "hold on"), turn(Role.AGENT, 14, 16, "sorry about that"));
    assertThat(holds(turns, new Span(2.3, 13.3))).containsExactly(new Span(2.3, 13.3));
  }

  @Test
  void silenceAfterARequestToWaitIsAHold() {
    List<Turn> turns =
        List.of(
            turn(Role.AGENT, 1, 3, "may i put you on hold"),
            turn(Role.CUSTOMER, 3.5, 4, "okay"),
            turn(Role.AGENT, 12, 14, "thanks for waiting"));
    assertThat(holds(turns, NO_MUSIC)).containsExactly(new Span(4, 12));
  }

  @Test
  void silenceWithoutARequestIsNone() {
    List<Turn> turns =
        List.of(
            turn(Role.AGENT, 1, 3, "may i put you on hold"),
            turn(Role.CUSTOMER, 3.5, 4, "no"),
            turn(Role.AGENT, 4.5, 6, "well let me see"),
            turn(Role.AGENT, 12, 14, "here it is"));
    assertThat(holds(turns, NO_MUSIC)).isEmpty();
  }

  @Test
  void aShortSilenceAfterARequestIsNone() {
    List<Turn> turns =
        List.of(turn(Role.AGENT, 1, 3, "hold on"), turn(Role.AGENT, 6, 8, "here it is"));
    assertThat(holds(turns, NO_MUSIC)).isEmpty();
  }

  @Test
  void silenceAtTheEndIsNoHold() {
    assertThat(holds(List.of(turn(Role.AGENT, 1, 3, "hold on")), NO_MUSIC)).isEmpty();
  }

  @Test
  void restsBetweenBeepsDoNotSplitAHold() {
    List<Turn> turns = List.of(turn(Role.AGENT, 1, 3, "hello"), turn(Role.CUSTOMER, 4, 6, "hello"));
    assertThat(holds(turns, new Span(10, 11), new Span(11.8, 13), new Span(13.5, 14)))
        .containsExactly(new Span(10, 14));
  }
}
