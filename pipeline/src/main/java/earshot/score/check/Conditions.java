package earshot.score.check;

import earshot.score.fact.Ending;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The named conditions under which a question does not apply. */
public final class Conditions {
  private record Condition(Predicate<Case> holds, String reason) {}

  private static final Map<String, Condition> NAMED = new TreeMap<>();

  static {
    put("no-hold", c -> c.circumstances().holds().isEmpty(), "The customer was not put on hold.");
    put(
        "no-transfer",
        c -> c.circumstances().handovers().isEmpty(),
        "Neither the caller nor the case was handed to anybody else.");
    put(
        "transferred-or-cut-off",
        c -> c.circumstances().ending() != Ending.CLOSED,
        "The call was transferred away or cut off.");
    put(
        "not-separated",
        c -> !c.hearing().separated(),
        "Both speakers are on one channel, so who talks over whom cannot be measured.");
    put(
        "outbound-survey",
        c -> c.hearing().outbound() && "survey".equals(c.circumstances().facts().callType()),
        "This is an outbound survey call.");
    put(
        "name-unknown",
        c -> !c.circumstances().customer().known(),
        "The customer's name is neither known nor said.");
    put(
        "solved-on-call",
        c -> c.circumstances().outcome().solvedOnCall(),
        "The problem was solved during the call.");
  }

  private Conditions() {}

  private static void put(String name, Predicate<Case> holds, String reason) {
    NAMED.put(name, new Condition(holds, reason));
  }

  /** Names of all conditions, sorted. */
  public static Set<String> names() {
    return NAMED.keySet();
  }

  public static boolean known(String name) {
    return NAMED.containsKey(name);
  }

  /** Why a question does not apply, if a condition says so. */
  public static Optional<String> reason(String name, Case call) {
    Condition condition = NAMED.get(name);
    if (condition == null) {
      throw new IllegalArgumentException(
          "there is no condition '" + name + "'; known are " + NAMED.keySet());
    }
    return condition.holds().test(call) ? Optional.of(condition.reason()) : Optional.empty();
  }
}
