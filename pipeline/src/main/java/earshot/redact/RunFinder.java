package earshot.redact;

import java.util.ArrayList;
import java.util.List;

/** Joins the figures of a turn to runs. */
final class RunFinder {
  private final SpokenTurn turn;
  private final RedactionPolicy.Limits limits;
  private final boolean[] taken;
  private final List<CueFinder.Found> cues;
  private final List<Figures> figures;
  private final boolean[] measured;
  private final List<Run> runs = new ArrayList<>();
  private List<Figures> current = new ArrayList<>();
  private final StringBuilder digits = new StringBuilder();
  private int noise;
  private boolean repaired;

  /**
   * @param cues of the turn
   * @param taken atoms that belong to a cue or to something found before: no run goes over them
   */
  RunFinder(
      SpokenTurn turn,
      Lexicon lexicon,
      RedactionPolicy.Limits limits,
      boolean[] taken,
      List<CueFinder.Found> cues) {
    this.cues = cues;
    this.turn = turn;
    this.limits = limits;
    this.taken = taken;
    this.figures = new FigureReader(turn, lexicon, taken).all();
    this.measured = Measures.of(turn, lexicon, figures);
  }

  List<Run> find() {
    for (int i = 0; i < figures.size(); i++) {
      Figures next = figures.get(i);
      if (measured[i]) {
        close();
        continue;
      }
      if (!current.isEmpty() && !joins(current.get(current.size() - 1).last(), next.first())) {
        close();
      }
      current.add(next);
      digits.append(next.digits());
    }
    close();
    return runs;
  }

  /** Whether the run goes on over the atoms between; counts the noise among them if so. */
  private boolean joins(int last, int first) {
    int between = first - last - 1;
    if (between == 0) {
      return true;
    }
    if (between > limits.softWords() || complete() || lastFour()) {
      return false;
    }
    boolean repair = false;
    for (int i = last + 1; i < first; i++) {
      Atom atom = turn.atom(i);
      if (taken[i] || atom.token() || atom.role() == Atom.Role.MEASURE) {
        return false;
      }
      repair |= atom.role() == Atom.Role.REPAIR;
    }
    int strange = strange(last, first);
    if (strange > limits.noiseWords()) {
      return false;
    }
    noise += strange;
    repaired |= repair;
    return true;
  }

  private boolean complete() {
    return digits.length() >= 16 && repaired && !Luhn.valid(digits)
        ? digits.length() >= 20
        : Luhn.complete(digits);
  }

  /** Whether the run is what "ending in" announced right before it, and all of that. */
  private boolean lastFour() {
    int first = current.get(0).first();
    return digits.length() == 4
        && cues.stream()
            .anyMatch(
                found ->
                    found.cue() == Cue.LAST_FOUR
                        && found.last() < first
                        && first - found.last() <= limits.softWords());
  }

  /**
   * Whether a weak figure at an end is no digit; a spoken "oh" is one right beside another digit,
   * and after one even with a hesitation between.
   */
  private boolean stray(int i, int step) {
    Figures figure = current.get(i);
    if (!figure.weak()) {
      return false;
    }
    int next = i + step;
    if (next < 0 || next >= current.size() || !figure.digits().equals("0")) {
      return true;
    }
    Figures beside = current.get(next);
    boolean near =
        step > 0
            ? figure.last() + 1 == beside.first()
            : strange(beside.last(), figure.first()) == 0;
    return !near || stray(next, step);
  }

  private void close() {
    int from = 0;
    int to = current.size();
    while (from < to && stray(from, 1)) {
      from++;
    }
    while (to > from && stray(to - 1, -1)) {
      to--;
    }
    if (from < to) {
      keep(from, to);
    }
    current = new ArrayList<>();
    digits.setLength(0);
    noise = 0;
    repaired = false;
  }

  /** Takes figures as one run; a short one with strange words inside as the runs between them. */
  private void keep(int from, int to) {
    int length = 0;
    for (Figures figure : current.subList(from, to)) {
      length += figure.digits().length();
    }
    if (noise == 0 || length >= limits.noisyCardDigits()) {
      add(from, to, noise);
      return;
    }
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || strange(current.get(i - 1).last(), current.get(i).first()) > 0) {
        addTrimmed(start, i);
        start = i;
      }
    }
  }

  private void addTrimmed(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && current.get(from).weak()) {
      from++;
    }
    while (to > from && current.get(to - 1).weak()) {
      to--;
    }
    if (from < to) {
      add(from, to, 0);
    }
  }

  private int strange(int last, int first) {
    int strange = 0;
    for (int i = last + 1; i < first; i++) {
      strange += turn.atom(i).soft() ? 0 : 1;
    }
    return strange;
  }

  private void add(int from, int to, int noiseInside) {
    List<Figures> kept = List.copyOf(current.subList(from, to));
    int first = kept.get(0).first();
    int last = kept.get(kept.size() - 1).last();
    boolean before = from > 0 && current.get(from - 1).last() == first - 1;
    boolean after = to < current.size() && current.get(to).first() == last + 1;
    runs.add(
        new Run(
            turn,
            kept,
            before ? current.get(from - 1).first() : first,
            after ? current.get(to).last() : last,
            noiseInside,
            repaired));
  }
}
