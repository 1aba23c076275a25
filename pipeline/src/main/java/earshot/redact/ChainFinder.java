package earshot.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the runs of a call to chains. */
final class ChainFinder {
  private static final int TURNS_BETWEEN = 3;

  private final List<SpokenTurn> turns;
  private final List<List<Run>> runs;
  private final Windows windows;
  private final RedactionPolicy.Limits limits;

  ChainFinder(
      List<SpokenTurn> turns,
      List<List<Run>> runs,
      Windows windows,
      RedactionPolicy.Limits limits) {
    this.turns = turns;
    this.runs = runs;
    this.windows = windows;
    this.limits = limits;
  }

  List<Chain> find() {
    List<Chain> chains = new ArrayList<>();
    List<Run> current = new ArrayList<>();
    Windows.@Nullable Open open = null;
    for (List<Run> ofTurn : runs) {
      for (Run run : ofTurn) {
        if (open != null && !goesOn(new Chain(current, open), run)) {
          chains.add(new Chain(List.copyOf(current), open));
          open = null;
        }
        if (open == null) {
          current = new ArrayList<>();
          open = windows.at(run.turn().index(), run.first(), run.last());
        }
        current.add(run);
      }
    }
    if (open != null) {
      chains.add(new Chain(List.copyOf(current), open));
    }
    return chains;
  }

  private boolean goesOn(Chain chain, Run run) {
    Run tail = chain.tail();
    String said = chain.digits(run.turn().role());
    boolean repaired = tail.repaired() || run.repaired();
    if (Luhn.complete(said) && !(repaired && !Luhn.valid(said) && said.length() < 20)) {
      return false;
    }
    if (tokenBetween(tail, run) || windows.between(tail, run)) {
      return false;
    }
    if (tail.turn().index() == run.turn().index()) {
      return run.first() - tail.last() - 1 <= limits.chainShortTurnWords();
    }
    int talk = tail.turn().size() - 1 - tail.last() + run.first();
    return talk <= limits.chainTalkWords()
        && run.turn().start() - tail.turn().end() <= limits.chainSeconds()
        && shortTurnsBetween(tail.turn().index(), run.turn().index());
  }

  private boolean shortTurnsBetween(int from, int to) {
    for (int t = from + 1; t < to; t++) {
      if (turns.get(t).size() > limits.chainShortTurnWords()) {
        return false;
      }
    }
    return to - from <= TURNS_BETWEEN;
  }

  private boolean tokenBetween(Run one, Run other) {
    for (int t = one.turn().index(); t <= other.turn().index(); t++) {
      SpokenTurn turn = turns.get(t);
      int from = t == one.turn().index() ? one.last() + 1 : 0;
      int to = t == other.turn().index() ? other.first() : turn.size();
      for (int i = from; i < to; i++) {
        if (turn.atom(i).token()) {
          return true;
        }
      }
    }
    return false;
  }
}
