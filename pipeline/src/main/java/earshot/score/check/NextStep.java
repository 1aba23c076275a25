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
    super(2, "fix-made", "fix-promised", "company-step", "time-stated");
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
    int turn = turns.get(i);
    if (phrases.says(turn, "on-you")) {
      return List.of();
    }
    List<Find> steps = phrases.in("company-step", turn);
    for (Find step : steps) {
      Optional<Find> time = time(phrases, turn, step);
      if (time.isPresent()) {
        return List.of(step, time.get());
      }
    }
    if (steps.isEmpty()
        || i + 1 == turns.size()
        || phrases.says(turn, "vague-time")
        || phrases.says(turns.get(i + 1), "on-you")) {
      return List.of();
    }
    return phrases.in("time-stated", turns.get(i + 1)).stream()
        .findFirst()
        .map(time -> List.of(steps.get(0), time))
        .orElse(List.of());
  }

  /** A time near the step in the same turn, nearer than any that is none. */
  private static Optional<Find> time(Phrases phrases, int turn, Find step) {
    int vague =
        phrases.in("vague-time", turn).stream()
            .mapToInt(v -> Math.abs(v.first() - step.last()))
            .min()
            .orElse(Integer.MAX_VALUE);
    return phrases.in("time-stated", turn).stream()
        .filter(t -> Math.abs(t.first() - step.last()) <= farthest(phrases, t))
        .filter(t -> Math.abs(t.first() - step.last()) < vague)
        .findFirst();
  }
}
