package earshot.report;

import earshot.stats.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them: the same at the terminal and in HTML. */
final class Figures {
  static final String NONE = "-";
  static final String TOO_FEW = "too few";

  private Figures() {}

  /** A score with one decimal. */
  static String score(@Nullable Double score) {
    return score == null ? NONE : String.format(Locale.ROOT, "%.1f", score);
  }

  static String scores(@Nullable Interval interval) {
    return interval == null ? NONE : score(interval.low()) + " to " + score(interval.high());
  }

  /** A share in whole per cent. */
  static String share(@Nullable Double share) {
    return share == null ? NONE : Math.round(share * 100) + " %";
  }

  static String shares(@Nullable Interval interval) {
    return interval == null
        ? NONE
        : Math.round(interval.low() * 100) + " to " + Math.round(interval.high() * 100) + " %";
  }

  /** Minutes and seconds, rounded down: {@code 1:05}. */
  static String clock(double seconds) {
    long whole = (long) Math.floor(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  /** A count with its noun, English plural. */
  static String counted(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }
}
