package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.call.Layout;
import earshot.call.Role;
import earshot.call.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people said about who speaks in a call, all of it together. What was said of a span holds
 * also when the speakers of the whole call change places; of what was said twice the last holds.
 *
 * @param agentChannel 0 or 1, where the agent was put; null where nobody did
 * @param exchanged whether agent and customer of one channel changed places
 * @param named oldest first
 */
record WhoSpeaks(@Nullable Integer agentChannel, boolean exchanged, List<NamedSpan> named) {
  WhoSpeaks {
    named = List.copyOf(named);
  }

  /** Of all changes of a call, oldest first, without those that were taken back. */
  static WhoSpeaks of(List<Change> changes) {
    Set<Long> takenBack = Change.takenBack(changes);
    Integer agentChannel = null;
    boolean exchanged = false;
    List<NamedSpan> named = new ArrayList<>();
    for (Change change : changes) {
      if (takenBack.contains(change.id())) {
        continue;
      }
      if (change.wanted() instanceof Wanted.AgentOn agent) {
        agentChannel = agent.channel();
      } else if (change.wanted() instanceof Wanted.Exchange) {
        exchanged = !exchanged;
      } else if (change.wanted() instanceof Wanted.Speakers speakers) {
        named.addAll(speakers.spans());
      }
    }
    return new WhoSpeaks(agentChannel, exchanged, named);
  }

  /** Whether agent and customer of a call can change places though they share a channel. */
  static boolean exchangeable(CallRecord call) {
    return mixed(call)
        && call.transcript().turns().stream()
            .map(Turn::role)
            .anyMatch(role -> role == Role.AGENT || role == Role.CUSTOMER);
  }

  private static boolean mixed(CallRecord call) {
    Layout layout = call.audio().layout();
    return layout == Layout.MONO || layout == Layout.FAKE_STEREO;
  }

  /** The record as heard with the speakers of the whole call; the same where they stay. */
  CallRecord placed(CallRecord heard) {
    if (mixed(heard)) {
      return exchanged
          ? heard.withTurns(
              heard.transcript().turns().stream()
                  .map(turn -> turn.withRole(ChannelSwap.other(turn.role())))
                  .toList())
          : heard;
    }
    return agentChannel == null ? heard : new ChannelSwap(agentChannel).apply(heard);
  }

  /** The record with what was said of spans. */
  CallRecord named(CallRecord placed) {
    List<Turn> turns = placed.transcript().turns();
    for (NamedSpan span : named) {
      turns = span.in(turns);
    }
    return placed.withTranscript(placed.transcript().withSettled(turns), placed.redactions());
  }
}
