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
  private static final Set<String> ORDERED = Set.of("order", "sales");
  private static final int SHARED_DETAILS = 2;
  private static final int LONGEST_ECHO_WORDS = 6;

  OrderReadback() {
    super(3, "order-agreed", "readback-frame");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    Optional<Find> agreed = new AgreementFinder(call).find();
    if (agreed.isEmpty()) {
      return Verdict.notApplicable("No purchase, booking, visit, move or change is agreed.");
    }
    Set<String> details = new HashSet<>();
    int from = ordered(call) ? 0 : agreed.get().turn();
    for (int turn = 0; turn < call.talk().turns().size(); turn++) {
      boolean record = turn < from && call.phrases().says(turn, "record-told");
      if (!record && call.talk().said(turn, Role.AGENT)) {
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

  /** What is told of the record before anything new is agreed repeats the old, but on an order. */
  private static boolean ordered(Case call) {
    return ORDERED.contains(String.valueOf(call.circumstances().facts().callType()));
  }

  private static Optional<Find> readback(Case call, int turn, Set<String> details) {
    Set<String> own = Content.details(call.hearing(), turn);
    if (Content.common(own, details).size() < SHARED_DETAILS) {
      return Optional.empty();
    }
    Optional<Find> frame = call.phrases().in("readback-frame", turn).stream().findFirst();
    return frame.or(() -> echo(call, turn));
  }

  /** A few words that only say the time again: "nine tonight, yes". */
  private static Optional<Find> echo(Case call, int turn) {
    return call.talk().forms(turn).size() <= LONGEST_ECHO_WORDS
        ? call.phrases().in("slot-time", turn).stream().findFirst()
        : Optional.empty();
  }
}
