package earshot.workbench.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A day, or a minute of one, as every page writes it: {@code 1 Oct 2026 09:00} for people, and for
 * programs the same in ISO 8601 with its zone.
 *
 * @param iso goes into {@code datetime}
 */
public record Moment(String text, String iso) implements Content {
  private static final DateTimeFormatter DAY = formatter("d MMM yyyy");
  private static final DateTimeFormatter MINUTE = formatter("d MMM yyyy HH:mm");
  private static final DateTimeFormatter SECOND = formatter("d MMM yyyy HH:mm:ss");
  private static final DateTimeFormatter EXACT = formatter("EEEE d MMMM yyyy, HH:mm:ss (xxx)");

  public Moment {
    if (text.matches(".*[<>&\"].*") || iso.matches(".*[<>&\"].*")) {
      throw new IllegalArgumentException("a time is written in letters and digits, not " + text);
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** When something was done, on the clock of this machine. */
  public static Moment of(Instant time) {
    return of(time.atZone(ZoneId.systemDefault()).toOffsetDateTime());
  }

  /** The same with the second, where the order within a minute matters. */
  public static Moment toTheSecond(Instant time) {
    OffsetDateTime here = time.atZone(ZoneId.systemDefault()).toOffsetDateTime();
    return new Moment(SECOND.format(here), iso(here));
  }

  /** When a call began, on the clock of the place where it began. */
  public static Moment of(OffsetDateTime time) {
    return new Moment(MINUTE.format(time), iso(time));
  }

  /** When a call began, to the second, with the day of the week and the zone. */
  public static Moment exactly(OffsetDateTime time) {
    return new Moment(EXACT.format(time), iso(time));
  }

  public static Moment of(LocalDate day) {
    return new Moment(DAY.format(day), day.toString());
  }

  private static String iso(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent("<time datetime=\"" + iso + "\">" + text + "</time>");
  }

  @Override
  public String toString() {
    return text;
  }
}
