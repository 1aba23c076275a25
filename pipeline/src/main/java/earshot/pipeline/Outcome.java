package earshot.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What became of one discovered recording. Each gives exactly one, so that discovered = ok +
 * quarantined + skipped.
 *
 * @param uri the recording
 * @param callId null when the recording did not get as far as having one
 * @param reason short code; empty when ok
 * @param audioSeconds length of a call that was processed; else 0
 */
record Outcome(Kind kind, String uri, @Nullable String callId, String reason, double audioSeconds) {

  enum Kind {
    OK,
    QUARANTINED,
    SKIPPED
  }

  static Outcome ok(String uri, String callId, double audioSeconds) {
    return new Outcome(Kind.OK, uri, callId, "", audioSeconds);
  }

  static Outcome quarantined(String uri, @Nullable String callId, String reason) {
    return new Outcome(Kind.QUARANTINED, uri, callId, reason, 0);
  }

  static Outcome skipped(String uri, @Nullable String callId, String reason) {
    return new Outcome(Kind.SKIPPED, uri, callId, reason, 0);
  }
}
