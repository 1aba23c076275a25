package earshot.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import earshot.call.Event;
import java.util.List;

/**
 * A call that matches.
 *
 * @param matches one a matching turn, in the order of the transcript; none where only filters,
 *     events or absence matched
 * @param events those that matched
 * @param summary what else the index knows of the call
 */
public record SearchHit(
    String callId,
    List<TurnMatch> matches,
    @JsonIgnore List<Event> events,
    @JsonIgnore CallSummary summary) {
  public SearchHit {
    matches = List.copyOf(matches);
    events = List.copyOf(events);
  }
}
