package earshot.score;

import earshot.call.AnswerValue;
import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Searched;
import earshot.score.check.Case;
import earshot.score.check.Check;
import earshot.score.check.Verdict;
import earshot.score.form.Form;
import earshot.score.form.Question;
import earshot.score.form.Rule;
import earshot.score.talk.Recognition;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a verdict that rests on words into UNKNOWN where these, or the span in which they are
 * missing, were not heard well enough.
 */
record HeardGate(Form.Gate gate, Case call) {
  private static final String NOT_CLEAR =
      "Words that may have been said here were not heard clearly enough to tell.";

  Verdict pass(Question question, Check check, Verdict verdict) {
    if (!check.layer().equals("phrase") || verdict.answer() == AnswerValue.UNKNOWN) {
      return verdict;
    }
    Searched searched = verdict.searched();
    return searched == null ? found(verdict) : missing(question, check, verdict, searched);
  }

  private Verdict found(Verdict verdict) {
    return verdict.answer() == AnswerValue.NA || verdict.confidence() >= gate.evidence()
        ? verdict
        : verdict.doubted("The words this would rest on were not heard clearly enough.");
  }

  private Verdict missing(Question question, Check check, Verdict verdict, Searched searched) {
    Rule rule = question.rule();
    Set<Role> roles = rule == null ? EnumSet.of(searched.role()) : rule.by();
    Recognition heard = Recognition.of(call.talk(), roles, searched.from(), searched.to());
    if (heard.recognised() < gate.recognised() || heard.confidence() < gate.confidence()) {
      return verdict.doubted("Too little of what was said was understood to tell.");
    }
    if (verdict.answer() == AnswerValue.NO) {
      Misheard misheard = new Misheard(call, gate.doubtful(), roles, searched);
      Optional<Evidence> instead = misheard.phrase(check.needs());
      if (instead.isEmpty() && rule != null && rule.complete() && verdict.nearMiss() != null) {
        instead = misheard.anyWord();
      }
      if (instead.isPresent()) {
        return verdict.doubted(NOT_CLEAR, instead.get());
      }
    }
    return new Verdict(
        verdict.answer(),
        heard.confidence() * heard.recognised(),
        verdict.reason(),
        verdict.evidence(),
        searched,
        verdict.nearMiss());
  }
}
