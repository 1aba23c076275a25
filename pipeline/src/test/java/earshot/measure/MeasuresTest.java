package earshot.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import earshot.audio.speech.AudioAnalysis;
import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  private static Turn turn(Role role, double start, double end, int words) {
    double each = (end - start) / Math.max(1, words);
    List<Word> spoken =
        IntStream.range(0, words)
            .mapToObj(i -> new Word("w", start + i * each, start + (i + 1) * each, 0.5))
            .toList();
    return new Turn(role, role == Role.CUSTOMER ? 1 : 0, start, end, "w", 0.5, spoken, null);
  }

  private static Turn agent(double start, double end) {
    return turn(Role.AGENT, start, end, 4);
  }

  private static Turn customer(double start, double end) {
    return turn(Role.CUSTOMER, start, end, 4);
  }

  private static Measures measure(Turn... turns) {
    return Measures.of(List.of(turns), List.of(), 60, true);
  }

  private static List<Event> overtalk(Measures measures) {
    return measures.events().stream().filter(event -> event.kind() == Event.Kind.OVERTALK).toList();
  }

  private static ChannelAnalysis channel(Span... speech) {
    return new ChannelAnalysis(List.of(speech), List.of(), -30, -70, 0.01, new float[0]);
  }

  @Test
  void theOneWhoStartsLaterTalksOver() {
    Measures measures = measure(customer(1, 5), agent(3.5, 8));
    assertThat(overtalk(measures))
        .containsExactly(new Event(Event.Kind.OVERTALK, 3.5, 5, Role.AGENT));
    assertThat(measures.metrics().interruptions())
        .containsExactly(entry("agent", 1), entry("customer", 0));
    assertThat(measures.metrics().overtalkSeconds()).isCloseTo(1.5, within(1e-9));
  }

  @Test
  void lessThanASecondIsOvertalkButNoInterruption() {
    Measures measures = measure(customer(1, 5), agent(4.1, 8));
    assertThat(overtalk(measures)).hasSize(1);
    assertThat(measures.metrics().interruptions()).containsEntry("agent", 0);
  }

  @Test
  void aBackChannelTalksOverNobody() {
    Measures measures = measure(customer(1, 5), agent(3, 3.5));
    assertThat(overtalk(measures)).isEmpty();
    assertThat(measures.metrics().overtalkSeconds()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void aPauseInsideATurnIsNoSpeech() {
    AudioAnalysis analysis =
        new AudioAnalysis(
            60,
            List.of(channel(new Span(3.1, 4.4)), channel(new Span(1, 3), new Span(4.5, 6))),
            false);
    Measures measures =
        Measures.of(List.of(customer(1, 6), agent(3.1, 4.4)), List.of(), true, analysis);
    assertThat(overtalk(measures)).isEmpty();
    assertThat(measures.metrics().overtalkSeconds()).isZero();
  }

  @Test
  void withoutSeparateChannelsNobodyTalksOver() {
    Measures measures = Measures.of(List.of(customer(1, 5), agent(3, 8)), List.of(), 60, false);
    assertThat(overtalk(measures)).isEmpty();
    assertThat(measures.metrics().interruptions()).isEmpty();
  }

  @Test
  void silenceIsWhereNobodySpeaksAndNobodyHolds() {
    Event hold = new Event(Event.Kind.HOLD, 10, 20, null);
    Measures measures = Measures.of(List.of(agent(1, 5), customer(6, 8)), List.of(hold), 30, true);
    assertThat(measures.events())
        .filteredOn(event -> event.kind() == Event.Kind.SILENCE)
        .containsExactly(
            new Event(Event.Kind.SILENCE, 8, 10, null),
            new Event(Event.Kind.SILENCE, 20, 30, null));
    assertThat(measures.metrics().silenceSeconds()).isCloseTo(1 + 1 + 2 + 10, within(1e-9));
    assertThat(measures.events()).contains(hold);
  }

  @Test
  void paceIsWordsOverTheTimeOfTurnsWithWords() {
    Measures measures =
        measure(
            turn(Role.AGENT, 0, 10, 25), turn(Role.AGENT, 12, 22, 25), turn(Role.AGENT, 30, 40, 0));
    assertThat(measures.metrics().wordsPerMinute()).containsExactly(entry("agent", 150.0));
    assertThat(measures.metrics().talkSeconds(Role.AGENT)).isEqualTo(30);
  }

  @Test
  void aCallWithoutWordsHasNoConfidence() {
    assertThat(measure().metrics().meanConfidence()).isNull();
    assertThat(measure(agent(1, 2)).metrics().meanConfidence()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void eventsAreOrderedByStart() {
    List<Event> events =
        new ArrayList<>(measure(customer(20, 25), agent(23, 28), agent(40, 42)).events());
    assertThat(events).extracting(Event::start).isSorted();
    assertThat(events).hasSizeGreaterThan(3);
  }
}
