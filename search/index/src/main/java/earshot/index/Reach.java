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

  /** Drops what begins elsewhere. */
  void filter(CallColumns call, SpanList spans) {
    if (spans.size() == 0 || roles == EVERYONE && always()) {
      return;
    }
    Timeline timeline = call.timeline();
    int from = fromMs(call);
    int kept = 0;
    for (int i = 0; i < spans.size(); i++) {
      int position = spans.first(i);
      int turn = timeline.turnAt(position);
      if ((roles & timeline.roleBit(turn)) != 0
          && (always() || inTime(call, timeline, turn, position, from))) {
        spans.keep(i, kept++);
      }
    }
    spans.cut(kept);
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
