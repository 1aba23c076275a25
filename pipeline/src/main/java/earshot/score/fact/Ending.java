package earshot.score.fact;

/** How a call ends. */
public enum Ending {
  /** With a goodbye, thanks, or a party that hangs up. */
  CLOSED,
  /** The caller was handed to somebody else. */
  TRANSFERRED,
  /** The line dropped. */
  CUT_OFF
}
