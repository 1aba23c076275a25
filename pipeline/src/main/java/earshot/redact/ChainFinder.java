package earshot.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins the runs of a call to chains. */
final class ChainFinder {
  private static final int TURNS_BETWEEN = 3;

  /** As many digits as "the last four" has. */
  private static final int LAST_FOUR = 4;

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
        if (negligible(run, ofTurn)) {
          continue;
        }
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

  /** Two digits of a security code, said to be one, at the end of what is said. */
  private boolean announced(Run run) {
    return run.endsTurn()
        && run.length() == 2
        && windows
            .at(run.turn().index(), run.first(), run.last())
            .here()
            .contains(Cue.SECURITY_CODE);
  }

  /** A small number among other words, with no other digits near it: "there are four of us". */
  private boolean negligible(Run run, List<Run> ofTurn) {
    double cover = 0;
    for (Run other : ofTurn) {
      cover += other.cover();
    }
    if (run.length() > 2 || cover >= limits.afterCardCover() || announced(run)) {
      return false;
    }
    for (Run other : ofTurn) {
      int distance = Math.max(other.first() - run.last(), run.first() - other.last()) - 1;
      if (other != run && other.length() > 1 && distance <= limits.noiseWords()) {
        return false;
      }
    }
    return true;
  }

  private boolean goesOn(Chain chain, Run run) {
    Run tail = chain.tail();
    boolean sameTurn = tail.turn().index() == run.turn().index();
    if (chain.open().here().contains(Cue.LAST_FOUR) && chain.length() == LAST_FOUR) {
      return false;
    }
    if (!sameTurn && (settled(chain, run) || Luhn.complete(run.digits()))) {
      return false;
    }
    if (Luhn.complete(chain.longest())
        && run.length() < limits.cardHinted()
        && run.cover() < limits.afterCardCover()) {
      return false;
    }
    String said = chain.digits(run.turn().role());
    boolean repaired = tail.repaired() || run.repaired();
    if (Luhn.complete(said) && !(repaired && !Luhn.valid(said) && said.length() < 20)) {
      return false;
    }
    if (tokenBetween(tail, run) || windows.between(tail, run)) {
      return false;
    }
    if (sameTurn) {
      return run.first() - tail.last() - 1 <= limits.chainShortTurnWords();
    }
    int talk = tail.turn().size() - 1 - tail.last() + run.first();
    return talk <= limits.chainTalkWords()
        && run.turn().start() - tail.turn().end() <= limits.chainSeconds()
        && shortTurnsBetween(chain, run.turn().index());
  }

  /** Whether the chain has what was announced, so that a next turn's digits are another number. */
  private static boolean settled(Chain chain, Run run) {
    Windows.Open open = chain.open();
    if (open.here().contains(Cue.ORDINARY) || open.has(Cue.LAST_FOUR)) {
      return true;
    }
    return (code(open, Cue.SECURITY_CODE) || code(open, Cue.CODE) || code(open, Cue.CARD_EXPIRY))
        && (chain.length() >= 3 || run.turn().role() != chain.head().turn().role());
  }

  /** Whether a code was announced, and not in one breath with the card number. */
  private static boolean code(Windows.Open open, Cue cue) {
    return open.here().contains(cue)
        ? !open.here().contains(Cue.CARD_NUMBER)
        : open.has(cue) && open.turn(cue) > open.turn(Cue.CARD_NUMBER);
  }

  private boolean shortTurnsBetween(Chain chain, int to) {
    Windows.Open open = chain.open();
    boolean card = open.has(Cue.CARD) || open.has(Cue.CARD_NUMBER);
    int most = card ? limits.chainShortTurnWords() : limits.chainNodWords();
    int from = chain.tail().turn().index();
    for (int t = from + 1; t < to; t++) {
      if (turns.get(t).content() > most) {
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
