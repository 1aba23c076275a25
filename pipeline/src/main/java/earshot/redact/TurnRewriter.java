package earshot.redact;

import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;

/** Puts tokens into turns. */
final class TurnRewriter {
  private final Lexicon lexicon;

  TurnRewriter(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * The turns with tokens.
   *
   * @param joined the text that the hits in words count in: the turn's own where both agree
   */
  List<Turn> rewrite(
      List<Turn> turns, List<String> joined, List<List<Hit>> inTexts, List<List<Hit>> inWords) {
    List<Turn> rewritten = new ArrayList<>(turns.size());
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      boolean nothing = inTexts.get(i).isEmpty() && inWords.get(i).isEmpty();
      rewritten.add(
          nothing
              ? turn
              : turn.withText(
                  text(i, turn, inTexts.get(i)), words(i, turn, joined.get(i), inWords.get(i))));
    }
    return rewritten;
  }

  /** Whether the pieces of the text are the words, apart from case and punctuation. */
  static boolean aligned(Turn turn) {
    int at = 0;
    String text = turn.text();
    for (Word word : turn.words()) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      int from = at;
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (from == at || !sameLetters(text, from, at, word.word())) {
        return false;
      }
    }
    return text.substring(at).isBlank();
  }

  private static boolean sameLetters(String text, int from, int to, String word) {
    int at = from;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isWhitespace(c)) {
        return false;
      }
      if (Character.isLetterOrDigit(c)) {
        while (at < to && !Character.isLetterOrDigit(text.charAt(at))) {
          at++;
        }
        if (at == to || Character.toLowerCase(text.charAt(at)) != Character.toLowerCase(c)) {
          return false;
        }
        at++;
      }
    }
    while (at < to && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at == to;
  }

  private String text(int index, Turn turn, List<Hit> hits) {
    List<Atom> atoms = SpokenTurn.of(index, turn, turn.text(), lexicon).atoms();
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (Hit hit : hits) {
      text.append(turn.text(), copied, atoms.get(hit.first()).from()).append(hit.kind().token());
      copied = atoms.get(hit.last()).to();
    }
    return text.append(turn.text(), copied, turn.text().length()).toString();
  }

  private List<Word> words(int index, Turn turn, String joined, List<Hit> hits) {
    if (turn.words().isEmpty()) {
      return List.of();
    }
    List<Atom> atoms = SpokenTurn.of(index, turn, joined, lexicon).atoms();
    int[] wordOf = wordOfPiece(turn);
    List<Word> words = new ArrayList<>();
    int next = 0;
    for (Hit hit : hits) {
      int first = Math.max(next, wordOf[atoms.get(hit.first()).piece()]);
      int last = Math.max(first, wordOf[atoms.get(hit.last()).piece()]);
      if (first >= turn.words().size() || wordOf[atoms.get(hit.last()).piece()] < next) {
        continue;
      }
      words.addAll(turn.words().subList(next, first));
      words.add(token(turn.words().subList(first, last + 1), hit.kind()));
      next = last + 1;
    }
    words.addAll(turn.words().subList(next, turn.words().size()));
    return words;
  }

  /** A word may hold blanks; pieces do not. */
  private static int[] wordOfPiece(Turn turn) {
    List<Integer> wordOf = new ArrayList<>();
    for (int w = 0; w < turn.words().size(); w++) {
      String word = turn.words().get(w).word();
      boolean blank = true;
      for (int i = 0; i < word.length(); i++) {
        boolean blankBefore = blank;
        blank = Character.isWhitespace(word.charAt(i));
        if (blankBefore && !blank) {
          wordOf.add(w);
        }
      }
    }
    return wordOf.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Word token(List<Word> hidden, Kind kind) {
    double confidence = hidden.stream().mapToDouble(Word::confidence).average().orElse(0);
    double start = hidden.get(0).start();
    double end = hidden.stream().mapToDouble(Word::end).max().orElse(start);
    return new Word(kind.token(), start, end, Math.min(1, confidence));
  }
}
