package earshot.workbench.review;

import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Decisions, comments, finished reviews, drawn calls and changes of records: their rows go. */
public final class ReviewEraser implements Eraser {
  private static final List<String> TABLES =
      List.of(
          "decision", "review_comment", "review_finished", "review_sample_call", "record_change");

  private static final List<String> OF_CHANGES =
      List.of("record_change_done", "record_change_speaker");

  /** A column in which people type, with the key of its table. */
  private record Typed(String table, String key, String column) {}

  private static final List<Typed> TYPED =
      List.of(
          new Typed("decision", "decision_id", "remark"),
          new Typed("review_comment", "comment_id", "remark"),
          new Typed("review_sample", "sample_id", "filter"),
          new Typed("record_change", "change_id", "remark"));

  @Override
  public String what() {
    return "reviews";
  }

  @Override
  public Set<String> calls(Handle database) {
    Set<String> calls = new HashSet<>();
    TABLES.forEach(table -> calls.addAll(Rows.calls(database, table)));
    TYPED.forEach(t -> calls.addAll(Rows.words(database, t.table(), t.column())));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    for (String call : callIds) {
      for (String table : OF_CHANGES) {
        database.execute(
            "delete from "
                + table
                + " where change_id in (select change_id from record_change where call_id = ?)",
            call);
      }
    }
    TABLES.forEach(table -> Rows.delete(database, table, callIds));
    TYPED.forEach(t -> Rows.takeOut(database, t.table(), t.key(), t.column(), callIds));
  }
}
