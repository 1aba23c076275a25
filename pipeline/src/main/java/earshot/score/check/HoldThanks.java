package earshot.score.check;

import earshot.call.Role;
import earshot.score.fact.Hearing;
import earshot.score.fact.Hold;
import earshot.score.phrase.Find;
import java.util.ArrayList;
import java.util.List;

/** After every hold the agent's first turn thanks for waiting or apologises for the wait. */
final class HoldThanks extends PhraseCheck {
  HoldThanks() {
    super(1, "hold-thanks");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    List<Find> thanked = new ArrayList<>();
    for (Hold hold : call.circumstances().holds()) {
      if (hold.after() < 0) {
        continue;
      }
      List<Find> finds = call.phrases().in("hold-thanks", hold.after());
      if (finds.isEmpty()) {
        return Verdict.missing(
            false,
            "After the hold the agent neither thanks for waiting nor apologises for the wait.",
            Role.AGENT,
            call.talk().turn(hold.after()).start(),
            call.talk().turn(hold.after()).end(),
            hearing.evidence(hold.after()));
      }
      thanked.add(finds.get(0));
    }
    return thanked.isEmpty()
        ? Verdict.notApplicable("The agent did not come back after the hold.")
        : Verdict.said(
            true,
            "After every hold the agent thanks for waiting or apologises for the wait.",
            hearing,
            thanked);
  }
}
