package earshot.index;

import earshot.call.Turn;
import earshot.call.Word;
import earshot.match.Language;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The words of a whole call as tokens. Positions follow the transcript: a word takes one, whatever
 * the word is, and between two turns lie {@link Timeline#GAP} that nothing takes.
 */
final class CallWords extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Turn> turns;
  private final Function<String, List<String>> tokens;
  private List<Word> words = List.of();
  private List<String> here = List.of();
  private int turn;
  private int word;
  private int token;
  private int position;
  private int last;

  private CallWords(List<Turn> turns, Function<String, List<String>> tokens) {
    this.turns = turns;
    this.tokens = tokens;
  }

  static CallWords forms(List<Turn> turns, Language language) {
    return new CallWords(turns, w -> language.analyse(w).forms());
  }

  static CallWords stems(List<Turn> turns, Language language) {
    return new CallWords(turns, w -> language.analyse(w).stems());
  }

  @Override
  public void reset() {
    words = List.of();
    here = List.of();
    turn = -1;
    word = -1;
    token = 0;
    position = -1 - Timeline.GAP;
    last = -1;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    while (token == here.size()) {
      if (!nextWord()) {
        return false;
      }
    }
    increment.setPositionIncrement(position - last);
    last = position;
    term.append(here.get(token++));
    return true;
  }

  private boolean nextWord() {
    while (++word >= words.size()) {
      if (++turn >= turns.size()) {
        return false;
      }
      words = turns.get(turn).words();
      word = -1;
      position += Timeline.GAP;
    }
    position++;
    here = tokens.apply(words.get(word).word());
    token = 0;
    return true;
  }
}
