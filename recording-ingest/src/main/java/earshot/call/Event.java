package earshot.call;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened besides words.
 *
 * @param role for overtalk, the party that started while the other still spoke; else null
 */
public record Event(Kind kind, double start, double end, @Nullable Role role) {
  public Event {
    Spans.check("event", start, end);
  }

  /** The kinds of event; names as in the record and in the query language. */
  public enum Kind {
    @JsonProperty("hold")
    HOLD,
    @JsonProperty("silence")
    SILENCE,
    @JsonProperty("overtalk")
    OVERTALK;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public double seconds() {
    return end - start;
  }
}
