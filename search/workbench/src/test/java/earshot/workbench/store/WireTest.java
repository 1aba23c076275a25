package earshot.workbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the way to PostgreSQL has to be TLS with a verified certificate. */
class WireTest {
  private static final String ELSEWHERE = "jdbc:postgresql://192.0.2.7/earshot?user=earshot";

  @Test
  void anotherMachineIsVerifiedUnlessTheUrlSaysOtherwise() {
    assertThat(Wire.of(ELSEWHERE).mode()).isEqualTo("verify-full");
    assertThat(Wire.of(ELSEWHERE).open()).isFalse();
    assertThat(Wire.of("jdbc:postgresql://127.0.0.1,192.0.2.7/earshot").mode())
        .isEqualTo("verify-full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "allow", "prefer", "require", "verify-ca", "nonsense"})
  void whatTheUrlSaysCountsAndIsTold(String mode) {
    Wire wire = Wire.of(ELSEWHERE + "&sslmode=" + mode);
    assertThat(wire.mode()).isNull();
    assertThat(wire.open()).isTrue();
    assertThat(wire.elsewhere()).containsExactly("192.0.2.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sslmode=verify-full", "ssl=true"})
  void aVerifiedWayIsNothingToTell(String said) {
    Wire wire = Wire.of(ELSEWHERE + "&" + said);
    assertThat(wire.mode()).isNull();
    assertThat(wire.open()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:5432/earshot",
        "jdbc:postgresql://[::1]/earshot?sslmode=disable",
        "jdbc:postgresql:earshot"
      })
  void thisMachineNeedsNone(String url) {
    assertThat(Wire.of(url).mode()).isNull();
    assertThat(Wire.of(url).open()).isFalse();
  }
}
