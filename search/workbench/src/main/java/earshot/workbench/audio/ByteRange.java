package earshot.workbench.audio;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a Range header asks for (RFC 9110, 14.1 and 14.2), of a body whose length is known. */
sealed interface ByteRange {
  /** Everything: no range was asked for, or none that has to be understood. */
  record Whole() implements ByteRange {}

  /**
   * A part.
   *
   * @param from first byte
   * @param to byte behind the last
   */
  record Part(long from, long to) implements ByteRange {}

  /** A range that lies behind the end. */
  record Unsatisfiable() implements ByteRange {}

  Pattern SINGLE = Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /** Several ranges and other units are answered with everything, as the RFC allows. */
  static ByteRange of(@Nullable String header, long length) {
    Matcher range = header == null ? null : SINGLE.matcher(header);
    if (range == null || !range.matches()) {
      return new Whole();
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), length);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return new Whole(); // an invalid range is to be ignored
    }
    return from >= length ? new Unsatisfiable() : new Part(from, to);
  }

  private static ByteRange suffix(long bytes, long length) {
    return bytes == 0 || length == 0
        ? new Unsatisfiable()
        : new Part(Math.max(0, length - bytes), length);
  }
}
