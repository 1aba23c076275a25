package earshot.score;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.LanguagePacks;
import earshot.score.speaker.ChannelCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelCheckTest {
  private static final LanguagePack ENGLISH = LanguagePacks.shipped().find("en").orElseThrow();

  @Test
  void channelsAsToldAreNeverExchanged() {
    for (OwnDialogues dialogue : OwnDialogues.all()) {
      CallRecord call = dialogue.call();
      ChannelCheck check = check(call, call.transcript().turns(), false);
      assertThat(check.layout()).as(call.callId()).isEqualTo(Layout.AGENT_LEFT);
      assertThat(check.doubt()).as(call.callId()).isNull();
      assertThat(check.turns()).isEqualTo(call.transcript().turns());
    }
  }

  @Test
  void exchangedChannelsAreFoundByWhatIsSaid() {
    int found = 0;
    for (OwnDialogues dialogue : OwnDialogues.all()) {
      CallRecord call = dialogue.call();
      ChannelCheck check = check(call, exchanged(call.transcript().turns()), false);
      if (check.layout() == Layout.AGENT_RIGHT) {
        assertThat(check.turns()).isEqualTo(call.transcript().turns());
        found++;
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(OwnDialogues.all().size() * 4 / 5);
  }

  @Test
  void metadataStandUnlessTheWordsAreVeryClear() {
    int doubted = 0;
    for (OwnDialogues dialogue : OwnDialogues.all()) {
      CallRecord call = dialogue.call();
      ChannelCheck check = check(call, exchanged(call.transcript().turns()), true);
      if (check.doubt() != null) {
        assertThat(check.doubt().toldBy()).isEqualTo("metadata");
        assertThat(check.doubt().exchanged()).isEqualTo(check.doubt().certainty() >= 0.98);
        assertThat(check.layout() == Layout.AGENT_RIGHT).isEqualTo(check.doubt().exchanged());
        doubted += check.doubt().exchanged() ? 0 : 1;
      }
    }
    assertThat(doubted).isPositive();
  }

  @Test
  void wordsThatSayNothingExchangeNothing() {
    List<Turn> turns =
        List.of(
            Dialogues.turn(Role.CUSTOMER, 0, 2, "seven four two"),
            Dialogues.turn(Role.AGENT, 3, 5, "nine nine one"));
    ChannelCheck check = ChannelCheck.of(Layout.AGENT_LEFT, false, turns, ENGLISH, true);
    assertThat(check.layout()).isEqualTo(Layout.AGENT_LEFT);
    assertThat(check.doubt()).isNull();
  }

  private static ChannelCheck check(CallRecord call, List<Turn> turns, boolean told) {
    return ChannelCheck.of(Layout.AGENT_LEFT, told, turns, ENGLISH, call.metadata().outbound());
  }

  private static List<Turn> exchanged(List<Turn> turns) {
    return turns.stream()
        .map(
            t ->
                switch (t.role()) {
                  case AGENT -> t.withRole(Role.CUSTOMER);
                  case CUSTOMER -> t.withRole(Role.AGENT);
                  default -> t;
                })
        .toList();
  }
}
