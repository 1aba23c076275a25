package earshot.workbench.calibration;

import java.util.List;

/** What the pages of calibration show. */
public final class CalibrationView {
  private CalibrationView() {}

  /**
   * All sets one may see.
   *
   * @param reviewers who can be asked
   */
  public record Sets(List<Link> sets, List<String> forms, List<String> reviewers, boolean mayOpen) {
    public Sets {
      sets = List.copyOf(sets);
      forms = List.copyOf(forms);
      reviewers = List.copyOf(reviewers);
    }
  }

  /**
   * @param path empty where there is nothing to open
   */
  public record Link(String path, String text, String state) {}

  /**
   * One set.
   *
   * @param rows empty until it is closed
   * @param disagreements likewise
   */
  public record One(
      String title,
      String path,
      String about,
      boolean closed,
      boolean mayClose,
      List<Link> calls,
      List<Row> rows,
      List<String> disagreements) {
    public One {
      calls = List.copyOf(calls);
      rows = List.copyOf(rows);
      disagreements = List.copyOf(disagreements);
    }
  }

  /**
   * Agreement on a question.
   *
   * @param n pairs of answers to the same call
   */
  public record Row(String question, long n, String share, String kappa, boolean ambiguous) {}

  /**
   * A call to answer about: no answer of the machine or of others.
   *
   * @param audio where the sound is
   */
  public record Sheet(
      String title, String path, String back, String audio, List<Said> turns, List<Asked> asked) {
    public Sheet {
      turns = List.copyOf(turns);
      asked = List.copyOf(asked);
    }
  }

  /**
   * A turn.
   *
   * @param start in seconds, for the player
   */
  public record Said(String role, String clock, double start, String text) {}

  /**
   * A question.
   *
   * @param answer one's own; empty before
   */
  public record Asked(String question, String text, String help, String answer) {}
}
