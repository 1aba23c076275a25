package earshot.workbench.calibration;

import earshot.workbench.account.SignedIn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls that several reviewers answer one form about.
 *
 * @param by name of the account that opened it
 * @param reviewers names of their accounts
 * @param closedAt from then on the answers are open to see, and no more can be given; null before
 */
record CalibrationSet(
    long id,
    String title,
    String form,
    String by,
    Instant openedAt,
    List<String> calls,
    List<String> reviewers,
    @Nullable Instant closedAt) {
  CalibrationSet {
    calls = List.copyOf(calls);
    reviewers = List.copyOf(reviewers);
  }

  boolean closed() {
    return closedAt != null;
  }

  /** Whether somebody may give answers now. */
  boolean asks(SignedIn who) {
    return !closed() && reviewers.contains(who.account().name());
  }

  String path() {
    return "/calibration/" + id;
  }

  /** Of the page where one answers about a call. */
  String sheet(int place) {
    return sheet(id, place);
  }

  static String sheet(long id, int place) {
    return "/calibration/" + id + "/calls/" + place;
  }

  /**
   * An answer; the newest of a reviewer to a question of a call counts.
   *
   * @param place of the call in the set, from 0
   */
  record Given(int place, String question, String answer, String by) {}
}
