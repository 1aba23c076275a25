package earshot.workbench.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  /** RFC 6238, appendix B. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private static final long NONE = Long.MIN_VALUE;

  /** The table of the RFC has eight digits; six are the last of them. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codesAreThoseOfTheRfc(long seconds, String eightDigits) {
    String code = eightDigits.substring(2);
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds), NONE))
        .hasValue(seconds / 30);
    assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds + 90), NONE)).isEmpty();
  }

  @Test
  void oneStepEitherWayCountsAndNoneThatCountedBefore() {
    Instant now = Instant.ofEpochSecond(59);
    String code = "287082";
    assertThat(Totp.step(SECRET, code, now.plusSeconds(30), NONE)).hasValue(1);
    assertThat(Totp.step(SECRET, code, now.minusSeconds(30), NONE)).hasValue(1);
    assertThat(Totp.step(SECRET, code, now.plusSeconds(31), NONE)).as("29 s late").isEmpty();
    assertThat(Totp.step(SECRET, code, now, 0)).hasValue(1);
    assertThat(Totp.step(SECRET, code, now, 1)).isEmpty();
    assertThat(Totp.step(SECRET, code, now, 2)).isEmpty();
  }

  @Test
  void everythingElseIsNoCode() {
    Instant now = Instant.ofEpochSecond(59);
    for (String typed : new String[] {"", "28708", "94287082", "287083", "２８７０８２", "-87082"}) {
      assertThat(Totp.step(SECRET, typed, now, NONE)).as(typed).isEmpty();
    }
    assertThat(Totp.secret()).hasSize(20).isNotEqualTo(Totp.secret());
  }
}
