package earshot.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which speaker is on which channel, as diagnosed at ingest. */
public enum Layout {
  @JsonProperty("agent_left")
  AGENT_LEFT,
  @JsonProperty("agent_right")
  AGENT_RIGHT,
  /** One channel with both parties. */
  @JsonProperty("mono")
  MONO,
  /** Two channels that carry the same mix of both parties. */
  @JsonProperty("fake_stereo")
  FAKE_STEREO,
  /** A transcript that names its speakers, without audio. */
  @JsonProperty("transcript")
  TRANSCRIPT;

  /** Whether each party can be heard alone. */
  public boolean separated() {
    return this == AGENT_LEFT || this == AGENT_RIGHT || this == TRANSCRIPT;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
