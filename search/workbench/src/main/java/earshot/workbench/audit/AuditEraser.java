package earshot.workbench.audit;

import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The audit: lines about the call lose its id and their detail. That somebody opened a call on that
 * day stays.
 */
public final class AuditEraser implements Eraser {
  private static final List<Rows.Column> TYPED =
      List.of(new Rows.Column("audit", "audit_id", "detail"));

  @Override
  public String what() {
    return "audit lines";
  }

  @Override
  public Set<String> calls(Handle database) {
    Set<String> calls = new HashSet<>(Rows.calls(database, "audit"));
    calls.addAll(Rows.words(database, TYPED));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    for (String call : callIds) {
      database.execute(
          "update audit set call_id = ?, detail = null where call_id = ?", Audit.ERASED, call);
    }
    Rows.takeOut(database, TYPED, callIds);
  }
}
