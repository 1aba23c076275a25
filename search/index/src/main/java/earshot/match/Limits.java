package earshot.match;

import earshot.call.Role;
import java.util.Set;

/**
 * Where finds may lie: roles as bits, the first word's start in ms (both ends included), turns
 * (both ends included). Narrowed on the way down a query.
 */
record Limits(int roles, int fromMs, int toMs, int firstTurn, int lastTurn) {
  private static final int EVERYONE = (1 << Role.values().length) - 1;
  static final Limits NONE = new Limits(EVERYONE, 0, Integer.MAX_VALUE, 0, Integer.MAX_VALUE);

  static Limits of(Scope scope) {
    int roles = scope.roles().isEmpty() ? EVERYONE : bits(scope.roles());
    return new Limits(
        roles,
        Places.ms(scope.fromSeconds()),
        Places.ms(scope.toSeconds()),
        scope.firstTurn(),
        scope.lastTurn());
  }

  private static int bits(Set<Role> roles) {
    return roles.stream().mapToInt(r -> 1 << r.ordinal()).reduce(0, (a, b) -> a | b);
  }

  Limits said(Role role) {
    return new Limits(roles & 1 << role.ordinal(), fromMs, toMs, firstTurn, lastTurn);
  }

  Limits between(int from, int to) {
    return new Limits(roles, Math.max(fromMs, from), Math.min(toMs, to), firstTurn, lastTurn);
  }

  /** The same turns at any time: for the parts of a find whose whole is tested. */
  Limits anyTime() {
    return new Limits(roles, 0, Integer.MAX_VALUE, firstTurn, lastTurn);
  }

  boolean admits(CallView call, long place) {
    int turn = Places.turn(place);
    if (turn < firstTurn || turn > lastTurn) {
      return false;
    }
    if (roles != EVERYONE && !admits(call.role(turn))) {
      return false;
    }
    return always() || inTime(call.startMs(place));
  }

  boolean admits(Role role) {
    return (roles & 1 << role.ordinal()) != 0;
  }

  boolean always() {
    return fromMs == 0 && toMs == Integer.MAX_VALUE;
  }

  boolean inTime(int startMs) {
    return startMs >= fromMs && startMs <= toMs;
  }
}
