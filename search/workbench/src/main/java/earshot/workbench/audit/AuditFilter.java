package earshot.workbench.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which rows of the audit are meant; empty parts leave all of them.
 *
 * @param who name of an account, or {@link #CONSOLE} or {@link #UNKNOWN}
 * @param callId the whole id
 * @param action id of an {@link Audit.Action}
 */
public record AuditFilter(String who, String callId, String action) {
  /** Every row. */
  public static final AuditFilter ALL = new AuditFilter("", "", "");

  /** Stands for whoever works at the console, where nobody signs in. */
  public static final String CONSOLE = "console";

  /** Stands for whoever was refused without being known. */
  public static final String UNKNOWN = "unknown";

  /** Whether it leaves anything out. */
  public boolean narrows() {
    return !equals(ALL);
  }

  /** About rows {@code a}: only what is asked for is compared, so that the indexes serve. */
  String condition() {
    List<String> conditions = new ArrayList<>(List.of("true"));
    switch (who) {
      case "" -> {}
      case CONSOLE -> conditions.add("a.account_id is null and a.action <> 'sign-in-refused'");
      case UNKNOWN -> conditions.add("a.account_id is null and a.action = 'sign-in-refused'");
      default ->
          conditions.add("a.account_id in (select account_id from account where name = :who)");
    }
    if (!callId.isEmpty()) {
      conditions.add("a.call_id = :call");
    }
    if (!action.isEmpty()) {
      conditions.add("a.action = :action");
    }
    return String.join(" and ", conditions);
  }

  /** Of the names in the condition. */
  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    if (!who.isEmpty() && !who.equals(CONSOLE) && !who.equals(UNKNOWN)) {
      values.put("who", who);
    }
    if (!callId.isEmpty()) {
      values.put("call", callId);
    }
    if (!action.isEmpty()) {
      values.put("action", action);
    }
    return values;
  }
}
