package earshot.workbench.review;

import earshot.call.CallRecord;
import earshot.call.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What of the changes of a call can be taken back. Taking back starts from what the machine heard;
 * an exchange of channels by a version that did not keep that has nothing to start from, and one
 * that a later exchange has overtaken has nothing left to undo.
 */
final class TakingBack {
  private final CallRecord call;
  private final List<Change> all;

  /**
   * @param all every change of the call, oldest first
   */
  TakingBack(CallRecord call, List<Change> all) {
    this.call = call;
    this.all = List.copyOf(all);
  }

  /** Whether something becomes of it. */
  boolean works(Change change) {
    if (!holds(change)) {
      return false;
    }
    if (change.waits() || !(change.wanted() instanceof Wanted.AgentOn)) {
      return true;
    }
    return !without(change).equals(call.audio().layout());
  }

  private boolean holds(Change change) {
    Set<Long> takenBack = Change.takenBack(all);
    return change.wanted().speakers() && !takenBack.contains(change.id());
  }

  /** Who would be on which channel. */
  private Layout without(Change change) {
    List<Change> others = new ArrayList<>(all);
    others.remove(change);
    return WhoSpeaks.of(others).placed(call.asHeard()).audio().layout();
  }

  /** Whether it holds, and can be undone only by putting the agent on the other channel again. */
  boolean onlyByExchange(Change change) {
    return holds(change)
        && !works(change)
        && change.wanted() instanceof Wanted.AgentOn agent
        && agent.equals(last());
  }

  private Wanted last() {
    return all.stream()
        .filter(this::holds)
        .map(Change::wanted)
        .filter(Wanted.AgentOn.class::isInstance)
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
