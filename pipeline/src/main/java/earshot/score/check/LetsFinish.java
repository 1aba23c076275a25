package earshot.score.check;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.fact.Complaint;
import java.util.List;

/** The agent does not talk over a customer turn that expresses dissatisfaction. */
final class LetsFinish extends MetricCheck {
  LetsFinish() {
    super(1);
  }

  @Override
  public Verdict answer(Case call) {
    List<Complaint.Expression> turns = call.complaint().map(Complaint::turns).orElse(List.of());
    List<Event> over =
        TalkingOver.byAgent(call.talk()).stream()
            .filter(e -> turns.stream().anyMatch(t -> overlap(call.talk().turn(t.turn()), e)))
            .toList();
    if (over.isEmpty()) {
      return Verdict.missing(
          true,
          "The agent lets the customer finish the complaint.",
          Role.AGENT,
          call.complaintStart(),
          call.talk().seconds(),
          null);
    }
    return Verdict.shown(
        false,
        "The agent talks over the customer's complaint.",
        over.stream().map(e -> TalkingOver.evidence(call, e)).toList());
  }

  private static boolean overlap(Turn turn, Event event) {
    return event.start() < turn.end() && event.end() > turn.start();
  }
}
