package earshot.workbench.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an account may be given to see. */
class AccountsTest {
  private static final String FITS = "x".repeat(Accounts.LONGEST_SCOPE);

  @Test
  void teamsAndIdsAreAsLongAsTheDatabaseHoldsThem() {
    assertThatCode(() -> Accounts.check(Role.SUPERVISOR, Set.of(FITS), null))
        .doesNotThrowAnyException();
    assertThatCode(() -> Accounts.check(Role.AGENT, Set.of(), FITS)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Accounts.check(Role.SUPERVISOR, Set.of(FITS + "x"), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 200 characters");
    assertThatThrownBy(() -> Accounts.check(Role.AGENT, Set.of(), FITS + "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 200 characters");
  }
}
