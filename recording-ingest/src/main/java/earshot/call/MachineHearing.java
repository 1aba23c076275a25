package earshot.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the machine had made of a recording before a person said who speaks; it holds no words.
 *
 * @param layoutCheck as in {@link Audio}
 */
public record MachineHearing(
    Layout layout, @Nullable LayoutCheck layoutCheck, List<Event> events, Metrics metrics) {
  public MachineHearing {
    events = List.copyOf(events);
  }
}
