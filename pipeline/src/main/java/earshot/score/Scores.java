package earshot.score;

import earshot.call.Answer;
import earshot.call.AnswerValue;
import earshot.call.Scorecard;
import earshot.score.form.Form;
import earshot.score.form.Question;
import java.util.List;

/** Adds up the answers of a form. */
final class Scores {
  private Scores() {}

  /**
   * The scorecard: score is 100 times the weight of YES over the weight of YES and NO, coverage the
   * weight of YES and NO over the weight that is not NA.
   *
   * @param answers in the order of the form's questions
   */
  static Scorecard card(Form form, String rulesHash, List<Answer> answers) {
    double yes = 0;
    double answered = 0;
    double applicable = 0;
    boolean fail = false;
    List<Question> questions = form.questions();
    for (int i = 0; i < questions.size(); i++) {
      AnswerValue value = answers.get(i).answer();
      int weight = questions.get(i).weight();
      applicable += value == AnswerValue.NA ? 0 : weight;
      answered += value == AnswerValue.YES || value == AnswerValue.NO ? weight : 0;
      yes += value == AnswerValue.YES ? weight : 0;
      fail |= questions.get(i).critical() && value == AnswerValue.NO;
    }
    Double score = answered > 0 ? Double.valueOf(rounded(100 * yes / answered)) : null;
    double coverage = applicable > 0 ? rounded(answered / applicable) : 0;
    return new Scorecard(form.id(), form.version(), rulesHash, score, coverage, fail, answers);
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
