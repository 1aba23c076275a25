package earshot.index;

import earshot.match.Node;
import java.io.IOException;
import java.util.List;

/** What a call may hold one after the other. */
final class Moments {
  private Moments() {}

  /** Finds inside turns. */
  static final class Said implements MomentFinder {
    private final CallColumns call;
    private final SpanFinder finder;
    private SpanList found = new SpanList();

    Said(CallColumns call, SpanFinder finder) {
      this.call = call;
      this.finder = finder;
    }

    @Override
    public int count() throws IOException {
      found = finder.find();
      return found.size();
    }

    /** As {@link #count}, where nobody asks for moments afterwards. */
    int onlyCount() throws IOException {
      return finder.count();
    }

    @Override
    public long earliestEnd(long after) {
      Timeline times = call.times();
      int afterMs = (int) (after >> 32);
      long earliest = NEVER;
      for (int i = 0; i < found.size(); i++) {
        int turn = times.turnAt(found.first(i));
        if (times.latestMs(turn) < afterMs || times.earliestMs(turn) > (int) (earliest >> 32)) {
          continue;
        }
        if (moment(times, turn, found.first(i)) > after) {
          earliest = Math.min(earliest, moment(times, turn, found.last(i)));
        }
      }
      return earliest;
    }

    @Override
    public int surelyOverMs(int afterMs) {
      Timeline turns = call.timeline();
      for (int i = 0; i < found.size(); i++) {
        int turn = turns.turnAt(found.first(i));
        if (turns.earliestMs(turn) > afterMs) {
          // Turns follow each other: what comes later is hardly ever over earlier.
          return turns.latestMs(turn);
        }
      }
      return NOT_SURE;
    }

    @Override
    public boolean surelyBegins(int afterMs) {
      Timeline turns = call.timeline();
      return turns.earliestMs(turns.turnAt(found.first(found.size() - 1))) > afterMs;
    }

    private static long moment(Timeline times, int turn, int position) {
      return MomentFinder.moment(
          times.wordStartMs(turn, position - times.first(turn)), position + 1);
    }
  }

  /** Events. */
  static final class Happened implements MomentFinder {
    private final CallColumns call;
    private final Node.Happening wanted;
    private final Reach reach;

    /** Indexes of the events found. */
    private int[] found = new int[8];

    private int count;

    Happened(CallColumns call, Node.Happening wanted, Reach reach) {
      this.call = call;
      this.wanted = wanted;
      this.reach = reach;
    }

    @Override
    public int count() {
      count = 0;
      CallEvents events = call.eventColumn();
      if (found.length < events.size()) {
        found = new int[2 * events.size()];
      }
      for (int i = 0; i < events.size(); i++) {
        int role = events.roleBit(i);
        if (events.kind(i) == wanted.kind()
            && wanted.admits(events.endMs(i) - events.startMs(i))
            && (role == 0 || (role & reach.roles()) != 0)
            && reach.inTime(call, events.startMs(i))) {
          found[count++] = i;
        }
      }
      return count;
    }

    @Override
    public long earliestEnd(long after) {
      long earliest = NEVER;
      CallEvents events = call.eventColumn();
      for (int i = 0; i < count; i++) {
        if (MomentFinder.moment(events.startMs(found[i]), 0) > after) {
          earliest = Math.min(earliest, MomentFinder.moment(events.endMs(found[i]), 0));
        }
      }
      return earliest;
    }

    @Override
    public int surelyOverMs(int afterMs) {
      int over = NOT_SURE;
      CallEvents events = call.eventColumn();
      for (int i = 0; i < count; i++) {
        if (events.startMs(found[i]) > afterMs) {
          over = Math.min(over, events.endMs(found[i]));
        }
      }
      return over;
    }
  }

  /** Any of them. */
  record Any(List<MomentFinder> parts) implements MomentFinder {
    @Override
    public int count() throws IOException {
      int count = 0;
      for (MomentFinder part : parts) {
        count += part.count();
      }
      return count;
    }

    @Override
    public long earliestEnd(long after) {
      long earliest = NEVER;
      for (MomentFinder part : parts) {
        earliest = Math.min(earliest, part.earliestEnd(after));
      }
      return earliest;
    }

    @Override
    public int surelyOverMs(int afterMs) {
      int over = NOT_SURE;
      for (MomentFinder part : parts) {
        over = Math.min(over, part.surelyOverMs(afterMs));
      }
      return over;
    }
  }

  /** One after the other. Counted are the finds of all parts; there are none without a chain. */
  record Chain(List<MomentFinder> parts) implements MomentFinder {
    @Override
    public int count() throws IOException {
      int count = 0;
      for (MomentFinder part : parts) {
        int found = part.count();
        if (found == 0) {
          return 0;
        }
        count += found;
      }
      return surely() || exactly() ? count : 0;
    }

    /** Often the turns alone tell that the parts follow each other. */
    private boolean surely() {
      int overMs = -1;
      int last = parts.size() - 1;
      for (int i = 0; i < last; i++) {
        overMs = parts.get(i).surelyOverMs(overMs);
        if (overMs == NOT_SURE) {
          return false;
        }
      }
      return parts.get(last).surelyBegins(overMs);
    }

    private boolean exactly() {
      // Whoever ends first leaves the most room for the next.
      long end = -1;
      for (MomentFinder part : parts) {
        end = part.earliestEnd(end);
        if (end == NEVER) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int surelyOverMs(int afterMs) {
      return NOT_SURE;
    }

    @Override
    public long earliestEnd(long after) {
      throw new IllegalStateException("a chain is no part of a chain here");
    }
  }
}
