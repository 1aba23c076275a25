package earshot.score;

import earshot.call.Answer;
import earshot.call.Scorecard;
import earshot.score.form.Form;
import earshot.score.form.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Puts the answers of a form together. */
final class Scores {
  private Scores() {}

  /**
   * The scorecard, each answer with what its question weighs.
   *
   * @param answers in the order of the form's questions
   * @param reportOnly whether a question is shown only: it weighs nothing then and proposes nothing
   */
  static Scorecard card(
      Form form, String rulesHash, List<Answer> answers, Predicate<Question> reportOnly) {
    List<Question> questions = form.questions();
    List<Answer> weighed = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Question question = questions.get(i);
      boolean shown = reportOnly.test(question);
      weighed.add(
          answers.get(i).weighing(shown ? 0 : question.weight(), !shown && question.critical()));
    }
    return Scorecard.of(form.id(), form.version(), rulesHash, weighed);
  }
}
