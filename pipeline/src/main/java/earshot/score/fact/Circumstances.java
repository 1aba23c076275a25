package earshot.score.fact;

import earshot.call.Facts;
import java.util.List;
import java.util.Optional;

/**
 * What happened on a call, as far as questions depend on it.
 *
 * @param complaint empty when the customer expresses no dissatisfaction
 * @param handovers of caller or case, in order
 * @param customer names
 */
public record Circumstances(
    Optional<Complaint> complaint,
    List<Hold> holds,
    List<Handover> handovers,
    Ending ending,
    Names customer,
    Outcome outcome,
    Facts facts) {
  public Circumstances {
    holds = List.copyOf(holds);
    handovers = List.copyOf(handovers);
  }

  /** Finds them. */
  public static Circumstances of(Hearing hearing) {
    Optional<Complaint> complaint = new ComplaintFinder(hearing).find();
    HandoverFinder handoverFinder = new HandoverFinder(hearing);
    List<Handover> handovers = handoverFinder.find();
    boolean transferred = handoverFinder.tookTheCaller(handovers);
    Ending ending =
        transferred
            ? Ending.TRANSFERRED
            : new EndingFinder(hearing).cutOff() ? Ending.CUT_OFF : Ending.CLOSED;
    List<Hold> holds = new HoldFinder(hearing).find();
    Outcome outcome = new OutcomeFinder(hearing).find();
    Facts facts = new FactFinder(hearing, complaint, ending, holds, outcome).find();
    return new Circumstances(
        complaint, holds, handovers, ending, new NameFinder(hearing).find(), outcome, facts);
  }

  public boolean transferredAway() {
    return ending == Ending.TRANSFERRED;
  }
}
