package earshot.index;

import earshot.call.Role;
import earshot.query.Query;

/**
 * Where finds may lie: whose speech, and at which end of the call. The counterpart, over positions,
 * of what the evaluator hands down a query.
 *
 * @param roles bits of those who may speak
 * @param firstMs length of the window at the start of the call
 * @param lastMs length of the window at its end
 */
record Reach(int roles, int firstMs, int lastMs) {
  private static final int EVERYONE = (1 << Role.values().length) - 1;
  static final Reach ALL = new Reach(EVERYONE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  Reach said(Role role) {
    return new Reach(roles & 1 << role.ordinal(), firstMs, lastMs);
  }

  Reach during(Query.Window.Side side, int ms) {
    return side == Query.Window.Side.FIRST
        ? new Reach(roles, Math.min(firstMs, ms), lastMs)
        : new Reach(roles, firstMs, Math.min(lastMs, ms));
  }

  /** The same voices at any time: for the parts of a find whose whole is tested. */
  Reach anyTime() {
    return new Reach(roles, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** The same time, whoever speaks: for a whole whose parts were tested. */
  Reach anybody() {
    return new Reach(EVERYONE, firstMs, lastMs);
  }

  /** Whether nothing lies elsewhere. */
  boolean everything() {
    return roles == EVERYONE && always();
  }

  /** Drops what begins elsewhere. */
  void filter(CallColumns call, SpanList spans) {
    if (spans.size() == 0 || everything()) {
      return;
    }
    Timeline timeline = call.timeline();
    int from = fromMs(call);
    int kept = 0;
    // Windows leave few turns at an end of the call: what lies before or after them is dropped
    // unseen.
    int turns = timeline.turns();
    int firstTurn = 0;
    while (firstTurn < turns && outside(timeline, firstTurn, from)) {
      firstTurn++;
    }
    while (turns > firstTurn && outside(timeline, turns - 1, from)) {
      turns--;
    }
    int least = timeline.first(firstTurn);
    int beyond = timeline.first(turns);
    for (int i = 0; i < spans.size(); i++) {
      int position = spans.first(i);
      if (position >= least && position < beyond) {
        int turn = timeline.turnAt(position);
        if ((roles & timeline.roleBit(turn)) != 0
            && (always() || inTime(call, timeline, turn, position, from))) {
          spans.keep(i, kept++);
        }
      }
    }
    spans.cut(kept);
  }

  private boolean outside(Timeline timeline, int turn, int from) {
    return timeline.earliestMs(turn) > firstMs || timeline.latestMs(turn) < from;
  }

  private boolean always() {
    return firstMs == Integer.MAX_VALUE && lastMs == Integer.MAX_VALUE;
  }

  private int fromMs(CallColumns call) {
    return lastMs == Integer.MAX_VALUE ? 0 : Math.max(0, call.lengthMs() - lastMs);
  }

  /** The turn's bounds decide, where they can. */
  private boolean inTime(CallColumns call, Timeline timeline, int turn, int position, int from) {
    int earliest = timeline.earliestMs(turn);
    int latest = timeline.latestMs(turn);
    if (earliest > firstMs || latest < from) {
      return false;
    }
    if (earliest >= from && latest <= firstMs) {
      return true;
    }
    int ms = call.startMs(position);
    return ms >= from && ms <= firstMs;
  }

  boolean inTime(CallColumns call, int ms) {
    return ms <= firstMs && ms >= fromMs(call);
  }
}
