package earshot.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimesTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static String parsed(String text) {
    return StartTimes.parse(text, LONDON).time().toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-10-05T12:39:21+01:00 | 2026-10-05T12:39:21+01:00",
        "2026-10-05T12:39:21-0500 | 2026-10-05T12:39:21-05:00",
        "2026-10-05T12:39:21+09 | 2026-10-05T12:39:21+09:00",
        "2026-10-05 12:39:21.250 +02:00 | 2026-10-05T12:39:21.250+02:00",
        "2026-10-05T11:39:21Z | 2026-10-05T11:39:21Z",
        "2026-12-05T11:39:21+02:00[Europe/Athens] | 2026-12-05T11:39:21+02:00",
        "20261005T113921Z | 2026-10-05T11:39:21Z",
        "'Mon, 5 Oct 2026 12:39:21 +0100' | 2026-10-05T12:39:21+01:00",
      })
  void anOffsetIsKept(String text, String expected) {
    assertThat(parsed(text)).isEqualTo(expected);
    assertThat(StartTimes.parse(text, LONDON).zoneAssumed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-05 12:39",
        "2026-10-05T12:39:00.000",
        "2026/10/05 12:39",
        "05.10.2026 12:39:00",
        "20261005_123900",
        "20261005 1239",
        " 2026-10-05t12:39:00 ",
        "20261005123900",
        "202610051239"
      })
  void aTimeWithoutOffsetIsInTheConfiguredZone(String text) {
    assertThat(parsed(text)).isEqualTo("2026-10-05T12:39+01:00");
    assertThat(StartTimes.parse(text, LONDON).zoneAssumed()).isTrue();
  }

  @Test
  void epochSecondsAndMillisecondsAreRead() {
    assertThat(parsed("1791200361")).isEqualTo("2026-10-05T12:39:21+01:00");
    assertThat(parsed("1791200361250")).isEqualTo("2026-10-05T12:39:21.250+01:00");
    assertThat(parsed("1791200361.25")).isEqualTo("2026-10-05T12:39:21.250+01:00");
  }

  @Test
  void inTheHourThatComesTwiceTheFirstIsMeant() {
    assertThat(parsed("2026-10-25 01:30:00")).isEqualTo("2026-10-25T01:30+01:00");
    assertThat(parsed("2026-10-25T01:30:00Z")).isEqualTo("2026-10-25T01:30Z");
  }

  @Test
  void inTheHourThatIsLeftOutTheClockWasNotYetPutForward() {
    assertThat(parsed("2026-03-29 01:30:00")).isEqualTo("2026-03-29T02:30+01:00");
  }

  @Test
  void summerAndWinterHaveTheirOwnOffsets() {
    assertThat(parsed("2026-07-01 09:00")).endsWith("+01:00");
    assertThat(parsed("2026-12-01 09:00")).endsWith("Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-10-05",
        "05/10/2026 12:39",
        "2026-13-05T12:39:21Z",
        "2026-02-30T12:39:21Z",
        "2026-10-05T25:00:00Z",
        "1970-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z",
        "4420794600",
        "12:39:21"
      })
  void whatIsNoUnambiguousTimeIsRefused(String text) {
    assertThatThrownBy(() -> parsed(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }
}
