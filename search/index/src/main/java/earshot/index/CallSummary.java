package earshot.index;

import earshot.call.Event;
import earshot.match.CallFields;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of a call besides its words, to show a hit without reading the record.
 *
 * @param fields under the names of {@link earshot.query.Field}; its texts are in lower case
 */
public record CallSummary(
    OffsetDateTime startedAt,
    @Nullable String agentId,
    @Nullable String agentName,
    @Nullable String team,
    CallFields fields,
    List<Event> events) {
  public CallSummary {
    events = List.copyOf(events);
  }
}
