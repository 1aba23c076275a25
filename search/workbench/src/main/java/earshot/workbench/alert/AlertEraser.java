package earshot.workbench.alert;

import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Alerts of a call go, and so does its id from queries that somebody saved. */
public final class AlertEraser implements Eraser {
  private static final List<Rows.Column> TYPED =
      List.of(
          new Rows.Column("saved_search_state", "state_id", "query"),
          new Rows.Column("saved_search_state", "state_id", "title"));

  @Override
  public String what() {
    return "alerts";
  }

  @Override
  public Set<String> calls(Handle database) {
    Set<String> calls = new HashSet<>(Rows.calls(database, "call_alert"));
    calls.addAll(Rows.words(database, TYPED));
    calls.addAll(Rows.calls(database, "known_call"));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    Rows.delete(database, "call_alert_read", "alert_id", "call_alert", callIds);
    Rows.delete(database, "call_alert", callIds);
    Rows.delete(database, "known_call", callIds);
    Rows.takeOut(database, TYPED, callIds);
  }
}
