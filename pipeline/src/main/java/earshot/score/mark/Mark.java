package earshot.score.mark;

import com.fasterxml.jackson.annotation.JsonProperty;
import earshot.call.Role;

/**
 * What somebody said of one place.
 *
 * @param kind whether the rule found it or nearly did
 * @param language of the call
 * @param start seconds from the start of the recording
 * @param end seconds
 * @param form id of the form
 * @param version of the form
 * @param rule hash of the rule that found the place
 * @param who marked it
 * @param at ISO-8601 instant
 */
public record Mark(
    String callId,
    Kind kind,
    String language,
    Role role,
    double start,
    double end,
    Value mark,
    String form,
    int version,
    String question,
    String rule,
    String who,
    String at) {

  /** How the rule came upon the place. */
  public enum Kind {
    @JsonProperty("hit")
    HIT,
    @JsonProperty("near_miss")
    NEAR_MISS
  }

  /** What a person hears there. */
  public enum Value {
    /** What the question is about. */
    @JsonProperty("true")
    TRUE,
    /** Something else. */
    @JsonProperty("false")
    FALSE,
    /** The words, meant otherwise. */
    @JsonProperty("wrong_sense")
    WRONG_SENSE
  }

  /** The same for all marks of one place under one rule. */
  public String place() {
    return place(rule, callId, role, start);
  }

  /** The same for a place found again. */
  public static String place(String rule, String callId, Role role, double start) {
    return rule + ' ' + callId + ' ' + role.id() + ' ' + Math.round(start * 100);
  }
}
