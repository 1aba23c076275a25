package earshot.score.talk;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.match.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {
  @Test
  void aPauseDoesNotEndATurn() {
    Conversation talk = talk(List.of(), agent(0, 2), agent(3, 5), customer(6, 8));
    assertThat(talk.turns()).hasSize(2);
    assertThat(talk.turn(0).end()).isEqualTo(5);
    assertThat(talk.turn(0).words()).hasSize(2);
  }

  @Test
  void aShortSoundOfTheOtherDoesNotDivide() {
    Turn mhm =
        new Turn(Role.CUSTOMER, 1, 2.1, 2.5, "mhm", 1, List.of(new Word("mhm", 2.1, 2.5, 1)), null);
    assertThat(talk(List.of(), agent(0, 2), mhm, agent(2.6, 5)).counted(Role.AGENT)).hasSize(1);
  }

  @Test
  void aShortAnswerInAPauseDivides() {
    Conversation talk = talk(List.of(), agent(0, 2), customer(2.1, 2.5), agent(2.6, 5));
    assertThat(talk.counted(Role.AGENT)).hasSize(2);
  }

  @Test
  void aWordSaidMeanwhileDoesNotDivide() {
    Conversation talk = talk(List.of(), agent(0, 2.4), customer(2.1, 2.5), agent(2.6, 5));
    assertThat(talk.counted(Role.AGENT)).hasSize(1);
  }

  @Test
  void aTurnOfTheOtherDivides() {
    Conversation talk = talk(List.of(), agent(0, 2), customer(2.1, 3), agent(3.2, 5));
    assertThat(talk.counted(Role.AGENT)).hasSize(2);
  }

  @Test
  void aHoldDivides() {
    Event hold = new Event(Event.Kind.HOLD, 2.1, 4.9, null);
    assertThat(talk(List.of(hold), agent(0, 2), agent(5, 6)).turns()).hasSize(2);
  }

  @Test
  void whatStartsDuringATurnIsNotAfterIt() {
    Conversation talk = talk(List.of(), customer(0, 5), agent(3, 6), customer(7, 8), agent(9, 10));
    assertThat(talk.countedAfter(Role.AGENT, 5)).containsExactly(3);
  }

  @Test
  void wordsWithoutLettersAreLeftOut() {
    Turn turn =
        new Turn(
            Role.AGENT,
            0,
            0,
            2,
            "well - yes",
            1,
            List.of(new Word("well", 0, 1, 1), new Word("-", 1, 1, 1), new Word("yes", 1, 2, 1)),
            null);
    Conversation talk = talk(List.of(), turn);
    assertThat(talk.forms(0)).containsExactly("well", "yes");
    assertThat(talk.turn(0).words()).hasSize(2);
  }

  private static Conversation talk(List<Event> events, Turn... turns) {
    return Conversation.of(List.of(turns), events, 60, Language.of("en"), "mhm"::equals);
  }

  private static Turn agent(double start, double end) {
    return turn(Role.AGENT, start, end);
  }

  private static Turn customer(double start, double end) {
    return turn(Role.CUSTOMER, start, end);
  }

  private static Turn turn(Role role, double start, double end) {
    return new Turn(
        role,
        role == Role.AGENT ? 0 : 1,
        start,
        end,
        "well",
        1,
        List.of(new Word("well", start, end, 1)),
        null);
  }
}
