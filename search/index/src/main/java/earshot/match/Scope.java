package earshot.match;

import earshot.call.Role;
import java.util.Set;

/**
 * Where in a call is looked.
 *
 * @param roles whose speech; empty for everybody's
 * @param fromSeconds from the start of the audio; a find's first word, or an event, starts then or
 *     later
 * @param toSeconds and not later than then; included
 * @param firstTurn 0-based index of the first turn looked at
 * @param lastTurn index of the last turn looked at, included
 */
public record Scope(
    Set<Role> roles, double fromSeconds, double toSeconds, int firstTurn, int lastTurn) {
  /** The whole call. */
  public static final Scope ALL = new Scope(Set.of(), 0, Double.MAX_VALUE, 0, Integer.MAX_VALUE);

  public Scope {
    roles = Set.copyOf(roles);
    if (!(fromSeconds >= 0)) {
      throw new IllegalArgumentException("a scope starts at 0 s or later, not " + fromSeconds);
    }
  }

  public Scope said(Role... by) {
    return new Scope(Set.of(by), fromSeconds, toSeconds, firstTurn, lastTurn);
  }

  /** Seconds, both ends included. */
  public Scope between(double from, double to) {
    return new Scope(roles, Math.max(0, from), to, firstTurn, lastTurn);
  }

  /** Indexes, both ends included. */
  public Scope turns(int first, int last) {
    return new Scope(roles, fromSeconds, toSeconds, first, last);
  }
}
