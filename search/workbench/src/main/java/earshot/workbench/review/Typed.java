package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.workbench.account.SignedIn;
import earshot.workbench.web.Access;
import earshot.workbench.web.Moment;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people typed into the forms of reviews, and writes times as they read them. */
public final class Typed {
  /** Those who decide about answers and records. */
  public static final Access DECIDERS =
      Access.of(
          earshot.workbench.account.Role.REVIEWER,
          earshot.workbench.account.Role.SUPERVISOR,
          earshot.workbench.account.Role.ADMIN);

  private static final int LONGEST = 4_000;
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,5}(?:[.,]\\d{1,3})?)");

  private Typed() {}

  /** A field without blanks around it; empty when it was not sent. */
  public static String text(Context http, String field) {
    String value = http.formParam(field);
    String text = value == null ? "" : value.strip();
    if (text.indexOf('\0') >= 0) {
      throw new BadRequestResponse(field + " holds a character that no text has");
    }
    if (text.length() > LONGEST) {
      throw new BadRequestResponse(field + " is longer than " + LONGEST + " characters");
    }
    return text;
  }

  /** Seconds, typed as {@code 83.5} or {@code 1:23.5}. */
  public static double seconds(Context http, String field) {
    return seconds(field, text(http, field));
  }

  /** The same of a text from a field. */
  static double seconds(String field, String text) {
    Matcher clock = CLOCK.matcher(text.strip());
    if (!clock.matches()) {
      throw new BadRequestResponse(field + " is a time such as 1:23.5 or 83.5");
    }
    String minutes = clock.group(1);
    return (minutes == null ? 0 : 60 * Integer.parseInt(minutes))
        + Double.parseDouble(clock.group(2).replace(',', '.'));
  }

  /** A channel of a call, 0-based. */
  static int channel(String text, CallRecord call) {
    if (text.matches("\\d") && Integer.parseInt(text) < Math.max(1, call.audio().channels())) {
      return Integer.parseInt(text);
    }
    throw new BadRequestResponse("channel is one of the call");
  }

  /** A time on the clock of this machine. */
  public static String at(Instant time) {
    return Moment.of(time).text();
  }

  /** {@code 1:23.5}. */
  public static String clock(double seconds) {
    long tenths = Math.round(seconds * 10);
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }

  static boolean decides(SignedIn who) {
    return DECIDERS.roles().contains(who.role());
  }
}
