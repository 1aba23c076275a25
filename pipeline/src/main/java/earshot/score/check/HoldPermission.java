package earshot.score.check;

import earshot.call.Evidence;
import earshot.call.Role;
import earshot.score.fact.Hearing;
import earshot.score.fact.Hold;
import earshot.score.phrase.Find;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Before every hold the agent asks, so that the customer could refuse. */
final class HoldPermission extends PhraseCheck {
  HoldPermission() {
    super(1, "hold-asked");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    List<Find> asked = new ArrayList<>();
    for (Hold hold : call.circumstances().holds()) {
      Optional<Find> find =
          hold.before().stream()
              .flatMap(t -> call.phrases().in("hold-asked", t).stream())
              .reduce((first, second) -> second);
      if (find.isEmpty()) {
        return missing(hearing, hold);
      }
      asked.add(find.get());
    }
    return Verdict.said(true, "The agent asks before every hold.", hearing, asked);
  }

  private static Verdict missing(Hearing hearing, Hold hold) {
    Evidence announced =
        hold.before().isEmpty()
            ? null
            : hearing.evidence(hold.before().get(hold.before().size() - 1));
    double from = hold.before().isEmpty() ? 0 : hearing.talk().turn(hold.before().get(0)).start();
    return Verdict.missing(
        false,
        "The agent does not ask before putting the customer on hold.",
        Role.AGENT,
        Math.min(from, hold.start()),
        hold.start(),
        announced);
  }
}
