package earshot.score.check;

import earshot.call.Event;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.fact.Complaint;
import java.util.List;

/** The agent does not talk over a customer turn that expresses dissatisfaction. */
final class LetsFinish extends MetricCheck {
  private static final int LONGER_TURN_WORDS = 8;

  LetsFinish() {
    super(2);
  }

  @Override
  public Verdict answer(Case call) {
    List<Event> over =
        TalkingOver.byAgent(call.talk()).stream().filter(e -> complains(call, e)).toList();
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

  /**
   * Whether what is talked over complains: outright, or as a longer turn of somebody who has
   * complained and goes on arguing.
   */
  private static boolean complains(Case call, Event over) {
    Complaint complaint = call.complaint().orElse(null);
    if (complaint == null) {
      return false;
    }
    for (int turn = complaint.first().turn(); turn < call.talk().turns().size(); turn++) {
      if (call.talk().said(turn, Role.CUSTOMER)
          && overlap(call.talk().turn(turn), over)
          && (complaint.expressedIn(turn) || goesOn(call, turn))) {
        return true;
      }
    }
    return false;
  }

  private static boolean goesOn(Case call, int turn) {
    List<String> forms = call.talk().forms(turn);
    return forms.size() >= LONGER_TURN_WORDS
        && forms.stream().anyMatch(f -> call.hearing().pack().isA("contradicts", f));
  }

  private static boolean overlap(Turn turn, Event event) {
    return event.start() < turn.end() && event.end() > turn.start();
  }
}
