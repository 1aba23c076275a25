package earshot.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One reading of one call: what in it is to be hidden. */
final class CallReading {
  private final List<SpokenTurn> turns;
  private final Lexicon lexicon;
  private final RedactionPolicy policy;
  private final List<List<CueFinder.Found>> cues = new ArrayList<>();
  private final List<boolean[]> taken = new ArrayList<>();
  private final List<List<Run>> runs = new ArrayList<>();

  CallReading(List<SpokenTurn> turns, Lexicon lexicon, RedactionPolicy policy) {
    this.turns = turns;
    this.lexicon = lexicon;
    this.policy = policy;
    CueFinder finder = new CueFinder(lexicon);
    for (SpokenTurn turn : turns) {
      List<CueFinder.Found> found = finder.find(turn);
      boolean[] ofTurn = new boolean[turn.size()];
      found.forEach(cue -> take(ofTurn, cue.first(), cue.last()));
      cues.add(found);
      taken.add(ofTurn);
      runs.add(runsOf(turn));
    }
  }

  /** For every turn the spans to hide, in order, none overlapping. */
  List<List<Hit>> hits() {
    Windows windows = new Windows(turns, cues, runs, policy);
    List<Hit> hits = new ArrayList<>(patterns(windows));
    for (Hit hit : hits) {
      take(taken.get(hit.turn()), hit.first(), hit.last());
    }
    for (Hit hit : hits) {
      runs.set(hit.turn(), runsOf(turns.get(hit.turn())));
    }
    hits.addAll(numbers(windows));
    for (Hit hit : hits) {
      take(taken.get(hit.turn()), hit.first(), hit.last());
    }
    hits.replaceAll(this::widened);
    hits.addAll(new AskedAnswers(turns, cues, byTurn(hits), lexicon, policy.limits()).find());
    hits.removeIf(hit -> !policy.hidden().contains(hit.kind()));
    return byTurn(hits);
  }

  private List<Run> runsOf(SpokenTurn turn) {
    int index = turn.index();
    return new RunFinder(turn, lexicon, policy.limits(), taken.get(index), cues.get(index)).find();
  }

  private List<Hit> patterns(Windows windows) {
    EmailRule emails = new EmailRule(lexicon);
    SpelledRule spelled = new SpelledRule(lexicon, policy);
    AddressRule addresses = new AddressRule(lexicon);
    BirthDateRule births = new BirthDateRule(turns, cues, lexicon);
    List<Hit> hits = new ArrayList<>();
    for (SpokenTurn turn : turns) {
      hits.addAll(emails.find(turn, windows));
      hits.addAll(spelled.find(turn, windows));
      hits.addAll(births.find(turn, windows));
      if (policy.hidden().contains(Kind.POSTAL_ADDRESS)) {
        hits.addAll(addresses.find(turn));
      }
    }
    return hits;
  }

  private List<Hit> numbers(Windows windows) {
    CardContext context = new CardContext(policy);
    ChainRule rule = new ChainRule(policy, lexicon, context, windows, turns);
    List<Hit> hits = new ArrayList<>();
    int[] next = {0, 0};
    for (Chain chain : new ChainFinder(turns, runs, windows, policy.limits()).find()) {
      tokensUpTo(chain.head(), next, context);
      hits.addAll(rule.decide(chain));
    }
    return hits;
  }

  /** With the digits right beside it that a hesitation parts from it: "oh, um, seven seven ...". */
  private Hit widened(Hit hit) {
    if (!hit.kind().digits()) {
      return hit;
    }
    Hit whole =
        new Hit(hit.turn(), beside(hit, hit.first(), -1), beside(hit, hit.last(), 1), hit.kind());
    if (written(whole)) {
      return whole;
    }
    LanguageFile.Range expected = lexicon.digits(hit.kind());
    int heard = digits(whole);
    int first = misheard(whole, whole.first(), -1, expected.max() - heard, heard < expected.min());
    int last = misheard(whole, whole.last(), 1, expected.max() - heard, heard < expected.min());
    return new Hit(hit.turn(), first, last, hit.kind());
  }

  /** Whether the number stands in figures: nobody misheard it then. */
  private boolean written(Hit hit) {
    return turns.get(hit.turn()).atoms().subList(hit.first(), hit.last() + 1).stream()
        .anyMatch(a -> a.number() != null && a.number().is(NumberWord.Sort.WRITTEN));
  }

  /** How many digits a span holds; one less for every one that was taken back. */
  private int digits(Hit hit) {
    SpokenTurn turn = turns.get(hit.turn());
    int repairs = 0;
    for (int i = Math.max(0, hit.first() - 1); i <= hit.last() + 1 && i < turn.size(); i++) {
      repairs += turn.atom(i).role() == Atom.Role.REPAIR ? 1 : 0;
    }
    int digits =
        new FigureReader(turn, lexicon, new boolean[turn.size()])
            .all().stream()
                .filter(f -> f.first() >= hit.first() && f.last() <= hit.last())
                .mapToInt(f -> f.digits().length())
                .sum();
    return digits - repairs;
  }

