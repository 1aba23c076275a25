package earshot.redact;

import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts tokens into turns. A token stands for whole words: where half of "thirty-five" is to be
 * hidden, all of it is, so that text and words stay the same sequence.
 */
final class TurnRewriter {
  private TurnRewriter() {}

  /** What a token replaces: pieces of the text, and what of the first and last of them goes. */
  private record Cut(int firstPiece, int lastPiece, int from, int to, Kind kind) {}

  /**
   * The turn with tokens.
   *
   * @param hits in order, none overlapping
   */
  static Turn rewrite(SpokenTurn spoken, Turn turn, List<Hit> hits) {
    if (hits.isEmpty()) {
      return turn;
    }
    if (spoken.size() == 0) {
      String token = hits.get(0).kind().token();
      return turn.withText(token, List.of(new Word(token, turn.start(), turn.end(), 0)));
    }
    List<Cut> cuts = cuts(spoken, hits);
    return turn.withText(text(turn.text(), cuts), words(turn, cuts));
  }

  private static List<Cut> cuts(SpokenTurn spoken, List<Hit> hits) {
    List<Cut> cuts = new ArrayList<>();
    for (Hit hit : hits) {
      Atom first = spoken.atom(hit.first());
      Atom last = spoken.atom(hit.last());
      Cut before = cuts.isEmpty() ? null : cuts.get(cuts.size() - 1);
      int to = withLetters(spoken.text(), last.to());
      if (before != null && before.lastPiece() >= first.piece()) {
        cuts.set(
            cuts.size() - 1,
            new Cut(before.firstPiece(), last.piece(), before.from(), to, before.kind()));
      } else {
        int from = fromLetters(spoken.text(), first.from());
        cuts.add(new Cut(first.piece(), last.piece(), from, to, hit.kind()));
      }
    }
    return cuts;
  }

  /** Back over the letters and digits of the same piece, and what stands between them. */
  private static int fromLetters(String text, int from) {
    int kept = from;
    for (int i = from - 1; i >= 0 && !Character.isWhitespace(text.charAt(i)); i--) {
      kept = Character.isLetterOrDigit(text.charAt(i)) ? i : kept;
    }
    return kept;
  }

  private static int withLetters(String text, int to) {
    int kept = to;
    for (int i = to; i < text.length() && !Character.isWhitespace(text.charAt(i)); i++) {
      kept = Character.isLetterOrDigit(text.charAt(i)) ? i + 1 : kept;
    }
    return kept;
  }

  private static String text(String text, List<Cut> cuts) {
    StringBuilder rewritten = new StringBuilder();
    int copied = 0;
    for (Cut cut : cuts) {
      rewritten.append(text, copied, cut.from()).append(cut.kind().token());
      copied = cut.to();
    }
    return rewritten.append(text, copied, text.length()).toString();
  }

  private static List<Word> words(Turn turn, List<Cut> cuts) {
    int[] wordOf = Pieces.words(turn);
    if (turn.words().isEmpty() || wordOf == null) {
      return turn.words();
    }
    List<Word> words = new ArrayList<>();
    int cut = 0;
    for (int piece = 0; piece < wordOf.length; piece++) {
      while (cut < cuts.size() && cuts.get(cut).lastPiece() < piece) {
        cut++;
      }
      if (cut < cuts.size() && cuts.get(cut).firstPiece() == piece) {
        words.add(token(turn, wordOf, cuts.get(cut)));
      } else if (wordOf[piece] >= 0 && (cut == cuts.size() || cuts.get(cut).firstPiece() > piece)) {
        words.add(turn.words().get(wordOf[piece]));
      }
    }
    return words;
  }

  private static Word token(Turn turn, int[] wordOf, Cut cut) {
    double start = Double.POSITIVE_INFINITY;
    double end = 0;
    double confidence = 0;
    int hidden = 0;
    for (int piece = cut.firstPiece(); piece <= cut.lastPiece(); piece++) {
      if (wordOf[piece] >= 0) {
        Word word = turn.words().get(wordOf[piece]);
        start = Math.min(start, word.start());
        end = Math.max(end, word.end());
        confidence += word.confidence();
        hidden++;
      }
    }
    return hidden == 0
        ? new Word(cut.kind().token(), turn.start(), turn.end(), 0)
        : new Word(cut.kind().token(), start, end, Math.min(1, confidence / hidden));
  }
}
