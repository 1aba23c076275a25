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

  private static final List<Rows.Column> TYPED =
      List.of(
          new Rows.Column("decision", "decision_id", "remark"),
          new Rows.Column("review_comment", "comment_id", "remark"),
          new Rows.Column("review_sample", "sample_id", "filter"),
          new Rows.Column("record_change", "change_id", "remark"));

  @Override
  public String what() {
    return "reviews";
  }

  @Override
  public Set<String> calls(Handle database) {
    Set<String> calls = new HashSet<>();
    TABLES.forEach(table -> calls.addAll(Rows.calls(database, table)));
    calls.addAll(Rows.words(database, TYPED));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    for (String table : OF_CHANGES) {
      Rows.delete(database, table, "change_id", "record_change", callIds);
    }
    TABLES.forEach(table -> Rows.delete(database, table, callIds));
    Rows.takeOut(database, TYPED, callIds);
  }
}
