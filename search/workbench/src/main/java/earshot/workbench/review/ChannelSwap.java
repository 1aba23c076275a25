package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.call.Event;
import earshot.call.Layout;
import earshot.call.Metrics;
import earshot.call.Role;
import earshot.call.Turn;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the agent on the channel where a person heard the agent. Applied again it changes nothing.
 *
 * @param agentChannel 0 or 1
 */
record ChannelSwap(int agentChannel) {

  /** Where the agent would be after a swap; null where no channel is one party's alone. */
  static @Nullable Integer otherChannel(CallRecord call) {
    return switch (call.audio().layout()) {
      case AGENT_LEFT -> 1;
      case AGENT_RIGHT -> 0;
      case MONO, FAKE_STEREO, TRANSCRIPT -> null;
    };
  }

  /** The record with the roles exchanged; scores stay as they are. */
  CallRecord apply(CallRecord call) {
    Integer other = otherChannel(call);
    if (other == null || other != agentChannel) {
      return call;
    }
    Layout layout = agentChannel == 0 ? Layout.AGENT_LEFT : Layout.AGENT_RIGHT;
    return call.withAudio(call.audio().withLayout(layout, null))
        .withTurns(call.transcript().turns().stream().map(this::placed).toList())
        .withMeasures(
            call.events().stream().map(ChannelSwap::swapped).toList(), swapped(call.metrics()));
  }

  /** What was taken for a notice was heard on the channel that was taken for the agent's. */
  private Turn placed(Turn turn) {
    return turn.withRole(turn.channel() == agentChannel ? Role.AGENT : Role.CUSTOMER);
  }

  private static Event swapped(Event event) {
    Role role = event.role();
    return role == null ? event : new Event(event.kind(), event.start(), event.end(), other(role));
  }

  private static Metrics swapped(Metrics metrics) {
    return new Metrics(
        swapped(metrics.talkSeconds()),
        metrics.silenceSeconds(),
        metrics.overtalkSeconds(),
        swapped(metrics.interruptions()),
        swapped(metrics.wordsPerMinute()),
        metrics.meanConfidence());
  }

  private static <V> Map<String, V> swapped(Map<String, V> byRole) {
    Map<String, V> swapped = new TreeMap<>();
    byRole.forEach((role, value) -> swapped.put(other(role), value));
    return swapped;
  }

  private static String other(String role) {
    if (role.equals(Role.AGENT.id())) {
      return Role.CUSTOMER.id();
    }
    return role.equals(Role.CUSTOMER.id()) ? Role.AGENT.id() : role;
  }

  /** The other party; what is neither stays. */
  static Role other(Role role) {
    return switch (role) {
      case AGENT -> Role.CUSTOMER;
      case CUSTOMER -> Role.AGENT;
      case ANNOUNCEMENT, UNKNOWN -> role;
    };
  }
}
