package earshot.workbench;

import earshot.data.DataFolder;
import earshot.workbench.alert.AlertEraser;
import earshot.workbench.audit.AuditEraser;
import earshot.workbench.calibration.CalibrationEraser;
import earshot.workbench.dispute.DisputeEraser;
import earshot.workbench.erase.Eraser;
import earshot.workbench.playlist.ClipEraser;
import earshot.workbench.review.AnswerFilesEraser;
import earshot.workbench.review.ReviewEraser;
import java.util.List;

/**
 * What forgets erased calls: a part of the workbench that keeps something about calls stands here.
 */
final class WorkbenchErasers {
  private WorkbenchErasers() {}

  static List<Eraser> of(DataFolder folder) {
    return List.of(
        new ReviewEraser(),
        new AnswerFilesEraser(folder),
        new DisputeEraser(),
        new CalibrationEraser(),
        new AlertEraser(),
        new ClipEraser(folder),
        new AuditEraser());
  }
}
