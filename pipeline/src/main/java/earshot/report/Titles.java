package earshot.report;

import java.util.ArrayList;
import java.util.List;

/** The words around the figures: the same at the terminal and in HTML. */
final class Titles {
  private Titles() {}

  static String title(Report.Head head) {
    return switch (head.by()) {
      case AGENT -> "Scores by agent";
      case TEAM -> "Scores by team";
      case CALL_TYPE -> "Scores by call type";
      case QUESTION -> "Answers by question";
    };
  }

  static String group(Report.Head head) {
    return switch (head.by()) {
      case AGENT -> "Agent";
      case TEAM -> "Team";
      case CALL_TYPE -> "Call type";
      case QUESTION -> "Question";
    };
  }

  static String scope(Report.Head head) {
    String calls = Figures.counted(head.calls(), "call");
    return head.from() == null || head.to() == null
        ? calls
        : calls + ", " + head.from() + " to " + head.to();
  }

  static List<String> notes(Report report) {
    List<String> notes = new ArrayList<>(report.head().notes());
    boolean questions = report instanceof Report.Questions;
    if (marked(report)) {
      notes.add(
          "too few: n below "
              + report.head().minimum()
              + (questions ? " answers" : " scored calls")
              + ", not to be compared");
    }
    notes.add(
        questions
            ? "n: YES and NO; NA and UNKNOWN count in no share. Weakest first. Interval: Wilson, 95 %"
            : "n: scored calls. A mean is shown only with its interval (Student's t, 95 %)");
    if (!questions) {
      notes.add("cover: weight answered over weight that applies; fails: automatic fails proposed");
    }
    return notes;
  }

  private static boolean marked(Report report) {
    if (report instanceof Report.Scores scores) {
      return scores.rows().stream().anyMatch(ScoreRow::tooFew);
    }
    return ((Report.Questions) report).rows().stream().anyMatch(QuestionRow::tooFew);
  }
}
