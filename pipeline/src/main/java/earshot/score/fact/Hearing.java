package earshot.score.fact;

import earshot.call.CallRecord;
import earshot.call.Evidence;
import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import earshot.score.phrase.Find;
import earshot.score.phrase.LanguagePack;
import earshot.score.phrase.Phrases;
import earshot.score.talk.Conversation;
import java.util.List;

/**
 * One call on its way through scoring: what was recorded, what was said, and which phrases were
 * found. Belongs to one thread.
 */
public record Hearing(CallRecord call, Conversation talk, Phrases phrases) {
  private static final int WORDS_IN_WHOLE_QUOTE = 16;
  private static final int WORDS_BESIDE = 5;

  public LanguagePack pack() {
    return phrases.pack();
  }

  public boolean outbound() {
    return call.metadata().outbound();
  }

  /** Whether a machine recognised the words, and may have misheard names above all. */
  public boolean byMachine() {
    return call.transcript().model() != null;
  }

  /** Whether each party could be heard alone. */
  public boolean separated() {
    return call.audio().layout().separated();
  }

  /** Whether an agent turn that counts says something of a family. */
  public boolean says(Role role, String family) {
    return !phrases.by(role, family).isEmpty();
  }

  /** What was found, with enough words around it to be read. */
  public Evidence evidence(Find find) {
    Turn turn = talk.turn(find.turn());
    int size = turn.words().size();
    int from = size <= WORDS_IN_WHOLE_QUOTE ? 0 : Math.max(0, find.first() - WORDS_BESIDE);
    int to =
        size <= WORDS_IN_WHOLE_QUOTE ? size - 1 : Math.min(size - 1, find.last() + WORDS_BESIDE);
    String quote =
        (from > 0 ? "… " : "") + talk.words(find.turn(), from, to) + (to < size - 1 ? " …" : "");
    return new Evidence(turn.role(), find.start(), find.end(), quote);
  }

  /** A whole turn, or its beginning where it is long. */
  public Evidence evidence(int index) {
    Turn turn = talk.turn(index);
    int size = turn.words().size();
    if (size == 0) {
      return new Evidence(turn.role(), turn.start(), turn.end(), "(not understood)");
    }
    int last = Math.min(size, 2 * WORDS_IN_WHOLE_QUOTE) - 1;
    String quote = talk.words(index, 0, last) + (last < size - 1 ? " …" : "");
    return new Evidence(turn.role(), turn.start(), turn.end(), quote);
  }

  /** All words of a turn that has any, as something said. */
  public Find whole(int index) {
    Turn turn = talk.turn(index);
    return new Find(index, 0, turn.words().size() - 1, turn.start(), turn.end());
  }

  /** Mean confidence of the words found. */
  public double confidence(Find find) {
    List<Word> words = talk.turn(find.turn()).words().subList(find.first(), find.last() + 1);
    return words.stream().mapToDouble(Word::confidence).average().orElse(0);
  }
}
