package earshot.bench;

import earshot.score.check.Place;
import earshot.score.mark.Mark;
import java.nio.file.Path;

/**
 * A place of a rule on a call.
 *
 * @param file of the call record
 * @param language of the pack that was used
 * @param rule hash of the rule in that language
 */
record Drawn(Path file, String callId, String language, String rule, Place place) {
  Mark.Kind kind() {
    return place.hit() ? Mark.Kind.HIT : Mark.Kind.NEAR_MISS;
  }

  /** See {@link Mark#place}. */
  String key() {
    return Mark.place(rule, callId, place.role(), place.start());
  }
}
