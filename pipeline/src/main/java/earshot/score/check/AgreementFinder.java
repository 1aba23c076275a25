package earshot.score.check;

import earshot.call.Role;
import earshot.score.phrase.Find;
import earshot.score.phrase.Phrases;
import java.util.List;
import java.util.Optional;

/**
 * Finds the words by which a purchase, booking, visit, move or change of service is agreed: said
 * outright, or offered by the agent and taken by the customer; on a call that asks for an order,
 * the asking.
 */
final class AgreementFinder {
  /** An offer is answered in the customer's next turns, perhaps after one more question. */
  private static final int ANSWERS = 2;

  private final Case call;
  private final Phrases phrases;

  AgreementFinder(Case call) {
    this.call = call;
    this.phrases = call.phrases();
  }

  Optional<Find> find() {
    Optional<Find> visit = first(Role.AGENT, "visit-agreed");
    if (visit.isPresent()) {
      return visit;
    }
    String type = String.valueOf(call.circumstances().facts().callType());
    Optional<Find> asked = first(Role.CUSTOMER, "type-order");
    Optional<Find> agreed = first(Role.AGENT, "order-agreed");
    if (type.equals("order") && !call.hearing().says(Role.AGENT, "order-refused")) {
      return agreed.or(() -> asked).or(this::taken);
    }
    if (type.equals("sales")) {
      Optional<Find> accepted = first(Role.CUSTOMER, "order-accepted");
      return accepted.isPresent() && !leftOpen() ? agreed.or(() -> accepted) : Optional.empty();
    }
    return type.equals("survey")
        ? Optional.empty()
        : (asked.isPresent() ? agreed : Optional.<Find>empty()).or(this::taken);
  }

  private Optional<Find> first(Role role, String family) {
    return phrases.by(role, family).stream().findFirst();
  }

  /** The customer turns the offer down or wants to think about it. */
  private boolean leftOpen() {
    return call.hearing().says(Role.CUSTOMER, "declines-offer")
        || call.hearing().says(Role.CUSTOMER, "thinks-over");
  }

  /** What the agent offers and the customer takes. */
  private Optional<Find> taken() {
    return phrases.by(Role.AGENT, "offers-order").stream().filter(this::taken).findFirst();
  }

  private boolean taken(Find offer) {
    List<Integer> answers = call.talk().countedAfter(Role.CUSTOMER, offer.end());
    for (int answer : answers.subList(0, Math.min(ANSWERS, answers.size()))) {
      if (phrases.says(answer, "customer-refuses") || phrases.says(answer, "declines-offer")) {
        return false;
      }
      if (phrases.says(answer, "takes-offer")) {
        return true;
      }
    }
    return false;
  }
}
