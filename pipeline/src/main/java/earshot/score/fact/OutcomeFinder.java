package earshot.score.fact;

import earshot.call.Role;
import earshot.score.phrase.Find;
import earshot.score.phrase.Phrases;
import java.util.List;
import java.util.Optional;

/** Finds what came of the customer's wish. */
final class OutcomeFinder {
  /** What "anything else" is about follows it within so many words. */
  private static final int WORDS_OF_MORE = 5;

  private final Hearing hearing;
  private final Phrases phrases;

  OutcomeFinder(Hearing hearing) {
    this.hearing = hearing;
    this.phrases = hearing.phrases();
  }

  Outcome find() {
    List<Find> fixes = phrases.by(Role.AGENT, "fix-made");
    double since = fixes.isEmpty() ? 0 : fixes.get(fixes.size() - 1).start();
    Optional<Find> promised = promised(since);
    boolean took =
        !fixes.isEmpty()
            && contentAfter(fixes.get(0).start())
            && promised.isEmpty()
            && !refusedAtTheEnd();
    return new Outcome(fixes, promised, took);
  }

  /** A fix promised, or a step of the company with a later time, after the last fix made. */
  private Optional<Find> promised(double since) {
    return phrases.by(Role.AGENT, "fix-promised").stream()
        .filter(f -> f.start() >= since && phrases.in("fix-made", f.turn()).isEmpty())
        .findFirst()
        .or(
            () ->
                phrases.by(Role.AGENT, "company-step").stream()
                    .filter(
                        f ->
                            f.start() >= since
                                && laterTimeIn(f.turn())
                                && !asksForMore(f)
                                && phrases.in("on-you", f.turn()).isEmpty())
                    .findFirst());
  }

  /** "Anything else that I can sort out today" is no promise. */
  private boolean asksForMore(Find step) {
    return phrases.in("anything-else", step.turn()).stream()
        .anyMatch(
            more -> more.first() <= step.first() && step.first() - more.last() <= WORDS_OF_MORE);
  }

  private boolean laterTimeIn(int turn) {
    return phrases.in("time-stated", turn).stream()
        .anyMatch(t -> phrases.in("time-now", turn).stream().noneMatch(t::overlaps));
  }

  private boolean contentAfter(double time) {
    return phrases.by(Role.CUSTOMER, "customer-content").stream().anyMatch(f -> f.start() > time);
  }

  private boolean refusedAtTheEnd() {
    List<Integer> turns = hearing.talk().counted(Role.CUSTOMER);
    return !turns.isEmpty() && phrases.says(turns.get(turns.size() - 1), "customer-refuses");
  }
}
