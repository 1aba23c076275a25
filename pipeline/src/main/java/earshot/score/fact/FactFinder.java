package earshot.score.fact;

import earshot.call.Facts;
import earshot.call.Role;
import earshot.score.phrase.Phrases;
import earshot.score.talk.Conversation;
import java.util.List;
import java.util.Optional;

/** Finds the facts of a call that are not graded. */
final class FactFinder {
  /** The purpose of a call is said in the first turns. */
  private static final int FIRST_TURNS = 3;

  private final Hearing hearing;
  private final Phrases phrases;
  private final Conversation talk;
  private final Optional<Complaint> complaint;
  private final Ending ending;
  private final List<Hold> holds;
  private final Outcome outcome;

  FactFinder(
      Hearing hearing,
      Optional<Complaint> complaint,
      Ending ending,
      List<Hold> holds,
      Outcome outcome) {
    this.hearing = hearing;
    this.phrases = hearing.phrases();
    this.talk = hearing.talk();
    this.complaint = complaint;
    this.ending = ending;
    this.holds = holds;
    this.outcome = outcome;
  }

  Facts find() {
    String type = hearing.outbound() ? outboundType() : inboundType();
    return new Facts(
        type,
        complaint.isPresent(),
        resolved(type),
        ending == Ending.TRANSFERRED,
        holds.size(),
        Math.round(holds.stream().mapToDouble(Hold::seconds).sum() * 100) / 100.0,
        hearing.says(Role.CUSTOMER, "called-before"));
  }

  private String outboundType() {
    List<Integer> first = first(Role.AGENT);
    if (first.stream().anyMatch(t -> phrases.says(t, "type-survey"))) {
      return "survey";
    }
    if (first.stream().anyMatch(t -> phrases.says(t, "type-arranging"))) {
      return "order";
    }
    return first.stream().anyMatch(t -> phrases.says(t, "type-sales")) ? "sales" : "information";
  }

  private String inboundType() {
    for (int turn : first(Role.CUSTOMER)) {
      if (phrases.says(turn, "type-technical")) {
        return "technical";
      } else if (complaint.isPresent() && complaint.get().expressedIn(turn)) {
        return "complaint";
      } else if (phrases.says(turn, "wants-quote")) {
        return "sales";
      } else if (phrases.says(turn, "type-order")) {
        return "order";
      }
    }
    return hearing.says(Role.AGENT, "order-taken") || hearing.says(Role.CUSTOMER, "order-decided")
        ? "order"
        : "information";
  }

  private List<Integer> first(Role role) {
    List<Integer> turns = talk.counted(role);
    return turns.subList(0, Math.min(FIRST_TURNS, turns.size()));
  }

  private String resolved(String type) {
    if (ending == Ending.TRANSFERRED) {
      return complaint.isPresent() && outcome.fixes().isEmpty() && outcome.promised().isEmpty()
          ? "no"
          : "unknown";
    }
    if (ending == Ending.CUT_OFF) {
      return "no";
    }
    boolean trouble = type.equals("technical") || (complaint.isPresent() && !type.equals("order"));
    if (trouble) {
      if (outcome.solvedOnCall()) {
        return "yes";
      }
      if (outcome.promised().isPresent()) {
        return "unknown";
      }
      return complaint.isEmpty() || !outcome.fixes().isEmpty() && contentAtTheEnd() ? "yes" : "no";
    }
    if (type.equals("sales")) {
      return sold();
    }
    return refused() ? "no" : "yes";
  }

  /** An offer is taken, turned down, or left to be thought over. */
  private String sold() {
    if (hearing.says(Role.CUSTOMER, "declines-offer") || refused()) {
      return "no";
    }
    return hearing.says(Role.CUSTOMER, "thinks-over") ? "unknown" : "yes";
  }

  private boolean contentAtTheEnd() {
    List<Integer> turns = talk.counted(Role.CUSTOMER);
    return turns.stream()
        .skip(Math.max(0, turns.size() - 3))
        .anyMatch(t -> phrases.says(t, "customer-content"));
  }

  private boolean refused() {
    List<Integer> turns = talk.counted(Role.CUSTOMER);
    return !turns.isEmpty() && phrases.says(turns.get(turns.size() - 1), "customer-refuses");
  }
}
