package earshot.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class StartTimesProperties {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Property
  void everyInstantIsReadBackWithItsOffset(
      @ForAll @LongRange(min = 631_152_000, max = 4_102_000_000L) long second) {
    ZonedDateTime time = Instant.ofEpochSecond(second).atZone(LONDON);
    OffsetDateTime read =
        StartTimes.parse(time.toOffsetDateTime().toString(), ZoneId.of("UTC")).time();
    assertThat(read).isEqualTo(time.toOffsetDateTime());
  }

  @Property
  void aLocalTimeIsNeverMoreThanTheHourOfTheClockChangeOff(
      @ForAll @LongRange(min = 631_152_000, max = 4_102_000_000L) long second) {
    ZonedDateTime time = Instant.ofEpochSecond(second).atZone(LONDON);
    OffsetDateTime read = StartTimes.parse(time.toLocalDateTime().toString(), LONDON).time();
    assertThat(ChronoUnit.MINUTES.between(read, time)).isIn(0L, 60L);
  }
}
