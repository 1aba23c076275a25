package earshot.score.check;

import earshot.call.Evidence;
import earshot.call.Role;
import earshot.score.fact.Hearing;
import earshot.score.phrase.Find;
import earshot.score.phrase.Phrases;
import java.util.List;
import java.util.Optional;

/** The agent makes or promises a fix, or says what the company does next and when. */
final class NextStep extends PhraseCheck {
  /** A step and its time stand at most so many words apart. */
  private static final int FARTHEST_WORDS = 20;

  private static final int FARTHEST_NOW_WORDS = 4;

  NextStep() {
    super(1, "fix-made", "fix-promised", "company-step", "time-stated");
  }

  @Override
  public Verdict answer(Case call) {
    Hearing hearing = call.hearing();
    Phrases phrases = call.phrases();
    int first = call.complaint().map(c -> c.first().turn()).orElse(0);
    Optional<Find> fix =
        phrases
            .first("fix-made", t -> agent(call, t, first))
            .or(() -> phrases.first("fix-promised", t -> agent(call, t, first)));
    if (fix.isPresent()) {
      return Verdict.said(true, "The agent makes or promises a fix.", hearing, List.of(fix.get()));
    }
    List<Integer> turns = call.talk().counted(Role.AGENT).stream().filter(t -> t >= first).toList();
    for (int i = 0; i < turns.size(); i++) {
      List<Find> step = step(phrases, turns, i);
      if (!step.isEmpty()) {
        return Verdict.said(
            true, "The agent says what the company does next, and when.", hearing, step);
      }
    }
    Optional<Evidence> near =
        turns.stream()
            .flatMap(t -> phrases.in("vague-time", t).stream())
            .findFirst()
            .or(() -> phrases.first("company-step", turns::contains))
            .map(hearing::evidence);
    return Verdict.missing(
        false,
        "No fix and no next step by the company with a time was heard.",
        Role.AGENT,
        call.complaintStart(),
        call.talk().seconds(),
        near.orElse(null));
  }

  private static boolean agent(Case call, int turn, int first) {
    return turn >= first && call.talk().said(turn, Role.AGENT);
  }

  /** "Now" is said of many things, so it must stand right beside the step. */
  private static int farthest(Phrases phrases, Find time) {
    boolean now = phrases.in("time-now", time.turn()).stream().anyMatch(time::overlaps);
    return now ? FARTHEST_NOW_WORDS : FARTHEST_WORDS;
  }

  /** A step and its time, in one turn or the time in the agent's next. */
  private static List<Find> step(Phrases phrases, List<Integer> turns, int i) {
    List<Find> left = phrases.in("on-you", turns.get(i));
    Optional<Find> step =
        phrases.in("company-step", turns.get(i)).stream()
            .filter(f -> left.stream().noneMatch(f::overlaps))
            .findFirst();
    if (step.isEmpty() || !left.isEmpty()) {
      return List.of();
    }
    Find what = step.get();
    int vague =
        phrases.in("vague-time", turns.get(i)).stream()
            .mapToInt(v -> Math.abs(v.first() - what.last()))
            .min()
            .orElse(Integer.MAX_VALUE);
    Optional<Find> time =
        phrases.in("time-stated", turns.get(i)).stream()
            .filter(t -> Math.abs(t.first() - what.last()) <= farthest(phrases, t))
            .filter(t -> Math.abs(t.first() - what.last()) < vague)
            .findFirst();
    if (time.isEmpty()
        && i + 1 < turns.size()
        && phrases.in("vague-time", turns.get(i)).isEmpty()
        && phrases.in("on-you", turns.get(i + 1)).isEmpty()) {
      time = phrases.in("time-stated", turns.get(i + 1)).stream().findFirst();
    }
    return time.map(t -> List.of(what, t)).orElse(List.of());
  }
}
