package earshot.score.check;

import earshot.call.Role;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Find;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The agent repeats the item, the address or the time of what is agreed. */
final class OrderReadback extends PhraseCheck {
  private static final int SHARED_DETAILS = 2;

  OrderReadback() {
    super(1, "order-agreed", "readback-frame");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    Optional<Find> agreed = agreed(call);
    if (agreed.isEmpty()) {
      return Verdict.notApplicable("No purchase, booking, visit, move or change is agreed.");
    }
    Set<String> details = new HashSet<>();
    for (int turn = 0; turn < call.talk().turns().size(); turn++) {
      if (call.talk().said(turn, Role.AGENT)) {
        Optional<Find> readback = readback(call, turn, details);
        if (readback.isPresent()) {
          return Verdict.said(
              true, "The agent reads back what is agreed.", hearing, List.of(readback.get()));
        }
      }
      details.addAll(Content.details(hearing, turn));
    }
    Verdict missing =
        Verdict.missing(
            false,
            "What is agreed is not read back.",
            Role.AGENT,
            0,
            call.talk().seconds(),
            hearing.evidence(agreed.get()));
    return missing;
  }

  /** The words by which something is agreed; on a call that asks for an order, the asking. */
  private static Optional<Find> agreed(Case call) {
    Optional<Find> visit = call.phrases().by(Role.AGENT, "visit-agreed").stream().findFirst();
    if (visit.isPresent()) {
      return visit;
    }
    String type = String.valueOf(call.circumstances().facts().callType());
    Optional<Find> asked = call.phrases().by(Role.CUSTOMER, "type-order").stream().findFirst();
    Optional<Find> agreed = call.phrases().by(Role.AGENT, "order-agreed").stream().findFirst();
    if (type.equals("order") && !call.hearing().says(Role.AGENT, "order-refused")) {
      return agreed.or(() -> asked);
    }
    if (type.equals("sales")) {
      Optional<Find> accepted =
          call.phrases().by(Role.CUSTOMER, "order-accepted").stream().findFirst();
      return accepted.isPresent() ? agreed.or(() -> accepted) : accepted;
    }
    return asked.isPresent() ? agreed : Optional.empty();
  }

  private static Optional<Find> readback(Case call, int turn, Set<String> details) {
    List<Find> frames = call.phrases().in("readback-frame", turn);
    Set<String> own = Content.details(call.hearing(), turn);
    return frames.isEmpty() || Content.common(own, details).size() < SHARED_DETAILS
        ? Optional.empty()
        : Optional.of(frames.get(0));
  }
}
