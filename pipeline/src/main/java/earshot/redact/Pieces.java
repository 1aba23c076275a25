package earshot.redact;

import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between the blanks of a turn's text, beside the words of the turn. */
final class Pieces {
  private Pieces() {}

  /**
   * For every piece of the text the index of its word, -1 for a piece of punctuation that is none;
   * null where text and words are not the same sequence, case and punctuation aside.
   */
  static int @Nullable [] words(Turn turn) {
    List<String> pieces = of(turn.text());
    int[] words = new int[pieces.size()];
    int next = 0;
    for (int p = 0; p < words.length; p++) {
      boolean here = next < turn.words().size();
      if (here && same(pieces.get(p), turn.words().get(next).word())) {
        words[p] = next++;
      } else if (letters(pieces.get(p)).isEmpty()) {
        words[p] = -1;
      } else {
        return null;
      }
    }
    return next == turn.words().size() ? words : null;
  }

  /** Whether text and words are the same sequence; a turn without words has only one of them. */
  static boolean aligned(Turn turn) {
    return turn.words().isEmpty() || words(turn) != null;
  }

  /**
   * The turn with words that are its text: one word a piece, the turn's time shared by length. The
   * certainty is the turn's.
   */
  static Turn wordsFromText(Turn turn) {
    List<String> pieces = of(turn.text());
    int letters = Math.max(1, pieces.stream().mapToInt(String::length).sum());
    List<Word> words = new ArrayList<>(pieces.size());
    int before = 0;
    for (String piece : pieces) {
      double start = turn.start() + turn.seconds() * before / letters;
      before += piece.length();
      double end = turn.start() + turn.seconds() * before / letters;
      words.add(new Word(piece, start, Math.max(start, end), turn.confidence()));
    }
    return turn.withText(turn.text(), words);
  }

  /** The turn with a text that is its words, each of them without blanks inside. */
  static Turn textFromWords(Turn turn) {
    List<Word> words = new ArrayList<>(turn.words().size());
    for (Word word : turn.words()) {
      List<String> pieces = of(word.word());
      double each = (word.end() - word.start()) / Math.max(1, pieces.size());
      for (int i = 0; i < pieces.size(); i++) {
        double start = word.start() + i * each;
        double end = i == pieces.size() - 1 ? word.end() : start + each;
        words.add(new Word(pieces.get(i), start, Math.max(start, end), word.confidence()));
      }
    }
    return turn.withText(SpokenTurn.join(words), words);
  }

  private static List<String> of(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
  }

  private static boolean same(String piece, String word) {
    String letters = letters(piece);
    return letters.equals(letters(word)) && (!letters.isEmpty() || piece.equals(word));
  }

  private static String letters(String piece) {
    StringBuilder letters = new StringBuilder(piece.length());
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      } else if (Character.isWhitespace(c)) {
        letters.append(' ');
      }
    }
    return letters.toString();
  }
}
