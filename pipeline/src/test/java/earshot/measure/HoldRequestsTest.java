package earshot.measure;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.call.Role;
import earshot.call.Turn;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldRequestsTest {
  private static boolean asks(String text) {
    return HoldRequests.english().test(new Turn(Role.AGENT, 0, 0, 1, text, 1, List.of(), null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May I place you on a short hold while I reach the team?",
        "would you mind holding while i check with the warehouse",
        "just a moment",
        "hold on",
        "bear with me",
        "i need to ask someone one second"
      })
  void whoAsksToWait(String text) {
    assertThat(asks(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thank you for holding", "", "hold", "i will check the second invoice"})
  void whoDoesNot(String text) {
    assertThat(asks(text)).isFalse();
  }
}
