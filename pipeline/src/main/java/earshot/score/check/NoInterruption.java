package earshot.score.check;

import earshot.call.Event;
import earshot.call.Evidence;
import java.util.List;
import java.util.Locale;

/** The agent never starts to speak over the customer for a second or longer. */
final class NoInterruption extends MetricCheck {
  NoInterruption() {
    super(1);
  }

  @Override
  public Verdict answer(Case call) {
    List<Event> events = TalkingOver.byAgent(call.talk());
    if (events.isEmpty()) {
      return Verdict.missing(
          true,
          "The agent does not talk over the customer.",
          earshot.call.Role.AGENT,
          0,
          call.talk().seconds(),
          null);
    }
    List<Evidence> evidence = events.stream().map(e -> TalkingOver.evidence(call, e)).toList();
    return Verdict.shown(
        false,
        String.format(
            Locale.ROOT,
            "The agent talks over the customer %s, the longest for %.1f seconds.",
            events.size() == 1 ? "once" : events.size() + " times",
            events.stream().mapToDouble(Event::seconds).max().orElse(0)),
        evidence);
  }
}
