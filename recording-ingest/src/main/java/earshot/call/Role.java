package earshot.call;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who speaks in a turn. */
public enum Role {
  @JsonProperty("agent")
  AGENT,
  @JsonProperty("customer")
  CUSTOMER,
  /** A recorded notice, such as "calls are recorded", heard on the agent's side. */
  @JsonProperty("announcement")
  ANNOUNCEMENT,
  /** Both parties on one channel and not told apart. */
  @JsonProperty("unknown")
  UNKNOWN;

  /** The name used in JSON, tables, the query language and on screen. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
