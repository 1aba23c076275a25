package earshot.redact;

import earshot.call.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cues hold at a place of the call: those right before it in the same turn, one right after
 * it ("two one eight is the code"), else those of the last turn that had some.
 */
final class Windows {
  private static final int SHORT_TURN = 3;

  /**
   * Cues that hold.
   *
   * @param here said in the same turn
   * @param before said in earlier turns, and in which
   */
  record Open(Set<Cue> here, Map<Cue, Integer> before) {
    boolean has(Cue cue) {
      return here.contains(cue) || before.containsKey(cue);
    }

    /** The turn in which a cue was said, of those before this one. */
    int turn(Cue cue) {
      return before.getOrDefault(cue, -1);
    }
  }

  private final List<SpokenTurn> turns;
  private final List<List<CueFinder.Found>> cues;
  private final List<List<Run>> runs;
  private final RedactionPolicy policy;

  Windows(
      List<SpokenTurn> turns,
      List<List<CueFinder.Found>> cues,
      List<List<Run>> runs,
      RedactionPolicy policy) {
    this.turns = turns;
    this.cues = cues;
    this.runs = runs;
    this.policy = policy;
  }

  /** The cues that hold for what stands in a turn from one atom to another. */
  Open at(int turn, int first, int last) {
    Set<Cue> here = EnumSet.noneOf(Cue.class);
    leading(turn, first, here);
    if (here.isEmpty()) {
      trailing(turn, last, here);
    }
    Map<Cue, Integer> before = new EnumMap<>(Cue.class);
    if (weak(here)) {
      earlier(turn, before);
    }
    return new Open(here, before);
  }

  /** Whether any of these cues was said up to a turn, or in it. */
  boolean spokenOf(Set<Cue> any, int turn) {
    return cues.subList(0, turn + 1).stream()
        .flatMap(List::stream)
        .anyMatch(found -> any.contains(found.cue()));
  }

  /** Whether somebody named another number between two runs. */
  boolean between(Run one, Run other) {
    for (int t = one.turn().index(); t <= other.turn().index(); t++) {
      for (CueFinder.Found cue : cues.get(t)) {
        boolean after = t > one.turn().index() || cue.first() > one.last();
        boolean before = t < other.turn().index() || cue.last() < other.first();
        if (after && before) {
          return true;
        }
      }
    }
    return false;
  }

  private void leading(int turn, int first, Set<Cue> here) {
    List<CueFinder.Found> found = cues.get(turn);
    for (int i = found.size() - 1; i >= 0; i--) {
      CueFinder.Found cue = found.get(i);
      if (cue.last() < first) {
        if (runWithin(turn, cue.last(), first)) {
          return;
        }
        here.add(cue.cue());
      }
    }
  }

  private void trailing(int turn, int last, Set<Cue> here) {
    for (CueFinder.Found cue : cues.get(turn)) {
      int distance = cue.first() - last - 1;
      boolean near = distance >= 0 && distance <= policy.limits().trailingCueWords();
      if (near && !runWithin(turn, cue.last(), turns.get(turn).size())) {
        here.add(cue.cue());
        return;
      }
    }
  }

  private boolean runWithin(int turn, int after, int before) {
    for (Run run : runs.get(turn)) {
      if (run.first() > after && run.last() < before) {
        return true;
      }
    }
    return false;
  }

  /** Adds the cues of the last turn that asked for something. */
  private void earlier(int turn, Map<Cue, Integer> before) {
    SpokenTurn now = turns.get(turn);
    int idle = 0;
    double active = 0;
    boolean answered = false;
    for (int t = turn - 1; t >= 0; t--) {
      SpokenTurn then = turns.get(t);
      boolean digits = !runs.get(t).isEmpty();
      if (digits || !cues.get(t).isEmpty()) {
        active = Math.max(active, then.end());
      }
      boolean settled = false;
      for (CueFinder.Found cue : cues.get(t)) {
        RedactionPolicy.Window window = policy.window(cue.cue());
        boolean once = cue.cue() == Cue.ORDINARY || cue.cue() == Cue.LAST_FOUR;
        boolean prompt = cue.cue() != Cue.ORDINARY || cue.last() > cue.first();
        boolean spent = once && (answered || digits || !before.isEmpty());
        if (!spent
            && idle <= window.turns()
            && now.start() - active <= window.seconds()
            && prompt) {
          before.putIfAbsent(seenBy(now.role(), then.role(), cue.cue()), t);
        }
        settled |= prompt && !cue.cue().weak();
      }
      if (settled) {
        return;
      }
      answered |= digits;
      idle += !digits && then.size() > SHORT_TURN ? 1 : 0;
    }
  }

  /** An agent who asks for a number does not answer: digits in the next turn are something else. */
  private static Cue seenBy(Role speaker, Role prompter, Cue cue) {
    if (speaker != Role.AGENT || prompter != Role.AGENT) {
      return cue;
    }
    return switch (cue) {
      case CARD_NUMBER, SECURITY_CODE, CODE, CARD_EXPIRY -> Cue.CARD;
      default -> cue;
    };
  }

  private static boolean weak(Set<Cue> cues) {
    return cues.stream().allMatch(cue -> cue.weak() || cue == Cue.ACCOUNT);
  }
}
