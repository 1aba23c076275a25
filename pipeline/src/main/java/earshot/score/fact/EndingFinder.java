package earshot.score.fact;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.score.phrase.LanguagePack;
import earshot.score.talk.Conversation;
import java.util.List;

/** Tells whether a call was closed or cut off. */
final class EndingFinder {
  /** A close stands within so many turns of the end. */
  private static final int LAST_TURNS = 4;

  /** A question or a winding up at the end of a turn begins within so many words of it. */
  private static final int LAST_WORDS = 10;

  private final Hearing hearing;
  private final Conversation talk;

  EndingFinder(Hearing hearing) {
    this.hearing = hearing;
    this.talk = hearing.talk();
  }

  boolean cutOff() {
    int size = talk.turns().size();
    if (size == 0) {
      return false;
    }
    for (int i = Math.max(0, size - LAST_TURNS); i < size; i++) {
      if (says(i, "goodbye") || says(i, "take-care")) {
        return false;
      }
    }
    int last = lastCounted();
    if (unanswered(last)) {
      return true;
    }
    if (says(last, "breaks-off")) {
      return true;
    }
    if (saysAtTheEnd(last, "winds-up")) {
      return false;
    }
    return breaksOff(last) || says(last, "lost-line") || says(size - 1, "lost-line");
  }

  /** The agent asks something at the end, and nobody says anything more. */
  private boolean unanswered(int last) {
    return talk.said(last, Role.AGENT) && saysAtTheEnd(last, "trouble-question");
  }

  /** "No" that begins a long turn closes nothing. */
  private boolean saysAtTheEnd(int turn, String family) {
    int words = talk.forms(turn).size();
    return hearing.phrases().in(family, turn).stream()
        .anyMatch(f -> f.first() >= words - LAST_WORDS);
  }

  private boolean says(int turn, String family) {
    return hearing.phrases().says(turn, family);
  }

  private int lastCounted() {
    for (int i = talk.turns().size() - 1; i >= 0; i--) {
      if (talk.counts(i) && talk.turn(i).role() != Role.ANNOUNCEMENT) {
        return i;
      }
    }
    return talk.turns().size() - 1;
  }

  /** Whether the last words are no end of a sentence. */
  private boolean breaksOff(int index) {
    Turn turn = talk.turn(index);
    List<String> forms = talk.forms(index);
    LanguagePack pack = hearing.pack();
    String text = turn.text().strip();
    return text.endsWith("-")
        || text.endsWith("…")
        || text.endsWith("...")
        || text.endsWith("\u2014")
        || text.endsWith("\u2013")
        || (!ended(text) && !forms.isEmpty() && pack.isA("dangling", forms.get(forms.size() - 1)));
  }

  /** Whether somebody who wrote it down put the mark of a whole sentence at its end. */
  private static boolean ended(String text) {
    return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") || text.endsWith(";");
  }
}
