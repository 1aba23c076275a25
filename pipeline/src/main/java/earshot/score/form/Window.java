package earshot.score.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a phrase must be said. It counts by the start of its first word, both ends included. */
public sealed interface Window {
  /** At any time. */
  record WholeCall() implements Window {}

  /** In the first seconds of the recording. */
  record First(double seconds) implements Window {}

  /** In the last seconds of the recording. */
  record Last(double seconds) implements Window {}

  /**
   * In the agent's turns after the first turn that complains.
   *
   * @param turns how many of them; {@link Integer#MAX_VALUE} for all
   */
  record AfterComplaint(int turns) implements Window {}

  /**
   * Reads {@code first 20 s}, {@code last 60 s}, {@code after complaint} or {@code after complaint,
   * 2 turns}.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  static Window parse(String text) {
    Matcher ends = Pattern.compile("(first|last) (\\d+(?:\\.\\d+)?) ?s").matcher(text);
    if (ends.matches()) {
      double seconds = Double.parseDouble(ends.group(2));
      return ends.group(1).equals("first") ? new First(seconds) : new Last(seconds);
    }
    Matcher after = Pattern.compile("after complaint(?:, (\\d+) turns)?").matcher(text);
    if (after.matches()) {
      return new AfterComplaint(
          after.group(1) == null ? Integer.MAX_VALUE : Integer.parseInt(after.group(1)));
    }
    throw new IllegalArgumentException(
        "'within' is 'first 20 s', 'last 20 s', 'after complaint' or 'after complaint, 2 turns',"
            + " not '"
            + text
            + "'");
  }
}
