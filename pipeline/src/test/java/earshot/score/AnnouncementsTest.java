package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.LanguagePacks;
import earshot.score.speaker.Announcements;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
  private static final LanguagePack ENGLISH = LanguagePacks.shipped().find("en").orElseThrow();

  @Test
  void aNoticeBeforeTheGreetingIsAnAnnouncement() {
    Turn both =
        paused(
            "calls may be monitored and recorded for quality purposes",
            "good afternoon you're through to janet how may i help");
    List<Turn> told = Announcements.tell(List.of(both), ENGLISH);
    assertThat(told).extracting(Turn::role).containsExactly(Role.ANNOUNCEMENT, Role.AGENT);
    assertThat(told.get(1).text()).startsWith("good afternoon");
    assertThat(told.get(0).end()).isLessThan(told.get(1).start());
  }

  @Test
  void anAgentWhoGreetsAndTellsOfTheRecordingIsNone() {
    Turn turn =
        paused("good morning this is laura this call is recorded", "how can i help you today");
    assertThat(Announcements.tell(List.of(turn), ENGLISH)).containsExactly(turn);
  }

  @Test
  void aNoticeAfterTheCustomerSpokeIsTheAgents() {
    List<Turn> turns =
        List.of(
            Dialogues.turn(Role.CUSTOMER, 0, 2, "hello is anybody there"),
            paused("this call is recorded", "how can i help"));
    assertThat(Announcements.tell(turns, ENGLISH)).isEqualTo(turns);
  }

  @Test
  void aQueueSpeaksAtAnyTime() {
    List<Turn> turns =
        List.of(
            Dialogues.turn(Role.AGENT, 0, 2, "hello how can i help"),
            Dialogues.turn(Role.CUSTOMER, 3, 5, "i need the bank"),
            Dialogues.turn(Role.AGENT, 9, 12, "your call is important to us please hold"));
    assertThat(Announcements.tell(turns, ENGLISH))
        .extracting(Turn::role)
        .containsExactly(Role.AGENT, Role.CUSTOMER, Role.ANNOUNCEMENT);
  }

  @Test
  void noDialogueLosesAnAgentsTurnToIt() {
    for (OwnDialogues dialogue : OwnDialogues.all()) {
      List<Turn> turns = dialogue.call().transcript().turns();
      long agent = turns.stream().filter(t -> t.role() == Role.AGENT).count();
      assertThat(Announcements.tell(turns, ENGLISH))
          .as(dialogue.call().callId())
          .filteredOn(t -> t.role() == Role.AGENT)
          .hasSizeGreaterThanOrEqualTo((int) agent - 1);
    }
  }

  /** A turn with half a second between its two parts. */
  private static Turn paused(String one, String other) {
    List<Word> words = new ArrayList<>();
    double at = 3;
    for (String word : one.split(" ")) {
      words.add(new Word(word, at, at + 0.3, 1));
      at += 0.3;
    }
    at += 0.5;
    for (String word : other.split(" ")) {
      words.add(new Word(word, at, at + 0.3, 1));
      at += 0.3;
    }
    return new Turn(Role.AGENT, 0, 3, at, one + " " + other, 1, words, null);
  }
}
