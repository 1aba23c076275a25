package earshot.score.check;

import earshot.call.Event;
import earshot.call.Evidence;
import earshot.call.Role;
import earshot.score.talk.Conversation;
import java.util.List;

/** The agent starts while the customer still speaks, and both go on for a second or longer. */
final class TalkingOver {
  private static final double LEAST_SECONDS = 1;

  private TalkingOver() {}

  static List<Event> byAgent(Conversation talk) {
    return talk.events().stream()
        .filter(
            e ->
                e.kind() == Event.Kind.OVERTALK
                    && e.role() == Role.AGENT
                    && e.seconds() >= LEAST_SECONDS)
        .toList();
  }

  /** What the agent says over the customer. */
  static Evidence evidence(Case call, Event event) {
    Conversation talk = call.talk();
    for (int i = 0; i < talk.turns().size(); i++) {
      if (talk.said(i, Role.AGENT)
          && talk.turn(i).start() < event.end()
          && talk.turn(i).end() > event.start()) {
        return new Evidence(
            Role.AGENT, event.start(), event.end(), call.hearing().evidence(i).quote());
      }
    }
    return new Evidence(Role.AGENT, event.start(), event.end(), "(talks over the customer)");
  }
}
