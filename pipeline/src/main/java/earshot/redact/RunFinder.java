package earshot.redact;

import java.util.ArrayList;
import java.util.List;

/** Joins the figures of a turn to runs. */
final class RunFinder {
  private final SpokenTurn turn;
  private final RedactionPolicy.Limits limits;
  private final boolean[] taken;
  private final List<Figures> figures;
  private final boolean[] measured;
  private final List<Run> runs = new ArrayList<>();
  private List<Figures> current = new ArrayList<>();
  private final StringBuilder digits = new StringBuilder();
  private int noise;
  private boolean repaired;

  /**
   * @param taken atoms that belong to a cue or to something found before: no run goes over them
   */
  RunFinder(SpokenTurn turn, Lexicon lexicon, RedactionPolicy.Limits limits, boolean[] taken) {
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
    if (between > limits.softWords() || complete()) {
      return false;
    }
    int strange = 0;
    boolean repair = false;
    for (int i = last + 1; i < first; i++) {
      Atom atom = turn.atom(i);
      if (taken[i] || atom.token() || atom.role() == Atom.Role.MEASURE) {
        return false;
      }
      repair |= atom.role() == Atom.Role.REPAIR;
      strange += atom.soft() ? 0 : 1;
    }
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

  /** Whether a weak figure at an end is no digit; a spoken "oh" right beside one is. */
  private boolean stray(int i, int neighbour) {
    Figures figure = current.get(i);
    if (!figure.weak() || neighbour < 0 || neighbour >= current.size()) {
      return figure.weak();
    }
    Figures beside = current.get(neighbour);
    boolean adjacent =
        neighbour > i ? figure.last() + 1 == beside.first() : beside.last() + 1 == figure.first();
    return !(figure.digits().equals("0") && adjacent && !beside.weak());
  }

  private void close() {
    int from = 0;
    int to = current.size();
    while (from < to && stray(from, from + 1)) {
      from++;
    }
    while (to > from && stray(to - 1, to - 2)) {
      to--;
    }
    if (from < to) {
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
              noise,
              repaired));
    }
    current = new ArrayList<>();
    digits.setLength(0);
    noise = 0;
    repaired = false;
  }
}
