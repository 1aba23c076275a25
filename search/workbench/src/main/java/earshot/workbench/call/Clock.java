package earshot.workbench.call;

import java.util.Locale;

/** Times of a recording as people read them. */
final class Clock {
  private Clock() {}

  /** Minutes and seconds, {@code 1:05}; with hours from one hour on. */
  static String at(double seconds) {
    long whole = (long) Math.floor(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  /** For a script: seconds with two digits, whatever the language. */
  static String number(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }

  /** How long, {@code 0.8 s}, {@code 12 s} or {@code 3 min 5 s}. */
  static String length(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
  }
}
