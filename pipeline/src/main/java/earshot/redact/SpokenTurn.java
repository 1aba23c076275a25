package earshot.redact;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One turn taken apart.
 *
 * @param index 0-based position in the call
 * @param text what the atoms' offsets count in
 * @param confidence of the word of each atom, 0 to 1
 */
record SpokenTurn(
    int index,
    Role role,
    double start,
    double end,
    String text,
    List<Atom> atoms,
    List<Double> confidence) {

  static SpokenTurn of(int index, Turn turn, Lexicon lexicon) {
    List<Atom> atoms = new Splitter(turn.text(), lexicon).atoms();
    int[] wordOf = Pieces.words(turn);
    List<Double> confidence = new ArrayList<>(atoms.size());
    for (Atom atom : atoms) {
      int word = wordOf == null ? -1 : wordOf[atom.piece()];
      confidence.add(word < 0 ? turn.confidence() : turn.words().get(word).confidence());
    }
    return new SpokenTurn(
        index, turn.role(), turn.start(), turn.end(), turn.text(), atoms, confidence);
  }

  /** The words joined by blanks, which is what a recogniser's text is. */
  static String join(List<Word> words) {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      text.append(text.isEmpty() ? "" : " ").append(word.word());
    }
    return text.toString();
  }

  int size() {
    return atoms.size();
  }

  Atom atom(int i) {
    return atoms.get(i);
  }

  /** How many words are more than a hesitation or a small answer. */
  int content() {
    int content = 0;
    for (Atom atom : atoms) {
      content += atom.soft() ? 0 : 1;
    }
    return content;
  }

  /** Without what was said. */
  @Override
  public String toString() {
    return "SpokenTurn[" + index + ", " + atoms.size() + " atoms]";
  }

  /** Cuts a text into atoms: figures apart from letters, signs that mean something on their own. */
  private static final class Splitter {
    private static final String SIGNS = "@%+\u00a3$\u20ac";

    private final String text;
    private final Lexicon lexicon;
    private final List<Atom> atoms = new ArrayList<>();
    private int piece = -1;
    private int gapFrom;

    Splitter(String text, Lexicon lexicon) {
      this.text = text;
      this.lexicon = lexicon;
    }

    List<Atom> atoms() {
      int i = 0;
      boolean inPiece = false;
      while (i < text.length()) {
        char c = text.charAt(i);
        if (Character.isWhitespace(c)) {
          inPiece = false;
          i++;
          continue;
        }
        if (!inPiece) {
          inPiece = true;
          piece++;
        }
        int end = endOfAtom(i);
        if (end > i) {
          add(i, end);
          i = end;
        } else {
          i++;
        }
      }
      lexicon.fillers().forEach(this::hesitate);
      return List.copyOf(atoms);
    }

    /** Words that are a hesitation only together: "hang on". */
    private void hesitate(List<String> phrase) {
      for (int i = 0; i + phrase.size() <= atoms.size(); i++) {
        int said = 0;
        while (said < phrase.size() && atoms.get(i + said).folded().equals(phrase.get(said))) {
          said++;
        }
        for (int k = i; said == phrase.size() && k < i + said; k++) {
          atoms.set(k, atoms.get(k).hesitation());
        }
      }
    }

    private int endOfAtom(int from) {
      char c = text.charAt(from);
      if (c == '[') {
        int close = text.indexOf(']', from);
        return close > 0 && Kind.ofToken(text.substring(from, close + 1)) != null
            ? close + 1
            : from;
      }
      if (SIGNS.indexOf(c) >= 0) {
        return from + 1;
      }
      int to = from;
      if (Character.isDigit(c)) {
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
          to++;
        }
      } else {
        while (to < text.length() && inWord(from, to)) {
          to++;
        }
      }
      return to;
    }

    private boolean inWord(int from, int at) {
      char c = text.charAt(at);
      boolean apostrophe = c == '\'' || c == '\u2019';
      return Character.isLetter(c)
          || Character.getType(c) == Character.NON_SPACING_MARK
          || (apostrophe && at > from && at + 1 < text.length() && letterAt(at + 1));
    }

    private boolean letterAt(int at) {
      return Character.isLetter(text.charAt(at));
    }

    private void add(int from, int to) {
      String raw = text.substring(from, to);
      String gap = text.substring(gapFrom, from);
      gapFrom = to;
      if (raw.charAt(0) == '[') {
        atoms.add(new Atom(piece, from, to, raw, null, Atom.Role.TOKEN, gap));
      } else if (Character.isDigit(raw.charAt(0))) {
        String figures = ascii(raw);
        NumberWord written = new NumberWord(NumberWord.Sort.WRITTEN, figures);
        atoms.add(new Atom(piece, from, to, figures, written, Atom.Role.OTHER, gap));
      } else {
        String folded = Folding.fold(raw);
        NumberWord number = lexicon.number(folded, raw.toLowerCase(Locale.ROOT));
        atoms.add(new Atom(piece, from, to, folded, number, lexicon.role(folded), gap));
      }
    }

    private static String ascii(String figures) {
      StringBuilder ascii = new StringBuilder(figures.length());
      for (int i = 0; i < figures.length(); i++) {
        ascii.append((char) ('0' + Character.digit(figures.charAt(i), 10)));
      }
      return ascii.toString();
    }
  }
}
