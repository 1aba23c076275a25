package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.LanguagePacks;
import earshot.score.speaker.SpeakerTeller;
import earshot.score.speaker.Speakers;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeakerTellerTest {
  private static final LanguagePack ENGLISH = LanguagePacks.shipped().find("en").orElseThrow();

  @Test
  void whatIsToldIsMostlyRight() {
    double right = 0;
    double all = 0;
    int told = 0;
    for (OwnDialogues dialogue : OwnDialogues.all()) {
      Speakers speakers = tell(dialogue.call());
      if (!speakers.told()) {
        continue;
      }
      told++;
      List<Turn> truth = dialogue.call().transcript().turns();
      for (int i = 0; i < truth.size(); i++) {
        all += truth.get(i).seconds();
        right += truth.get(i).role() == speakers.turns().get(i).role() ? truth.get(i).seconds() : 0;
      }
    }
    assertThat(told).isGreaterThanOrEqualTo(OwnDialogues.all().size() / 2);
    assertThat(right / all).isGreaterThanOrEqualTo(0.92);
  }

  @Test
  void turnsWithRolesStayAsTheyAre() {
    List<Turn> turns = OwnDialogues.all().get(0).call().transcript().turns();
    assertThat(SpeakerTeller.tell(turns, ENGLISH, false).turns()).isEqualTo(turns);
  }

  @Test
  void whatNobodyCanTellStaysUnknown() {
    List<Turn> turns =
        List.of(
            Dialogues.turn(Role.UNKNOWN, 0, 2, "seven four two"),
            Dialogues.turn(Role.UNKNOWN, 3, 5, "nine nine one"));
    Speakers speakers = SpeakerTeller.tell(turns, ENGLISH, true);
    assertThat(speakers.told()).isFalse();
    assertThat(speakers.turns()).isEqualTo(turns);
    assertThat(speakers.reason()).isNotBlank();
  }

  @Test
  void whatIsKnownOfMostOfTheTimeIsEnough() {
    List<Turn> turns =
        List.of(
            Dialogues.turn(Role.AGENT, 0, 10, "seven four two"),
            Dialogues.turn(Role.UNKNOWN, 11, 12, "nine nine one"),
            Dialogues.turn(Role.UNKNOWN, 13, 14, "one one nine"));
    Speakers speakers = SpeakerTeller.tell(turns, ENGLISH, true);
    assertThat(speakers.told()).isTrue();
    assertThat(speakers.certainty()).isLessThan(1);
    assertThat(speakers.turns().get(0)).isEqualTo(turns.get(0));
    assertThat(speakers.turns()).noneMatch(turn -> turn.role() == Role.UNKNOWN);
  }

  private static Speakers tell(CallRecord call) {
    List<Turn> unknown =
        call.transcript().turns().stream().map(t -> t.withRole(Role.UNKNOWN)).toList();
    return SpeakerTeller.tell(unknown, ENGLISH, call.metadata().outbound());
  }
}
