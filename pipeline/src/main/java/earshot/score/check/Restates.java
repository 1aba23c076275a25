package earshot.score.check;

import earshot.call.Role;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Find;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The agent says the customer's problem back: a turn framed as a summary or a check that shares
 * words with what the customer has said, one that says outright that it repeats them, or one that
 * tells the trouble itself with the customer's details.
 */
final class Restates extends PhraseCheck {
  private static final int SHORTEST_STORY_WORDS = 6;
  private static final int LONG_STORY_WORDS = 14;
  private static final int SHARED_WORDS = 2;
  private static final int SHARED_WORDS_OUTRIGHT = 1;
  private static final int SHARED_DETAILS = 2;

  Restates() {
    super(3, "restating-frame", "restating-strong", "restating-told");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    Set<String> said = new HashSet<>();
    int first = call.complaint().map(c -> c.first().turn()).orElse(0);
    for (int turn = first; turn < call.talk().turns().size(); turn++) {
      if (call.talk().said(turn, Role.CUSTOMER)) {
        said.addAll(Content.details(hearing, turn));
      } else if (call.talk().said(turn, Role.AGENT) && call.talk().counts(turn)) {
        List<Find> frames = frames(call, turn, said);
        if (!frames.isEmpty()) {
          return Verdict.said(
              true, "The agent says the customer's problem back.", hearing, List.of(frames.get(0)));
        }
      }
    }
    return Verdict.missing(
        false,
        "The agent does not say the customer's problem back.",
        Role.AGENT,
        call.complaintStart(),
        call.talk().seconds(),
        null);
  }

  private static List<Find> frames(Case call, int turn, Set<String> said) {
    Set<String> shared = new HashSet<>(Content.common(Content.subject(call.hearing(), turn), said));
    shared.removeIf(w -> call.circumstances().customer().has(w));
    List<Find> told = call.phrases().in("restating-told", turn);
    if (!told.isEmpty()
        && !call.phrases().says(turn, "deflection")
        && call.talk().forms(turn).size() >= SHORTEST_STORY_WORDS) {
      return told;
    }
    List<Find> outright = call.phrases().in("restating-strong", turn);
    if (!outright.isEmpty()
        && (shared.size() >= SHARED_WORDS_OUTRIGHT
            || call.talk().forms(turn).size() >= LONG_STORY_WORDS)) {
      return outright;
    }
    boolean checked = call.phrases().says(turn, "restating-check");
    if (!checked && call.phrases().says(turn, "deflection")) {
      return List.of();
    }
    List<Find> framed = call.phrases().in("restating-frame", turn);
    return shared.size() >= (checked ? SHARED_WORDS_OUTRIGHT : SHARED_WORDS) && !framed.isEmpty()
        ? framed
        : unframed(call, turn, said);
  }

  /**
   * The trouble told without any frame, as a customer would tell it: "two days off work, and nobody
   * came". Names of days and numbers count as shared words here.
   */
  private static List<Find> unframed(Case call, int turn, Set<String> said) {
    Set<String> details = new HashSet<>(Content.details(call.hearing(), turn));
    details.retainAll(said);
    details.removeIf(w -> call.circumstances().customer().has(w));
    if (call.phrases().says(turn, "deflection")) {
      return List.of();
    }
    List<Find> sympathy = call.phrases().in("empathy", turn);
    List<Find> trouble =
        call.phrases().in("dissatisfaction", turn).stream()
            .filter(t -> sympathy.stream().noneMatch(t::overlaps))
            .toList();
    return details.size() >= SHARED_DETAILS ? trouble : List.of();
  }
}
