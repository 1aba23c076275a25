package earshot.workbench.calibration;

import java.util.List;

/**
 * Calls that several reviewers answer one form about.
 *
 * @param reviewers names of their accounts
 * @param closed whether the answers are open to see, and no more can be given
 */
record CalibrationSet(
    long id,
    String title,
    String form,
    String by,
    List<String> calls,
    List<String> reviewers,
    boolean closed) {
  CalibrationSet {
    calls = List.copyOf(calls);
    reviewers = List.copyOf(reviewers);
  }

  /**
   * An answer; the newest of a reviewer to a question of a call counts.
   *
   * @param place of the call in the set, from 0
   */
  record Given(int place, String question, String answer, String by) {}
}
