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

  private @Nullable Found at(SpokenTurn turn, int i) {
    for (Lexicon.Phrase phrase : lexicon.phrases(turn.atom(i).folded())) {
      int last = end(turn, i, phrase);
      if (last >= 0) {
        return new Found(phrase.cue(), i, last);
      }
    }
    return null;
  }

  /**
   * Index of the phrase's last atom, or -1; in a phrase that settles what comes, one word that is
   * no number may stand between two.
   */
  private static int end(SpokenTurn turn, int from, Lexicon.Phrase phrase) {
    List<String> words = phrase.words();
    boolean loose = !phrase.cue().weak();
    int at = from;
    for (int w = 1; w < words.size(); w++) {
      if (is(turn, at + 1, words.get(w))) {
        at++;
      } else if (loose && is(turn, at + 2, words.get(w)) && turn.atom(at + 1).number() == null) {
        at += 2;
      } else {
        return -1;
      }
    }
    return at;
  }

  private static boolean is(SpokenTurn turn, int i, String word) {
    return i < turn.size() && turn.atom(i).folded().equals(word);
  }
}
