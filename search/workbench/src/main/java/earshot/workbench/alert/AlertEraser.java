package earshot.workbench.alert;

import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Rows;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Alerts of a call go, and so does its id from queries that somebody saved. */
public final class AlertEraser implements Eraser {
  @Override
  public String what() {
    return "alerts";
  }

  @Override
  public Set<String> calls(Handle database) {
    Set<String> calls = new HashSet<>(Rows.calls(database, "call_alert"));
    calls.addAll(Rows.words(database, "saved_search_state", "query"));
    calls.addAll(Rows.words(database, "saved_search_state", "title"));
    calls.addAll(Rows.calls(database, "known_call"));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    for (String call : callIds) {
      database.execute(
          """
          delete from call_alert_read where alert_id in
            (select alert_id from call_alert where call_id = ?)
          """,
          call);
    }
    Rows.delete(database, "call_alert", callIds);
    Rows.delete(database, "known_call", callIds);
    Rows.takeOut(database, "saved_search_state", "state_id", "query", callIds);
    Rows.takeOut(database, "saved_search_state", "state_id", "title", callIds);
  }
}
