package earshot.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

/**
 * Reads the times that recorders write: ISO 8601 with or without offset, {@code T} or a blank,
 * colons or none; {@code 2026/10/05 09:03}; {@code 05.10.2026 09:03}; mail's {@code Mon, 5 Oct 2026
 * 09:03:02 +0100}; seconds or milliseconds since 1970. {@code 05/10/2026} is refused: nobody can
 * tell its day from its month.
 */
final class StartTimes {
  /** No recorder of calls is older, none runs later: what lies outside is a clock never set. */
  private static final int FIRST_YEAR = 1990;

  private static final int LAST_YEAR = 2100;
  private static final long MILLISECONDS_FROM = 100_000_000_000L;
  private static final List<DateTimeFormatter> FORMATS =
      List.of(
          format("uuuu-MM-dd['T'][ ]HH:mm[:ss]"),
          format("uuuu/MM/dd['T'][ ]HH:mm[:ss]"),
          format("dd.MM.uuuu['T'][ ]HH:mm[:ss]"),
          format("uuuuMMdd['T'][ ]['_']HHmm[ss]"),
          format("uuuuMMddHHmmss"),
          format("uuuuMMddHHmm"),
          DateTimeFormatter.RFC_1123_DATE_TIME);

  private StartTimes() {}

  /**
   * @param zoneAssumed whether the text had no offset and the zone stood in
   */
  record Parsed(OffsetDateTime time, boolean zoneAssumed) {}

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .appendPattern("[[.][,]")
        .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
        .appendPattern("][ ]")
        .appendPattern("[XXXXX][XX][X]['['VV']']")
        .toFormatter(Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * Reads a time. A time without offset is taken in the zone: in the hour that comes twice when the
   * clocks go back the first one is meant, in the hour that is left out the clock had not yet been
   * put forward.
   *
   * @throws IllegalArgumentException with what was expected
   */
  static Parsed parse(String text, ZoneId zone) {
    String trimmed = text.strip();
    Parsed parsed =
        trimmed.matches("[0-9]{9,11}(\\.[0-9]+)?|[0-9]{12,13}")
                && !trimmed.matches("(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9][0-2][0-9][0-5][0-9]")
            ? new Parsed(epoch(trimmed).atZone(zone).toOffsetDateTime(), false)
            : written(trimmed, zone);
    int year = parsed.time().getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new IllegalArgumentException(
          "expected a year from %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
    }
    return parsed;
  }

  private static Instant epoch(String digits) {
    double number = Double.parseDouble(digits);
    return number >= MILLISECONDS_FROM
        ? Instant.ofEpochMilli((long) number)
        : Instant.ofEpochMilli(Math.round(number * 1000));
  }

  private static Parsed written(String text, ZoneId zone) {
    for (DateTimeFormatter format : FORMATS) {
      try {
        TemporalAccessor found =
            format.parseBest(text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from);
        return found instanceof ZonedDateTime zoned
            ? new Parsed(zoned.toOffsetDateTime(), false)
            : found instanceof OffsetDateTime offset
                ? new Parsed(offset, false)
                : new Parsed(((LocalDateTime) found).atZone(zone).toOffsetDateTime(), true);
      } catch (DateTimeException e) {
        // The next format may fit.
      }
    }
    throw new IllegalArgumentException(
        "expected a time such as 2026-10-05T09:03:02+01:00 or 2026-10-05 09:03:02");
  }
}
