package earshot.workbench.calibration;

import earshot.workbench.erase.Eraser;
import earshot.workbench.erase.Mentions;
import earshot.workbench.erase.Rows;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Calibration: the place of the call in its set loses the id. The reviewers' answers stay, for the
 * agreement is theirs; nothing tells any more which call they were about.
 */
public final class CalibrationEraser implements Eraser {
  private static final List<Rows.Column> TYPED =
      List.of(new Rows.Column("calibration", "calibration_id", "title"));

  @Override
  public String what() {
    return "calibration sets";
  }

  @Override
  public Set<String> calls(Handle database) {
    Set<String> calls = new HashSet<>(Rows.calls(database, "calibration_call"));
    calls.addAll(Rows.words(database, TYPED));
    return calls;
  }

  @Override
  public void erase(Handle database, Set<String> callIds) {
    for (String call : callIds) {
      database.execute(
          "update calibration_call set call_id = ? where call_id = ?", Mentions.ERASED, call);
    }
    Rows.takeOut(database, TYPED, callIds);
  }
}
