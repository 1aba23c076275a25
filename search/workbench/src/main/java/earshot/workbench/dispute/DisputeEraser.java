package earshot.workbench.dispute;

import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Disputes: their rows go. Of a decided one stays, for the overturn rate, which question it was and
 * whether the answer was overturned.
 */
public final class DisputeEraser implements Eraser {
  private static final List<Rows.Column> TYPED =
      List.of(
          new Rows.Column("dispute", "dispute_id", "reason"),
          new Rows.Column("dispute_decision", "dispute_id", "reason"));

  @Override
  public String what() {
    return "disputes";
  }

  @Override
  public Set<String> calls(Handle database) {
    Set<String> calls = new HashSet<>(Rows.calls(database, "dispute"));
    calls.addAll(Rows.words(database, TYPED));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    for (String call : callIds) {
      database.execute(
          """
          insert into erased_dispute (form, question, overturned)
          select d.form, d.question, o.overturned from dispute d
          join dispute_decision o on o.dispute_id = d.dispute_id where d.call_id = ?
          """,
          call);
    }
    Rows.delete(database, "dispute_decision", "dispute_id", "dispute", callIds);
    Rows.delete(database, "dispute", callIds);
    Rows.takeOut(database, TYPED, callIds);
  }
}
