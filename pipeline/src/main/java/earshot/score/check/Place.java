package earshot.score.check;

import earshot.call.Evidence;
import earshot.call.Role;

/**
 * Words that a rule finds, or nearly finds.
 *
 * @param hit whether the rule counts it
 * @param start seconds from the start of the recording
 * @param end seconds
 * @param why it is only near; empty for a hit
 */
public record Place(boolean hit, Role role, double start, double end, String why) {
  static Place hit(Evidence evidence) {
    return new Place(true, evidence.role(), evidence.start(), evidence.end(), "");
  }

  static Place near(Evidence evidence, String why) {
    return new Place(false, evidence.role(), evidence.start(), evidence.end(), why);
  }
}
