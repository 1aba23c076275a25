package earshot.redact;

import earshot.call.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers to a question for a card number or a security code in which the digits were heard as
 * other words. What was misheard can still be heard, so the answer goes as a whole; up to where the
 * agent goes on.
 */
final class AskedAnswers {
  private final List<SpokenTurn> turns;
  private final List<List<CueFinder.Found>> cues;
  private final List<List<Hit>> found;
  private final Lexicon lexicon;
  private final RedactionPolicy.Limits limits;

  /**
   * @param found what the rules for digits hide, by turn
   */
  AskedAnswers(
      List<SpokenTurn> turns,
      List<List<CueFinder.Found>> cues,
      List<List<Hit>> found,
      Lexicon lexicon,
      RedactionPolicy.Limits limits) {
    this.turns = turns;
    this.cues = cues;
    this.found = found;
    this.lexicon = lexicon;
    this.limits = limits;
  }

  /** How much of an answer may be digits. */
  private record Reading(int words, int digitLike, int spoken, int first, int last) {}

  List<Hit> find() {
    List<Hit> hits = new ArrayList<>();
    for (SpokenTurn turn : turns) {
      Kind asked = turn.role() == Role.CUSTOMER ? null : asked(turn);
      if (asked != null) {
        answers(turn, asked, hits);
      }
    }
    return hits;
  }

  /** What a turn asks for last; a card number where it asks for that and its code. */
  private @Nullable Kind asked(SpokenTurn turn) {
    Kind asked = null;
    for (CueFinder.Found cue : cues.get(turn.index())) {
      if (cue.cue() == Cue.CARD_NUMBER) {
        asked = Kind.CARD_NUMBER;
      } else if (cue.cue() == Cue.SECURITY_CODE) {
        asked = asked == null ? Kind.SECURITY_CODE : asked;
      } else if (!cue.cue().weak() && cue.cue() != Cue.CARD_EXPIRY) {
        asked = null;
      }
    }
    return found.get(turn.index()).isEmpty() && !hasToken(turn) ? asked : null;
  }

  private void answers(SpokenTurn question, Kind asked, List<Hit> hits) {
    boolean given = false;
    for (int t = question.index() + 1; t < turns.size(); t++) {
      SpokenTurn turn = turns.get(t);
      boolean answers = turn.role() == Role.CUSTOMER || question.role() == Role.UNKNOWN;
      if (turn.start() - question.end() > limits.answerSeconds() || elsewhere(turn)) {
        return;
      }
      if (answers) {
        Hit hit = hidden(turn, asked);
        if (hit != null) {
          hits.add(hit);
        }
        given |= given(turn);
      }
      if (turn.role() != Role.CUSTOMER && (given || turn.content() > limits.chainNodWords())) {
        return;
      }
    }
  }

  /** Whether the turn speaks of a number that is not the card's. */
  private boolean elsewhere(SpokenTurn turn) {
    return cues.get(turn.index()).stream()
        .map(CueFinder.Found::cue)
        .anyMatch(
            cue ->
                !cue.weak()
                    && cue != Cue.CARD_NUMBER
                    && cue != Cue.SECURITY_CODE
                    && cue != Cue.CARD_EXPIRY);
  }

  /** Whether so many digits were understood in a turn that nothing is left to say. */
  private boolean given(SpokenTurn turn) {
    int words = 0;
    for (Hit hit : found.get(turn.index())) {
      words += hit.kind() == Kind.SECURITY_CODE ? limits.cardHinted() : 0;
      words += hit.last() - hit.first() + 1;
    }
    return words >= limits.cardHinted() || hasToken(turn);
  }

  private @Nullable Hit hidden(SpokenTurn turn, Kind asked) {
    Reading reading = read(turn);
    boolean card = asked == Kind.CARD_NUMBER;
    int least = card ? limits.answerCardWords() : limits.answerCodeWords();
    double share =
        card && repeated(turn.index()) ? limits.answerShareRepeated() : limits.answerShare();
    if (given(turn)
        || reading.digitLike() == 0
        || turn.size() < least
        || reading.digitLike() < share * reading.words()) {
      return null;
    }
    boolean some = reading.spoken() > 0 || !found.get(turn.index()).isEmpty() || hasToken(turn);
    return some
        ? new Hit(turn.index(), reading.first(), reading.last(), asked)
        : new Hit(turn.index(), 0, turn.size() - 1, asked);
  }

  /** Whether the next turn that says something is the agent's and repeats a card. */
  private boolean repeated(int answer) {
    for (int t = answer + 1; t < turns.size(); t++) {
      SpokenTurn turn = turns.get(t);
      if (turn.role() == Role.AGENT && turn.content() > 0) {
        return found.get(t).stream().anyMatch(hit -> hit.kind().card())
            || turn.atoms().stream().anyMatch(AskedAnswers::cardToken);
      }
    }
    return false;
  }

  private Reading read(SpokenTurn turn) {
    FigureReader reader = new FigureReader(turn, lexicon, new boolean[turn.size()]);
    boolean[] measured = measured(turn, reader.all());
    int words = 0;
    int digitLike = 0;
    int spoken = 0;
    int first = -1;
    int last = -1;
    for (int i = 0; i < turn.size(); i++) {
      Atom atom = turn.atom(i);
      boolean hit = hit(turn.index(), i);
      boolean number = atom.number() != null && !measured[i];
      if (atom.token() || (atom.soft() && !number && !hit)) {
        continue;
      }
      words++;
      boolean like = hit || number || doubtful(turn, i) || lexicon.soundsLikeDigit(atom.folded());
      if (like && !measured[i]) {
        digitLike++;
        first = first < 0 ? i : first;
        last = i;
        spoken += number && !weak(atom) ? 1 : 0;
      }
    }
    return new Reading(words, digitLike, spoken, first, last);
  }

  private boolean[] measured(SpokenTurn turn, List<Figures> figures) {
    boolean[] flags = Measures.of(turn, lexicon, figures);
    boolean[] measured = new boolean[turn.size()];
    for (int f = 0; f < flags.length; f++) {
      for (int i = figures.get(f).first(); i <= figures.get(f).last(); i++) {
        measured[i] = flags[f];
      }
    }
    return measured;
  }

  private boolean doubtful(SpokenTurn turn, int i) {
    return turn.confidence().get(i) < limits.answerDoubt()
        && turn.atom(i).folded().length() <= limits.answerShortLetters();
  }

  private boolean hit(int turn, int atom) {
    return found.get(turn).stream().anyMatch(hit -> hit.first() <= atom && atom <= hit.last());
  }

  private static boolean weak(Atom atom) {
    return atom.number() != null && atom.number().is(NumberWord.Sort.WEAK);
  }

  private static boolean hasToken(SpokenTurn turn) {
    return turn.atoms().stream().anyMatch(Atom::token);
  }

  private static boolean cardToken(Atom atom) {
    Kind kind = Kind.ofToken(atom.folded());
    return kind != null && kind.card();
  }
}
