package earshot.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import earshot.audio.speech.ChannelAnalysis;
import earshot.audio.speech.Span;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnBuilderTest {
  private static ChannelAnalysis channel(Span... speech) {
    float[] frames = new float[6000];
    Arrays.fill(frames, -70);
    for (Span span : speech) {
      Arrays.fill(frames, (int) (span.start() * 100), (int) (span.end() * 100), -30);
    }
    return new ChannelAnalysis(List.of(speech), List.of(), -30, -70, 0.01, frames);
  }

  private static Word word(String word, double start, double end) {
    return new Word(word, start, end, 0.8);
  }

  private static List<Turn> turns(ChannelAnalysis agent, List<Word> words, Span... customer) {
    return new TurnBuilder()
        .build(
            List.of(
                new TurnBuilder.Heard(Role.AGENT, 0, agent, words),
                new TurnBuilder.Heard(Role.CUSTOMER, 1, channel(customer), List.of())));
  }

  private static List<Span> spans(List<Turn> turns, Role role) {
    return turns.stream()
        .filter(turn -> turn.role() == role)
        .map(turn -> new Span(turn.start(), turn.end()))
        .toList();
  }

  @Test
  void aShortPauseDoesNotEndATurn() {
    assertThat(spans(turns(channel(new Span(1, 3), new Span(3.8, 5)), List.of()), Role.AGENT))
        .containsExactly(new Span(1, 5));
  }

  @Test
  void aLongPauseEndsATurn() {
    assertThat(spans(turns(channel(new Span(1, 3), new Span(4.2, 6)), List.of()), Role.AGENT))
        .containsExactly(new Span(1, 3), new Span(4.2, 6));
  }

  @Test
  void theOtherPartyInAShortPauseEndsATurn() {
    List<Turn> turns =
        turns(channel(new Span(1, 3), new Span(3.8, 5)), List.of(), new Span(3.1, 3.75));
    assertThat(spans(turns, Role.AGENT)).containsExactly(new Span(1, 3), new Span(3.8, 5));
  }

  @Test
  void aShortAnswerInAPauseEndsATurn() {
    List<Turn> turns =
        turns(channel(new Span(1, 3), new Span(3.8, 5)), List.of(), new Span(3.1, 3.5));
    assertThat(spans(turns, Role.AGENT)).containsExactly(new Span(1, 3), new Span(3.8, 5));
  }

  @Test
  void aBackChannelThatOutlastsAPauseDoesNotEndATurn() {
    List<Turn> turns =
        turns(channel(new Span(1, 3), new Span(3.4, 5)), List.of(), new Span(3.3, 3.8));
    assertThat(spans(turns, Role.AGENT)).containsExactly(new Span(1, 5));
  }

  @Test
  void whoTalkedAllAlongDoesNotEndATurn() {
    List<Turn> turns = turns(channel(new Span(1, 3), new Span(3.4, 6)), List.of(), new Span(2, 7));
    assertThat(spans(turns, Role.AGENT)).containsExactly(new Span(1, 6));
  }

  @Test
  void wordsStandInTheTurnOfTheirMiddle() {
    List<Turn> turns =
        turns(
            channel(new Span(1, 3), new Span(6, 8)),
            List.of(word("good", 0.9, 1.3), word("morning", 1.3, 3.05), word("bye", 5.9, 6.4)));
    assertThat(turns).extracting(Turn::text).containsExactly("good morning", "bye");
    assertThat(turns.get(0).words()).containsExactly(word("good", 1, 1.3), word("morning", 1.3, 3));
    assertThat(turns.get(0).confidence()).isCloseTo(0.8, within(1e-9));
    assertThat(turns.get(0).levelDbfs()).isCloseTo(-30, within(0.01));
  }

  @Test
  void speechWithoutWordsIsATurnWhenItIsLongEnough() {
    List<Turn> turns = turns(channel(new Span(1, 1.5), new Span(6, 6.7)), List.of());
    assertThat(turns).hasSize(1);
    assertThat(turns.get(0).text()).isEmpty();
    assertThat(turns.get(0).confidence()).isZero();
  }

  @Test
  void aShortSoundWithAWordIsATurn() {
    assertThat(turns(channel(new Span(1, 1.4)), List.of(word("yes", 1, 1.4)))).hasSize(1);
  }

  @Test
  void wordTimesNeverRunBackwards() {
    List<Turn> turns =
        turns(
            channel(new Span(1, 3)),
            List.of(word("a", 1.2, 1.5), word("b", 1.1, 1.3), word("c", 2.9, 3.4)));
    List<Word> words = turns.get(0).words();
    assertThat(words).extracting(Word::start).isSorted();
    assertThat(words).allSatisfy(word -> assertThat(word.end()).isLessThanOrEqualTo(3));
  }

  @Test
  void onOneChannelAPauseBetweenWordsEndsATurn() {
    List<Turn> turns =
        new TurnBuilder()
            .build(
                List.of(
                    new TurnBuilder.Heard(
                        Role.UNKNOWN,
                        0,
                        channel(new Span(1, 4)),
                        List.of(word("how", 1, 1.5), word("are", 1.6, 2), word("fine", 2.4, 3)))));
    assertThat(turns).extracting(Turn::text).containsExactly("how are", "fine");
    assertThat(spans(turns, Role.UNKNOWN)).containsExactly(new Span(1, 2), new Span(2.4, 4));
  }

  @Test
  void turnsOfBothPartiesAreOrderedByStart() {
    List<Turn> turns =
        turns(channel(new Span(4, 6), new Span(9, 11)), List.of(), new Span(1, 3), new Span(7, 8));
    assertThat(turns)
        .extracting(Turn::role)
        .containsExactly(Role.CUSTOMER, Role.AGENT, Role.CUSTOMER, Role.AGENT);
  }
}
