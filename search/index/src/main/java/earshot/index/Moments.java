package earshot.index;

import earshot.call.Event;
import earshot.call.Role;
import earshot.match.Node;
import earshot.match.Places;
import java.io.IOException;
import java.util.ArrayList;
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
    private final List<Event> found = new ArrayList<>();

    Happened(CallColumns call, Node.Happening wanted, Reach reach) {
      this.call = call;
      this.wanted = wanted;
      this.reach = reach;
    }

    @Override
    public int count() {
      found.clear();
      for (Event event : call.events()) {
        Role role = event.role();
        if (wanted.admits(event)
            && (role == null || reach.admits(role))
            && reach.inTime(call, Places.ms(event.start()))) {
          found.add(event);
        }
      }
      return found.size();
    }

    @Override
    public long earliestEnd(long after) {
      long earliest = NEVER;
      for (Event event : found) {
        if (MomentFinder.moment(Places.ms(event.start()), 0) > after) {
          earliest = Math.min(earliest, MomentFinder.moment(Places.ms(event.end()), 0));
        }
      }
      return earliest;
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
      // Whoever ends first leaves the most room for the next.
      long end = -1;
      for (MomentFinder part : parts) {
        end = part.earliestEnd(end);
        if (end == NEVER) {
          return 0;
        }
      }
      return count;
    }

    @Override
    public long earliestEnd(long after) {
      throw new IllegalStateException("a chain is no part of a chain here");
    }
  }
}
