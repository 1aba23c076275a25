package earshot.redact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of a turn that announce numbers. */
final class CueFinder {

  /**
   * A cue where it was said.
   *
   * @param first index of its first atom
   * @param last index of its last atom, inclusive
   */
  record Found(Cue cue, int first, int last) {}

  private static final String DOTS = "...";
  private static final int GAP = 4;

  private final Lexicon lexicon;

  CueFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** All cues in order, none overlapping; of those that begin at one word the longest. */
  List<Found> find(SpokenTurn turn) {
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < turn.size()) {
      Found cue = at(turn, i);
      if (cue == null) {
        i++;
      } else {
        found.add(cue);
        i = cue.last() + 1;
      }
    }
    return found;
  }

  /**
   * The cue that begins at a word. A phrase said word for word counts before one with another word
   * inside, and before a vague one ("the code") a clear one that begins within it ("code on the
   * back").
   */
  private @Nullable Found at(SpokenTurn turn, int i) {
    Found found = exactOrLoose(turn, i);
    if (found != null && found.cue().weak()) {
      for (int k = i + 1; k <= found.last(); k++) {
        Found inside = exactOrLoose(turn, k);
        if (inside != null && !inside.cue().weak()) {
          return inside;
        }
      }
    }
    return found;
  }

  private @Nullable Found exactOrLoose(SpokenTurn turn, int i) {
    Found exact = at(turn, i, false);
    return exact != null ? exact : at(turn, i, true);
  }

  private @Nullable Found at(SpokenTurn turn, int i, boolean loose) {
    for (Lexicon.Phrase phrase : lexicon.phrases(turn.atom(i).folded())) {
      int last = end(turn, i, phrase, loose);
      if (last >= 0) {
        return new Found(phrase.cue(), i, last);
      }
    }
    return null;
  }

  /**
   * Index of the phrase's last atom, or -1. Where the phrase has dots, up to {@value #GAP} words
   * may stand; loosely read, one word that is no number may stand between any two words of a phrase
   * that settles what comes.
   */
  private static int end(SpokenTurn turn, int from, Lexicon.Phrase phrase, boolean loose) {
    List<String> words = phrase.words();
    boolean skips = loose && !phrase.cue().weak();
    int at = from;
    for (int w = 1; w < words.size(); w++) {
      boolean dots = words.get(w).equals(DOTS);
      w += dots ? 1 : 0;
      int next = next(turn, at + 1, words.get(w), dots ? GAP : skips ? 1 : 0);
      if (next < 0) {
        return -1;
      }
      at = next;
    }
    return at;
  }

  private static int next(SpokenTurn turn, int from, String word, int skipped) {
    for (int i = from; i <= from + skipped; i++) {
      if (is(turn, i, word)) {
        return i;
      }
      if (i >= turn.size() || turn.atom(i).number() != null) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean is(SpokenTurn turn, int i, String word) {
    return i < turn.size() && turn.atom(i).folded().equals(word);
  }
}
