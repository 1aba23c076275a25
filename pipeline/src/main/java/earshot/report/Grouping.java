package earshot.report;

import java.util.Locale;

/** What the rows of a report are about; names as on the command line. */
public enum Grouping {
  AGENT,
  TEAM,
  QUESTION,
  CALL_TYPE;

  /** The name on the command line and in JSON. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
