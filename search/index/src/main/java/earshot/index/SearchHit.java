package earshot.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import earshot.call.Event;
import java.util.List;
import java.util.OptionalDouble;

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

  /**
   * When the first find begins, seconds from the start of the audio; empty where only filters or
   * absence matched.
   */
  public OptionalDouble firstSecond() {
    double word =
        matches.stream()
            .mapToDouble(m -> m.words().isEmpty() ? m.start() : m.words().get(0).get(0))
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    double event = events.stream().mapToDouble(Event::start).min().orElse(Double.POSITIVE_INFINITY);
    double first = Math.min(word, event);
    return Double.isInfinite(first) ? OptionalDouble.empty() : OptionalDouble.of(first);
  }
}
