package earshot.index;

import earshot.call.Word;
import earshot.match.Language;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of a turn as tokens whose position is the word's number, whatever the word is. */
final class WordStream extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final List<Word> words;
  private final Function<String, List<String>> tokens;
  private int word = -1;
  private int lastWithToken = -1;
  private List<String> here = List.of();
  private int token;

  private WordStream(List<Word> words, Function<String, List<String>> tokens) {
    this.words = words;
    this.tokens = tokens;
  }

  static WordStream forms(List<Word> words, Language language) {
    return new WordStream(words, w -> language.analyse(w).forms());
  }

  static WordStream stems(List<Word> words, Language language) {
    return new WordStream(words, w -> language.analyse(w).stems());
  }

  @Override
  public void reset() {
    word = -1;
    lastWithToken = -1;
    here = List.of();
    token = 0;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    while (token == here.size()) {
      if (++word >= words.size()) {
        return false;
      }
      here = tokens.apply(words.get(word).word());
      token = 0;
    }
    increment.setPositionIncrement(word - lastWithToken);
    lastWithToken = word;
    term.append(here.get(token++));
    return true;
  }
}
