package earshot.score.check;

import earshot.call.Role;
import earshot.score.fact.Handover;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Find;
import earshot.score.phrase.Phrases;
import java.util.List;
import java.util.Optional;

/** Before a handover the agent says to whom and why, politely. */
final class AnnouncesTransfer extends PhraseCheck {
  AnnouncesTransfer() {
    super(1, "transfer-target", "transfer-reason");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    List<Handover> handovers = call.circumstances().handovers();
    for (Handover handover : handovers) {
      List<Find> announced = announced(call, handover);
      if (!announced.isEmpty()) {
        return Verdict.said(
            true, "The agent says to whom the caller or case goes, and why.", hearing, announced);
      }
    }
    return Verdict.said(
        false,
        "The agent does not say politely to whom the caller or case goes, and why.",
        hearing,
        List.of(handovers.get(handovers.size() - 1).find()));
  }

  private static List<Find> announced(Case call, Handover handover) {
    Phrases phrases = call.phrases();
    int turn = handover.find().turn();
    List<Integer> agent = call.talk().counted(Role.AGENT);
    List<Integer> near =
        agent.stream()
            .filter(t -> Math.abs(agent.indexOf(t) - position(agent, turn)) <= 1)
            .toList();
    if (near.stream().anyMatch(t -> phrases.says(t, "rude") || phrases.says(t, "deflection"))
        || phrases.says(turn, "transfer-brusque")) {
      return List.of();
    }
    Optional<Find> target = in(phrases, "transfer-target", turn, near);
    Optional<Find> reason = in(phrases, "transfer-reason", turn, near);
    return target.isPresent() && reason.isPresent()
        ? List.of(target.get(), reason.get())
        : List.of();
  }

  private static int position(List<Integer> agent, int turn) {
    int position = agent.indexOf(turn);
    return position >= 0 ? position : (int) agent.stream().filter(t -> t < turn).count();
  }

  private static Optional<Find> in(Phrases phrases, String family, int turn, List<Integer> near) {
    return phrases.in(family, turn).stream()
        .findFirst()
        .or(() -> near.stream().flatMap(t -> phrases.in(family, t).stream()).findFirst());
  }
}
