package earshot.workbench.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
  private final Passwords passwords = new Passwords(Limits.shipped());

  @Test
  void onlyTheSamePasswordMatches() {
    String hash = passwords.hash("a long and quiet river");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash("a long and quiet river")).isNotEqualTo(hash);
    assertThat(passwords.matches("a long and quiet river", hash)).isTrue();
    assertThat(passwords.matches("a long and quiet rivet", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
    assertThat(passwords.matches("x".repeat(100_000), hash)).isFalse();
    assertThat(passwords.matches("a long and quiet river", null)).isFalse();
  }

  /** From the tests of the reference implementation, phc-winner-argon2. */
  @Test
  void hashesOfTheReferenceImplementationAreUnderstood() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
            + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(passwords.matches("password", reference)).isTrue();
    assertThat(passwords.matches("passwore", reference)).isFalse();
  }

  @Test
  void lettersTypedInAnotherFormAreTheSamePassword() {
    String hash = passwords.hash("caf\u00e9 au lait, s'il");
    assertThat(passwords.matches("cafe\u0301 au lait, s'il", hash)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "seven77", "rita rita rita", "aaaaaaaaaaaa"})
  void easyPasswordsAreRefused(String password) {
    assertThatThrownBy(() -> passwords.check("rita", password))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a password");
  }

  @Test
  void lengthCountsNotKindsOfCharacters() {
    passwords.check("rita", "quiet river");
    assertThat(passwords.recommended("quiet river")).isFalse();
    assertThat(passwords.recommended("a long and quiet river")).isTrue();
    assertThatThrownBy(() -> passwords.check("rita", "ab cd".repeat(60)))
        .hasMessageContaining("has 300");
  }
}
