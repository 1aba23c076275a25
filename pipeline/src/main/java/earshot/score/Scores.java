package earshot.score;

import earshot.call.Answer;
import earshot.call.Scorecard;
import earshot.score.form.Form;
import earshot.score.form.Question;
import java.util.ArrayList;
import java.util.List;

/** Puts the answers of a form together. */
final class Scores {
  private Scores() {}

  /**
   * The scorecard, each answer with what its question weighs.
   *
   * @param answers in the order of the form's questions
   */
  static Scorecard card(Form form, String rulesHash, List<Answer> answers) {
    List<Question> questions = form.questions();
    List<Answer> weighed = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      weighed.add(answers.get(i).weighing(question.weight(), question.critical()));
    }
    return Scorecard.of(form.id(), form.version(), rulesHash, weighed);
  }
}
