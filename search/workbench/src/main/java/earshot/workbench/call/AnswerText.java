package earshot.workbench.call;

import earshot.call.AnswerValue;

/** Answers in the words that people read. Queries, interfaces and exports say {@code NA}. */
public final class AnswerText {
  private AnswerText() {}

  public static String of(AnswerValue answer) {
    return answer == AnswerValue.NA ? "N/A" : answer.name();
  }

  /** The same of an answer's name. */
  public static String of(String answer) {
    return answer.equals(AnswerValue.NA.name()) ? "N/A" : answer;
  }
}