  /**
   * The words right beside a number that go with it, as many as digits may be missing: those that
   * sound like digits or are heard for them; where digits lack and there are none, the small words
   * at the edge.
   */
  private int misheard(Hit hit, int edge, int step, int missing, boolean lacks) {
    SpokenTurn turn = turns.get(hit.turn());
    int widened = edge;
    int left = missing;
    int i = edge + step;
    while (left > 0 && free(hit, i) && Math.abs(i - widened) <= policy.limits().softWords()) {
      Atom atom = turn.atom(i);
      if (digitLike(atom)) {
        widened = i;
        left--;
      } else if (!atom.soft()) {
        break;
      }
      i += step;
    }
    boolean small = lacks && widened == edge;
    for (int soft = 0; small && soft < policy.limits().softWords(); soft++) {
      small = free(hit, widened + step) && turn.atom(widened + step).soft();
      widened = small ? widened + step : widened;
    }
    return widened;
  }

  private boolean free(Hit hit, int atom) {
    boolean[] ofTurn = taken.get(hit.turn());
    return atom >= 0 && atom < ofTurn.length && !ofTurn[atom];
  }

  private boolean digitLike(Atom atom) {
    return (atom.number() != null && atom.number().is(NumberWord.Sort.WEAK))
        || lexicon.soundsLikeDigit(atom.folded());
  }

  private int beside(Hit hit, int edge, int step) {
    SpokenTurn turn = turns.get(hit.turn());
    int widened = edge;
    int i = edge + step;
    while (i >= 0 && i < turn.size() && !taken.get(hit.turn())[i]) {
      Atom atom = turn.atom(i);
      if (atom.number() != null && !measured(turn, i)) {
        boolean weak =
            atom.number().is(NumberWord.Sort.WEAK) && !atom.number().digits().equals("0");
        widened = weak ? widened : i;
      } else if (!atom.soft() || Math.abs(i - widened) > policy.limits().softWords()) {
        return widened;
      }
      i += step;
    }
    return widened;
  }

  private boolean measured(SpokenTurn turn, int atom) {
    List<Figures> figures = new FigureReader(turn, lexicon, taken.get(turn.index())).all();
    boolean[] flags = Measures.of(turn, lexicon, figures);
    for (int f = 0; f < flags.length; f++) {
      if (figures.get(f).first() <= atom && atom <= figures.get(f).last()) {
        return flags[f];
      }
    }
    return false;
  }

  /** Tells the context of cards that an earlier pass hid before a run. */
  private void tokensUpTo(Run run, int[] next, CardContext context) {
    while (next[0] <= run.turn().index()) {
      SpokenTurn turn = turns.get(next[0]);
      int end = next[0] < run.turn().index() ? turn.size() : run.first();
      while (next[1] < end) {
        Kind kind = Kind.ofToken(turn.atom(next[1]).folded());
        if (kind != null) {
          context.token(kind, turn, next[1]);
        }
        next[1]++;
      }
      if (next[0] == run.turn().index()) {
        return;
      }
      next[0]++;
      next[1] = 0;
    }
  }

  private List<List<Hit>> byTurn(List<Hit> hits) {
    List<List<Hit>> byTurn = new ArrayList<>();
    turns.forEach(turn -> byTurn.add(new ArrayList<>()));
    hits.sort(Comparator.comparingInt(Hit::turn).thenComparingInt(Hit::first));
    for (Hit hit : hits) {
      List<Hit> ofTurn = byTurn.get(hit.turn());
      Hit before = ofTurn.isEmpty() ? null : ofTurn.get(ofTurn.size() - 1);
      if (before != null && (before.overlaps(hit) || near(before, hit))) {
        int last = Math.max(before.last(), hit.last());
        ofTurn.set(ofTurn.size() - 1, new Hit(hit.turn(), before.first(), last, before.kind()));
      } else {
        ofTurn.add(hit);
      }
    }
    return byTurn;
  }

  /** Parts of one number with a few words between become one token. */
  private boolean near(Hit before, Hit hit) {
    SpokenTurn turn = turns.get(hit.turn());
    boolean same = before.kind() == hit.kind() || (before.kind().card() && hit.kind().card());
    if (!same || hit.first() - before.last() - 1 > policy.limits().chainShortTurnWords()) {
      return false;
    }
    for (int i = before.last() + 1; i < hit.first(); i++) {
      if (turn.atom(i).token() || taken.get(hit.turn())[i]) {
        return false;
      }
    }
    return true;
  }

  private static void take(boolean[] taken, int first, int last) {
    for (int i = first; i <= last; i++) {
      taken[i] = true;
    }
  }
}
